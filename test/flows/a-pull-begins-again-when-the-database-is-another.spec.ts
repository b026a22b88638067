import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { verify } from '../../src/exchange/verify.js';
import { useApp } from '../app.js';
import { rest } from '../doors.js';
import { filesOf, useExchange } from '../exchange.js';

const one = useApp();
const other = useApp();
const atOne = useExchange(one);
const atOther = useExchange(other);

async function amend(test: typeof one, times: number) {
  for (let time = 0; time < times; time++) {
    const { body } = await rest(test).indicator('clerk', 'duc-lang', '2023', 'econ.rice.area');
    expect(
      (
        await rest(test).amendIndicator('clerk', 'duc-lang', '2023', 'econ.rice.area', body.version, {
          assessedBy: `lần ${body.version}`,
          reason: 'Sửa',
        })
      ).status,
    ).toBe(200);
  }
}

it('a backup that ends before us, or one that went on otherwise', async () => {
  await amend(one, 2);
  await atOne.pull();
  const before = filesOf(atOne.into);

  const replaced = await atOther.pull({ into: atOne.into });
  expect(replaced).toEqual([
    {
      commune: 'duc-lang',
      changes: expect.any(Number),
      position: expect.any(Number),
      note: expect.stringContaining('CURSOR_AHEAD'),
    },
    { commune: 'xa-mau', changes: 0, position: expect.any(Number) },
  ]);
  const aside = readdirSync(atOne.into).filter((name) => name.startsWith('duc-lang.'));
  expect(aside).toHaveLength(1);
  expect(filesOf(join(atOne.into, aside[0] ?? ''))['log.ndjson']).toBe(before['duc-lang/log.ndjson']);
  await atOther.pull();
  expect(filesOf(join(atOne.into, 'duc-lang'))).toEqual(filesOf(join(atOther.into, 'duc-lang')));

  await amend(other, 1);
  await atOther.pull({ into: atOne.into });
  const [back] = await atOne.pull();
  expect(back?.note).toContain('CURSOR_OTHER_HISTORY');
  expect(filesOf(atOne.into)['duc-lang/log.ndjson']).toBe(before['duc-lang/log.ndjson']);
  expect((await verify(atOne.into)).map(({ failure }) => failure)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
