import { spawn } from 'node:child_process';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, keysOf, kill, postmaster, usePrograms, type Program } from '../program.js';
import { until } from '../until.js';
import { pull } from '../../src/exchange/pull.js';
import { verify } from '../../src/exchange/verify.js';

const programs = usePrograms();
const { dataDir } = programs;

let program: Program;
let address: string;

const started = async () => {
  program = programs.start();
  address = await program.ready();
};

/** Both doors, with what the database alone knows. */
const served = async () => {
  const { district } = keysOf(dataDir);
  const rest = await ask(`${address}/v1/communes/duc-lang/plans/2023/indicators?first=100`, district);
  const graphql = await ask(`${address}/graphql`, district, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ communes { nodes { key } } }' }),
  });
  return { rest, graphql };
};

const expectServed = async () => {
  const { rest, graphql } = await served();
  expect(rest.body.items).toHaveLength(40);
  expect(graphql.body.data.communes.nodes).toHaveLength(2);
};

beforeAll(started);

it('when the API was killed: its PostgreSQL is taken over', async () => {
  const orphan = postmaster(dataDir);
  await program.stop('SIGKILL');
  expect(postmaster(dataDir)).toBe(orphan);
  await started();
  expect(postmaster(dataDir)).toBe(orphan);
  await expectServed();
});

describe('when PostgreSQL was killed', () => {
  const documents = () => `${address}/v1/communes/duc-lang/documents`;
  let acknowledged: string;

  it('the API lives and says on both doors that it cannot serve now', async () => {
    const { body } = await ask(documents(), keysOf(dataDir).clerk, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'CV', year: 2024, issuer: 'UBND xã Đức Lạng', title: 'Công văn cuối cùng' }),
    });
    acknowledged = body.id;
    const under = Array.from({ length: 20 }, () => served().catch(() => undefined));
    const killed = postmaster(dataDir);
    // Without its directory PostgreSQL cannot be started again.
    renameSync(join(dataDir, 'postgres'), join(dataDir, 'away'));
    await kill(killed);
    await Promise.all(under);
    const { rest, graphql } = await served();
    const ready = await ask(`${address}/health/ready`);
    for (const { status, headers } of [rest, graphql, ready]) {
      expect(status).toBe(503);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(rest.headers.get('content-type')).toMatch('application/problem+json');
    expect(rest.body.code).toBe('UNAVAILABLE');
    expect(ready.body.code).toBe('UNAVAILABLE');
    expect(graphql.body.errors[0].extensions.code).toBe('UNAVAILABLE');
    expect((await ask(`${address}/health/live`)).status).toBe(200);
  });

  it('it comes back by itself, with all that was acknowledged, and the chain is whole', async () => {
    renameSync(join(dataDir, 'away'), join(dataDir, 'postgres'));
    await until(async () => (await ask(`${address}/health/ready`)).status === 200, 100);
    await expectServed();
    const { district, clerk } = keysOf(dataDir);
    expect((await ask(`${documents()}/${acknowledged}`, clerk)).body.title).toBe('Công văn cuối cùng');
    const into = join(dataDir, 'pulled');
    await pull({ url: address, key: district!, into });
    const folders = await verify(into);
    expect(folders.length).toBeGreaterThan(0);
    expect(folders.map(({ unverified }) => unverified)).toEqual(folders.map(() => undefined));
  });

  it('a program whose PostgreSQL does not come back ends, and says so', async () => {
    const killed = postmaster(dataDir);
    renameSync(join(dataDir, 'postgres'), join(dataDir, 'away'));
    await kill(killed);
    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(program.stderr).toContain(
      'PostgreSQL has ended, and 8 attempts to start it again have failed; end of its log:',
    );
    renameSync(join(dataDir, 'away'), join(dataDir, 'postgres'));
    await started();
    await expectServed();
  }, 300_000);
});

it('when both were killed', async () => {
  await Promise.all([program.stop('SIGKILL'), kill(postmaster(dataDir))]);
  await started();
  await expectServed();
});

it('when the process id PostgreSQL left is now another program’s', async () => {
  await Promise.all([program.stop('SIGKILL'), kill(postmaster(dataDir))]);
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  const other = spawn('sleep', ['600'], { uid: statSync(file).uid });
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [other.pid, ...rest].join('\n'));
  await started();
  await expectServed();
  expect(other.exitCode ?? other.signalCode).toBeNull();
  other.kill();
});
