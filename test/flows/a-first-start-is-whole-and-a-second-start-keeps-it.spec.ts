import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ask, keysOf, postmaster, usePrograms, type Program } from '../program.js';

const programs = usePrograms();
const { dataDir } = programs;

const rice = '/v1/communes/duc-lang/plans/2023/indicators/econ.rice.area';
const actors = [
  ...[
    'administrator',
    'clerk',
    'verifier',
    'chairperson',
    'accountant',
    'auditor',
    'observer',
    'district',
    'province',
    'integrator',
  ],
  ...[1, 2, 3, 4, 5, 6, 7].map((number) => `council-${number}`),
  ...[1, 2, 3, 4, 5, 6].map((number) => `hamlet-${number}`),
].sort();

let program: Program;
let address: string;
let cursor: string;

const started = async (env: Readonly<Record<string, string>> = {}) => {
  program = programs.start(env);
  address = await program.ready();
};

const amend = async (assessedBy: string) => {
  const { clerk } = keysOf(dataDir);
  const { headers } = await ask(address + rice, clerk);
  const answer = await ask(address + rice, clerk, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': headers.get('etag') ?? '' },
    body: JSON.stringify({ assessedBy, reason: 'Ghi rõ nơi đánh giá' }),
  });
  expect(answer.status).toBe(200);
};

const news = async () => {
  const { body } = await ask(
    `${address}/v1/communes/duc-lang/changes?first=500${cursor ? `&cursor=${cursor}` : ''}`,
    keysOf(dataDir).district,
  );
  cursor = body.cursor;
  return body.items as { kind: string; on: string; data: { assessedBy?: string } }[];
};

const told = (changes: Awaited<ReturnType<typeof news>>) =>
  changes.map(({ kind, on, data }) => ({ kind, on, assessedBy: data.assessedBy }));

/** A legal date as it is for who has started from `first` at the instant `since`. */
const runningOn = (first: string, since: number) => {
  const day = (at: number) => Math.floor((at + 7 * 3_600_000) / 86_400_000);
  return new Date(Date.parse(first) + (day(Date.now()) - day(since)) * 86_400_000).toISOString().slice(0, 10);
};

describe('the first start', () => {
  beforeAll(() => started());

  it('ends its words with the ready line, and complains of nothing', () => {
    expect(program.stdout.split('\n').slice(-2)).toEqual([`ready ${address}`, '']);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
    expect(program.stderr).toBe('');
  });

  it('says what it is doing, a line before each step', () => {
    expect(program.stdout.split('\n').slice(0, 4)).toEqual([
      `creating the database cluster in ${dataDir}`,
      'starting PostgreSQL',
      'creating the tables',
      expect.stringMatching(/^loading the sample: /),
    ]);
  });

  it('gives a key of 256 bits to every actor, in a file for the owner alone', () => {
    const keys = keysOf(dataDir);
    expect(Object.keys(keys).sort()).toEqual(actors);
    expect(new Set(Object.values(keys)).size).toBe(actors.length);
    for (const key of Object.values(keys)) expect(key.length).toBeGreaterThanOrEqual(43);
    expect((statSync(join(dataDir, 'keys.json')).mode & 0o777).toString(8)).toBe('600');
    expect((statSync(join(dataDir, 'postgres.json')).mode & 0o777).toString(8)).toBe('600');
  });

  it('serves: live, ready, a page', async () => {
    expect((await ask(`${address}/health/live`)).status).toBe(200);
    expect((await ask(`${address}/health/ready`)).status).toBe(200);
    const page = await ask(`${address}/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('171,9');
    expect((await ask(`${address}/v1/award-forms/ldtt?asOf=2025-07-01`)).body).toMatchObject({
      ruleSet: 'tdkt-2025-07',
      version: 1,
    });
  });

  it('prints lines that work when they are pasted', () => {
    const pasted = (name: string) => {
      const line = program.stdout.split('\n').find((each) => each.startsWith(name)) ?? '';
      return JSON.parse(execFileSync('bash', ['-c', line.slice(name.length)], { encoding: 'utf8' }));
    };
    expect(pasted('REST').items.map(({ key }: { key: string }) => key)).toEqual(['duc-lang', 'xa-mau']);
    const { nodes } = pasted('GraphQL').data.communes;
    expect(nodes[0].plan.indicators.nodes[0]).toEqual({ code: 'meta.plan-completion', target: '100' });
  });

  it('counts days from the sample’s day', async () => {
    expect((await news()).filter(({ kind }) => kind === 'indicator.issued')).toHaveLength(40);
    const loaded = statSync(join(dataDir, 'keys.json')).mtimeMs;
    await amend('trước');
    expect(told(await news())).toEqual([
      { kind: 'indicator.amended', on: runningOn('2024-01-31', loaded), assessedBy: 'trước' },
    ]);
  });

  it('ends with SIGTERM in good order, PostgreSQL too, and has printed no key', async () => {
    expect(postmaster(dataDir)).toBeDefined();
    expect(await program.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(postmaster(dataDir)).toBeUndefined();
    const printed = program.stdout + program.stderr;
    expect(printed).toContain('keys.json');
    expect(Object.values(keysOf(dataDir)).filter((key) => printed.includes(key))).toEqual([]);
  });
});

describe('a second start', () => {
  it('keeps the data, the keys and the count of days', async () => {
    const keys = keysOf(dataDir);
    const loaded = statSync(join(dataDir, 'keys.json')).mtimeMs;
    await started();
    expect(keysOf(dataDir)).toEqual(keys);
    expect((await ask(address + rice, keys.district)).body.assessedBy).toBe('trước');
    expect(await news()).toEqual([]);
    await amend('sau');
    expect(told(await news())).toEqual([
      { kind: 'indicator.amended', on: runningOn('2024-01-31', loaded), assessedBy: 'sau' },
    ]);
  });

  it('ends with Ctrl-C in good order, though it hears it twice', async () => {
    expect(await program.interrupt()).toEqual({ code: 0, signal: null });
    expect(program.stderr).toBe('');
    expect(postmaster(dataDir)).toBeUndefined();
  });

  it('after a kill -9 takes over its PostgreSQL, and counts from TODAY where that is set', async () => {
    await started();
    const orphan = postmaster(dataDir);
    await program.stop('SIGKILL');
    const since = Date.now();
    await started({ TODAY: '2024-06-30' });
    expect(postmaster(dataDir)).toBe(orphan);
    await amend('hôm nay');
    expect(told(await news())).toEqual([
      { kind: 'indicator.amended', on: runningOn('2024-06-30', since), assessedBy: 'hôm nay' },
    ]);
  });
});
