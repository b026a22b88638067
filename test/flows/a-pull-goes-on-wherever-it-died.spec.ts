import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { verify } from '../../src/exchange/verify.js';
import { useApp } from '../app.js';
import { amendRice, filesOf, useExchange } from '../exchange.js';

const test = useApp();
const district = useExchange(test);

const write = (files: Record<string, string | undefined>) => {
  rmSync(district.into, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(district.into, name)), { recursive: true });
    writeFileSync(join(district.into, name), content ?? '');
  }
};

it('between any two requests', async () => {
  let requests = 0;
  const counting: typeof fetch = (...request) => ((requests += 1), fetch(...request));
  await district.pull({ fetch: counting });
  const whole = filesOf(district.into);
  expect(requests).toBeGreaterThanOrEqual(5);
  for (let died = 1; died <= requests; died++) {
    write({});
    let asked = 0;
    const dying: typeof fetch = (...request) =>
      ++asked >= died ? Promise.reject(new Error('dead')) : fetch(...request);
    await expect(district.pull({ fetch: dying })).rejects.toMatchObject({ exit: 4 });
    expect(filesOf(district.into)).not.toEqual(whole);
    await district.pull();
    expect(filesOf(district.into)).toEqual(whole);
  }
});

it('between any two writes', async () => {
  await district.pull();
  const before = filesOf(district.into);
  await amendRice(test);
  await district.pull();
  const after = filesOf(district.into);
  const written = [
    '.heads.json',
    'duc-lang/log.ndjson',
    'duc-lang/chain.ndjson',
    'duc-lang/state/indicator.ndjson',
    'duc-lang/cursor.json',
  ];
  expect(
    Object.keys(after)
      .filter((name) => after[name] !== before[name])
      .sort(),
  ).toEqual([...written].sort());
  for (let done = 0; done <= written.length; done++) {
    write({ ...before, ...Object.fromEntries(written.slice(0, done).map((name) => [name, after[name]])) });
    // The next write was under way.
    const next = written[done];
    if (next?.endsWith('log.ndjson') || next?.endsWith('chain.ndjson'))
      appendFileSync(join(district.into, next), '{"position":');
    else writeFileSync(join(district.into, 'duc-lang/.unfinished'), '{"cur');
    expect(filesOf(district.into)).not.toEqual(after);
    await district.pull();
    rmSync(join(district.into, 'duc-lang/.unfinished'), { force: true });
    expect(filesOf(district.into)).toEqual(after);
  }
});

it('with more behind the logs than was committed, though nothing is new', async () => {
  await district.pull();
  const before = filesOf(district.into);
  for (const file of ['log.ndjson', 'chain.ndjson'])
    appendFileSync(join(district.into, 'duc-lang', file), '{"position":1}\n');
  await district.pull();
  expect(filesOf(district.into)).toEqual(before);
});

it('before the first commit, and touches nothing that is not its own', async () => {
  await district.pull();
  const before = filesOf(district.into);
  rmSync(join(district.into, 'duc-lang/cursor.json'));
  cpSync(join(district.into, 'xa-mau/log.ndjson'), join(district.into, 'duc-lang/log.ndjson'));
  for (const file of ['duc-lang/notes.txt', 'elsewhere/log.ndjson']) {
    mkdirSync(dirname(join(district.into, file)), { recursive: true });
    writeFileSync(join(district.into, file), 'của tôi');
  }
  await district.pull();
  expect(filesOf(district.into)).toEqual({
    ...before,
    'duc-lang/notes.txt': 'của tôi',
    'elsewhere/log.ndjson': 'của tôi',
  });
});

it('but not over logs that have lost what was committed', async () => {
  await district.pull();
  const path = join(district.into, 'duc-lang/log.ndjson');
  truncateSync(path, 1000);
  await amendRice(test);
  expect((await district.pull())[0]).toMatchObject({
    changes: 0,
    unverified: expect.stringContaining('log.ndjson has 1000 bytes'),
  });
  rmSync(join(district.into, 'duc-lang'), { recursive: true });
  expect((await district.pull())[0]?.unverified).toBeUndefined();
});

it('but leaves a directory alone in which another pull works', async () => {
  let asked = () => {};
  let answer = () => {};
  const inside = new Promise<void>((resolve) => (asked = resolve));
  const free = new Promise<void>((resolve) => (answer = resolve));
  const first = district.pull({ fetch: async (...request) => (asked(), await free, fetch(...request)) });
  await inside;
  const second = await district.pull().catch((error: unknown) => error);
  answer();
  expect(second).toMatchObject({ exit: 1, message: expect.stringContaining(district.into) });
  expect(await first).toHaveLength(2);
  expect(await district.pull()).toHaveLength(2);
});

it('one of many that start at once works, in a directory that a killed one has left', async () => {
  const program = `import { lockDirectory } from './dist/src/embedded/directory-lock.js'; console.log((await lockDirectory(process.argv[1])) !== undefined); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', program, district.into], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 20_000,
  });
  expect(String((await once(other.stdout, 'data'))[0])).toBe('true\n');
  const atOnce = async () =>
    (await Promise.allSettled(Array.from({ length: 8 }, () => district.pull()))).filter(
      ({ status }) => status === 'fulfilled',
    ).length;
  const meanwhile = await atOnce();
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(meanwhile).toBe(0);
  expect(await atOnce()).toBe(1);
  expect((await verify(district.into)).map(({ unverified }) => unverified)).toEqual([undefined, undefined]);
});
