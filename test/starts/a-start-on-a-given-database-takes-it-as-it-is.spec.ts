import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { cloneDatabase, cluster, type TestDatabase } from '../cluster.js';
import { ask, lives, usePrograms } from '../program.js';

const programs = usePrograms();
const databases: TestDatabase[] = [];
const cloned = async (template: Parameters<typeof cloneDatabase>[0]) => {
  const database = await cloneDatabase(template);
  databases.push(database);
  return database;
};
afterAll(async () => {
  for (const database of databases) await database.drop();
});

const refused = async (DATABASE_URL: string) => {
  const program = programs.start({ DATABASE_URL });
  expect(await program.ended).toEqual({ code: 1, signal: null });
  expect(program.stdout).toBe('');
  expect(program.stderr).not.toContain(new URL(DATABASE_URL).password);
  return program.stderr;
};

it('serves what is there: no sample, no server of its own', async () => {
  const { runtimeUrl } = await cloned('empty');
  const program = programs.start({ DATABASE_URL: runtimeUrl });
  const address = await program.ready();
  expect(program.stdout).toBe(`ready ${address}\n`);
  expect((await ask(`${address}/health/ready`)).status).toBe(200);
  expect((await ask(`${address}/`)).body).toContain('Chưa có xã nào');
  expect(existsSync(join(programs.dataDir, 'keys.json'))).toBe(false);
  expect(existsSync(join(programs.dataDir, 'postgres'))).toBe(false);
  expect(await program.stop()).toEqual({ code: 0, signal: null });
});

it('is not ready while a migration is pending', async () => {
  const { runtimeUrl, adminUrl } = await cloned('empty');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('delete from migration where id = (select max(id) from migration)');
  await admin.end();
  for (const url of [runtimeUrl, (await cloned('none')).runtimeUrl]) {
    const program = programs.start({ DATABASE_URL: url });
    const address = await program.ready();
    const { status, headers, body } = await ask(`${address}/health/ready`);
    expect({ status, code: body.code, type: headers.get('content-type') }).toEqual({
      status: 503,
      code: 'UNAVAILABLE',
      type: 'application/problem+json; charset=utf-8',
    });
    expect((await ask(`${address}/health/live`)).status).toBe(200);
    await program.stop();
  }
});

it('lets running requests end when it is told to stop', async () => {
  const { runtimeUrl, adminUrl } = await cloned('sample');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const program = programs.start({ DATABASE_URL: runtimeUrl });
  const address = await program.ready();
  const { district } = cluster().keys;
  const asked = JSON.stringify({ query: '{ communes { nodes { key } } }' });
  const half = request(`${address}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${district}`,
      'content-type': 'application/json',
      'content-length': asked.length,
    },
  });
  half.write(asked.slice(0, 9));
  await admin.query('begin; lock table indicator');
  const running = ask(`${address}/v1/communes/duc-lang/plans/2023/indicators?first=100`, district);
  const waiting = async () =>
    (await admin.query("select from pg_locks where not granted and relation = 'indicator'::regclass")).rowCount;
  while (!(await waiting())) await new Promise((done) => setTimeout(done, 20));
  const ended = program.stop();
  while (
    await ask(`${address}/health/live`).then(
      () => true,
      () => false,
    )
  )
    await new Promise((done) => setTimeout(done, 20));
  expect(lives(program.pid)).toBe(true);
  const [answer] = await Promise.all([once(half, 'response') as Promise<[IncomingMessage]>, half.end(asked.slice(9))]);
  expect(answer[0].statusCode).toBe(200);
  answer[0].resume();
  await admin.query('rollback');
  expect((await running).body.items).toHaveLength(40);
  expect(await ended).toEqual({ code: 0, signal: null });
  await admin.end();
});

describe('refuses in a sentence', () => {
  const mighty =
    'DATABASE_URL connects as the owner of the tables, or as a role that bypasses row-level security: use thidua_runtime.\n';

  it('the owner, with tables and without', async () => {
    expect(await refused((await cloned('empty')).ownerUrl)).toBe(mighty);
    expect(await refused((await cloned('none')).ownerUrl)).toBe(mighty);
  });

  it('a superuser', async () => {
    expect(await refused((await cloned('empty')).adminUrl)).toBe(mighty);
  });

  it('a database that is not there', async () => {
    expect(await refused(cluster().runtimeUrl.replace(/[^/]+$/, 'nowhere'))).toBe(
      'The database of DATABASE_URL cannot be reached: database "nowhere" does not exist.\n',
    );
  });

  it('a server that is not there, by name as well', async () => {
    for (const host of ['127.0.0.1:1', 'localhost:1']) {
      expect(await refused(`postgres://thidua_runtime:secret@${host}/thidua`)).toMatch(
        /^The database of DATABASE_URL cannot be reached: connect ECONNREFUSED \S+:1\.\n$/,
      );
    }
  });

  it('a wrong password', async () => {
    expect(await refused((await cloned('empty')).runtimeUrl.replace(/:[^:@]+@/, ':wrong@'))).toBe(
      'The database of DATABASE_URL cannot be reached: password authentication failed for user "thidua_runtime".\n',
    );
  });
});
