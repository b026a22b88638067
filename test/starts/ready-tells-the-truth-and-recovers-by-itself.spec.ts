import { renameSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { cloneDatabase, cluster, type TestDatabase } from '../cluster.js';
import { ask, keysOf, kill, postmaster, usePrograms } from '../program.js';
import { proxied, type Proxy } from '../proxy.js';
import { until } from '../until.js';

const programs = usePrograms();
let database: TestDatabase;
let admin: pg.Client;
let proxy: Proxy;
beforeEach(async () => {
  database = await cloneDatabase('sample');
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  proxy = await proxied(database.runtimeUrl);
});
afterEach(async () => {
  await admin.end();
  proxy.close();
  await database.drop();
});

const units = '/v1/communes/duc-lang/units';
const graphql = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ communes { nodes { key } } }' }),
};
const usual = () => cluster().keys.clerk!;

/** Answers of ready, live, an operation of either door and the metrics. A 503 says when to ask again. */
async function told(url: string, key = usual()) {
  const [ready, live, rest, graph, metrics] = await Promise.all([
    ask(`${url}/health/ready`),
    ask(`${url}/health/live`),
    ask(`${url}/v1/communes`, key),
    ask(`${url}/graphql`, key, graphql),
    ask(`${url}/metrics`),
  ]);
  for (const { status, headers } of [ready, rest, graph])
    expect([status, headers.get('retry-after')]).toEqual([status, status === 503 ? '2' : null]);
  return {
    ready: ready.status,
    code: ready.body.code,
    live: live.status,
    rest: rest.status,
    graphql: graph.status,
    up: /^thidua_database_up (\d)$/m.exec(metrics.body)?.[1],
  };
}
const well = { ready: 200, code: undefined, live: 200, rest: 200, graphql: 200, up: '1' };
const absent = { ready: 503, code: 'UNAVAILABLE', live: 200, rest: 503, graphql: 503, up: '0' };

/** The same program, without a restart. */
async function recovers(url: string, key?: string): Promise<void> {
  await until(async () => (await ask(`${url}/health/ready`)).status === 200);
  expect(await told(url, key)).toEqual(well);
}

it('when the server dies, and cannot be started again for a while', async () => {
  const program = programs.start();
  const url = await program.ready();
  const { clerk } = keysOf(programs.dataDir);
  expect(await told(url, clerk)).toEqual(well);
  const pid = postmaster(programs.dataDir);
  const [here, away] = ['postgres', 'away'].map((name) => join(programs.dataDir, name)) as [string, string];
  renameSync(here, away);
  await kill(pid);
  expect(await told(url, clerk)).toEqual(absent);
  renameSync(away, here);
  await recovers(url, clerk);
  expect((await program.stop()).code).toBe(0);
});

it('when nothing comes back any more, and nobody is told', async () => {
  const program = programs.start({ DATABASE_URL: proxy.url });
  const url = await program.ready();
  expect(await told(url)).toEqual(well);
  proxy.swallow('');
  expect(await told(url)).toEqual(absent);
  expect(proxy.silent()).toBeGreaterThan(0);
  proxy.swallow('what nobody says');
  await recovers(url);
  await program.stop();
});

it('when its connections are cut', async () => {
  const program = programs.start({ DATABASE_URL: proxy.url });
  const url = await program.ready();
  expect(await told(url)).toEqual(well);
  proxy.cut();
  await recovers(url);
  await program.stop();
});

it('when a migration is pending', async () => {
  const program = programs.start({ DATABASE_URL: database.runtimeUrl });
  const url = await program.ready();
  const { rows } = await admin.query(
    'delete from migration where id = (select max(id) from migration) returning timestamp, name',
  );
  const { status, headers, body } = await ask(`${url}/health/ready`);
  expect([status, headers.get('retry-after'), headers.get('content-type'), body.code]).toEqual([
    503,
    '2',
    'application/problem+json; charset=utf-8',
    'UNAVAILABLE',
  ]);
  expect((await ask(`${url}/health/live`)).status).toBe(200);
  await admin.query('insert into migration (timestamp, name) values ($1, $2)', [rows[0].timestamp, rows[0].name]);
  await recovers(url);
  await program.stop();
  // Whoever probes does so again and again: a line each, and not where in the code it is said.
  expect(
    program.stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      level: 40,
      time: expect.any(Number),
      pid: expect.any(Number),
      hostname: expect.any(String),
      requestId: headers.get('x-request-id'),
      code: 'UNAVAILABLE',
      msg: 'refused',
    },
  ]);
});

it('when all connections are taken; those who have them lose nothing', async () => {
  await admin.query(
    `alter role thidua_runtime in database ${database.name} set lock_timeout = 0; alter role thidua_runtime in database ${database.name} set statement_timeout = 0`,
  );
  const program = programs.start({ DATABASE_URL: database.runtimeUrl, POOL_SIZE: '2' });
  const url = await program.ready();
  // One caller has half of the connections; keys that were not seen yet count as their network.
  const callers = [usual(), cluster().keys.district];
  for (const key of callers) await ask(`${url}/v1/me`, key);
  await admin.query('begin; lock table unit in access exclusive mode');
  const holding = callers.map((key) => ask(`${url}${units}`, key));
  const waiting =
    'select count(*)::int as count from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())';
  await until(async () => (await admin.query(waiting)).rows[0].count === 2);
  expect(await told(url)).toEqual(absent);
  await admin.query('rollback');
  expect((await Promise.all(holding)).map(({ status }) => status)).toEqual([200, 200]);
  await recovers(url);
  await program.stop();
});

it('when a statement takes too long for the server', async () => {
  await admin.query(`alter role thidua_runtime in database ${database.name} set statement_timeout = '300ms'`);
  const program = programs.start({ DATABASE_URL: database.runtimeUrl });
  const url = await program.ready();
  await admin.query('begin; lock table unit in access exclusive mode');
  const { status, headers } = await ask(`${url}${units}`, usual());
  expect([status, headers.get('retry-after')]).toEqual([503, '2']);
  await admin.query('rollback');
  expect((await ask(`${url}${units}`, usual())).status).toBe(200);
  await program.stop();
});

it('when a lock is waited for too long: whoever hears BUSY hears when to ask again', async () => {
  await admin.query(`alter role thidua_runtime in database ${database.name} set lock_timeout = '300ms'`);
  const program = programs.start({ DATABASE_URL: database.runtimeUrl });
  const url = await program.ready();
  await admin.query('begin; lock table unit in access exclusive mode');
  const rest = await ask(`${url}${units}`, usual());
  const graph = await ask(`${url}/graphql`, usual(), {
    ...graphql,
    body: JSON.stringify({ query: '{ units(commune: "duc-lang") { nodes { code } } }' }),
  });
  await admin.query('rollback');
  expect([rest.status, rest.body.code, rest.headers.get('retry-after')]).toEqual([409, 'BUSY', '1']);
  expect([graph.body.errors[0].extensions.code, graph.headers.get('retry-after')]).toEqual(['BUSY', '1']);
  expect((await ask(`${url}/v1/refusals/BUSY`)).body.retryAfter).toBe(1);
  expect((await ask(`${url}${units}`, usual())).headers.get('retry-after')).toBe(null);
  await program.stop();
});
