import { networkInterfaces } from 'node:os';
import { cloneDatabase, cluster, type TestDatabase } from '../cluster.js';
import { ask, usePrograms } from '../program.js';

const programs = usePrograms();
let database: TestDatabase;
beforeAll(async () => void (database = await cloneDatabase('sample')));
afterAll(() => database.drop());

/** This machine as others see it; a machine without a network has none. */
const outside = Object.values(networkInterfaces())
  .flat()
  .find((each) => each?.family === 'IPv4' && !each.internal)?.address;
const claims = { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1', host: 'localhost' };

async function asked(METRICS?: string) {
  const program = programs.start({
    DATABASE_URL: database.runtimeUrl,
    HOST: '0.0.0.0',
    TRUST_PROXY: 'on',
    ...(METRICS && { METRICS }),
  });
  const url = await program.ready();
  const from = async (host: string, headers = {}) =>
    (await ask(`${url.replace('127.0.0.1', host)}/metrics`, undefined, { headers })).status;
  const statuses = {
    loopback: await from('127.0.0.1'),
    forwarded: await from('127.0.0.1', { 'x-forwarded-for': '203.0.113.7' }),
    ...(outside && { outside: await from(outside, claims) }),
  };
  await program.stop();
  return statuses;
}

const expected = (loopback: number, others: number) => ({
  loopback,
  forwarded: loopback,
  ...(outside && { outside: others }),
});

it('to callers on this machine, whatever a caller claims', async () =>
  expect(await asked()).toEqual(expected(200, 404)));
it('to all', async () => expect(await asked('open')).toEqual(expected(200, 200)));
it('to nobody', async () => expect(await asked('off')).toEqual(expected(404, 404)));

it('and hold requests by operation, the pool, the event loop and the heads, but nothing a caller sent', async () => {
  const program = programs.start({ DATABASE_URL: database.runtimeUrl });
  const url = await program.ready();
  const { clerk } = cluster().keys;
  const graphql = (query: string): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  await ask(`${url}/v1/communes/duc-lang/units?search=canary`, clerk);
  await ask(`${url}/v1/communes/canary/units`, clerk);
  await ask(`${url}/canary`, clerk);
  await ask(`${url}/graphql`, clerk, graphql('{ canary: units(commune: "duc-lang") { nodes { code } } }'));
  const { body } = await ask(
    `${url}/graphql`,
    clerk,
    graphql('{ units(commune: "duc-lang") { nodes { code } } communes { nodes { key head { position } } } }'),
  );
  const told = await ask(`${url}/metrics`, clerk);
  expect(told.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = told.body as string;
  const count = (operation: string, method: string, status: string) =>
    Number(
      new RegExp(
        `^thidua_request_duration_seconds_count\\{operation="${operation}",method="${method}",status="${status}"\\} (\\d+)$`,
        'm',
      ).exec(text)?.[1],
    );
  expect([
    count('units', 'GET', '2xx'),
    count('units', 'GET', '4xx'),
    count('none', 'GET', '4xx'),
    count('units', 'POST', '2xx'),
    count('several', 'POST', '2xx'),
  ]).toEqual([1, 1, 1, 1, 1]);
  const heads = Object.fromEntries(
    [...text.matchAll(/^thidua_head_position\{commune="(\S+)"\} (\d+)$/gm)].map(([, commune, position]) => [
      commune,
      Number(position),
    ]),
  );
  expect(heads).toMatchObject(
    Object.fromEntries(
      body.data.communes.nodes.map(({ key, head }: { key: string; head: { position: number } }) => [
        key,
        head.position,
      ]),
    ),
  );
  expect(Object.keys(heads)).toContain('registry');
  for (const name of [
    'thidua_pool_connections{state="total"}',
    'thidua_pool_connections{state="idle"}',
    'thidua_pool_connections{state="waiting"}',
    'thidua_database_up',
    'nodejs_eventloop_lag_p99_seconds',
  ])
    expect(text).toMatch(new RegExp(`^${name.replace(/[{}"]/g, '\\$&')} \\d`, 'm'));
  expect(text).toMatch(/^thidua_build_info\{version="\d+\.\d+\.\d+",node="v\d+\.\d+\.\d+"\} 1$/m);
  expect(text).not.toContain('canary');
  await program.stop();
});
