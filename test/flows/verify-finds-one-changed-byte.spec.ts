import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verify } from '../../src/exchange/verify.js';
import { useApp } from '../app.js';
import { useExchange } from '../exchange.js';

const test = useApp();
const district = useExchange(test);

/** Bytes tried in each file, spread over all of it, the first and the last included. */
const tried = 16;
/** Changes of a byte: another digit or letter, the other case, a line feed, a byte that is no UTF-8. */
const changes = [(byte: number) => byte ^ 1, (byte: number) => byte ^ 0x20, () => 10, () => 0xff];

it('in every file, wherever it is', async () => {
  await district.pull();
  rmSync(join(district.into, 'duc-lang'), { recursive: true });
  expect(await verify(district.into)).toEqual([expect.not.objectContaining({ unverified: expect.anything() })]);
  const folder = join(district.into, 'xa-mau');
  const files = ['log.ndjson', 'chain.ndjson', ...readdirSync(join(folder, 'state')).map((name) => `state/${name}`)];
  expect(files.length).toBeGreaterThanOrEqual(6);
  const missed: string[] = [];
  for (const file of files) {
    const path = join(folder, file);
    const whole = readFileSync(path);
    for (let n = 0; n < tried; n++) {
      const place = Math.round((n * (whole.length - 1)) / (tried - 1));
      for (const change of changes) {
        const forged = Buffer.from(whole);
        forged[place] = change(whole[place] ?? 0);
        if (forged.equals(whole)) continue;
        writeFileSync(path, forged);
        const [found] = await verify(district.into);
        if (!found?.unverified?.startsWith('xa-mau/'))
          missed.push(`${file} byte ${place}: ${whole[place]} → ${forged[place]}: ${found?.unverified}`);
      }
    }
    writeFileSync(path, whole);
  }
  expect(missed).toEqual([]);
  expect((await verify(district.into))[0]?.unverified).toBeUndefined();
});

it('and says in which file and line', async () => {
  await district.pull();
  const path = join(district.into, 'duc-lang/log.ndjson');
  const lines = readFileSync(path, 'utf8').split('\n');
  const line = lines.findIndex((each) => each.includes('"171.9"'));
  const forge = (from: string, to: string) =>
    writeFileSync(path, lines.map((each, index) => (index === line ? each.replace(from, to) : each)).join('\n'));
  const broken = async () => (await verify(district.into)).map((each) => each.unverified);

  forge('"171.9"', '"171.8"');
  expect(await broken()).toEqual([
    `duc-lang/log.ndjson line ${line + 1}: the content does not give its leaf`,
    undefined,
  ]);
  forge('"key":"operator"', '"key":"operatox"');
  expect(await broken()).toEqual([
    `duc-lang/log.ndjson line ${line + 1}: the personal value /actor does not give its commitment`,
    undefined,
  ]);
  forge('', '');
  appendFileSync(join(district.into, 'duc-lang/chain.ndjson'), ' ');
  expect(await broken()).toEqual([expect.stringContaining('duc-lang/chain.ndjson: '), undefined]);
});
