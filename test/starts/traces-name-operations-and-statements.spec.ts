import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cloneDatabase, cluster, type TestDatabase } from '../cluster.js';
import { ask, usePrograms } from '../program.js';

const programs = usePrograms();
const canary = 'CANARY5d21';
let database: TestDatabase;
let collector: Server;
let address: string;
let received: Buffer;

beforeAll(async () => {
  database = await cloneDatabase('sample');
  collector = createServer(async (request, response) => {
    const pieces = await request.toArray();
    if (request.url === '/v1/traces') received = Buffer.concat([received, ...pieces]);
    response.end();
  });
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
beforeEach(() => void (received = Buffer.alloc(0)));
afterAll(async () => {
  collector.close();
  await database.drop();
});

const unit = { code: 'canary', name: canary, kind: 'HAMLET', kindText: 'thôn', validFrom: '2024-01-01' };
const json = { 'content-type': 'application/json' };
const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

/** A read and a write through either door, full of values; what has run is sent before the end. */
async function run(env: Record<string, string>) {
  const program = programs.start({ DATABASE_URL: database.runtimeUrl, ...env });
  const url = await program.ready();
  const { clerk } = cluster().keys;
  const code = `code-${Object.values(env).join('').length}`;
  await ask(`${url}/v1/communes/duc-lang/units?search=${canary}`, clerk, {
    headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01`, tracestate: `x=${canary}`, baggage: `name=${canary}` },
  });
  const { status } = await ask(`${url}/v1/communes/duc-lang/units?validate=only`, clerk, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ ...unit, code }),
  });
  expect(status).toBe(200);
  await ask(`${url}/graphql`, clerk, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({
      query: `{ ${canary}: plans(commune: "duc-lang", search: "${canary}") { nodes { key } } communes { nodes { key } } }`,
    }),
  });
  await ask(`${url}/${canary}`, clerk);
  expect((await program.stop()).code).toBe(0);
  return program;
}

it('where the standard variables say where to, without a value of anybody', async () => {
  await run({ OTEL_EXPORTER_OTLP_ENDPOINT: address, OTEL_SERVICE_NAME: 'xa-duc-lang' });
  const text = received.toString('latin1');
  for (const name of [
    'xa-duc-lang',
    'units',
    'addUnit',
    '/v1/communes/:commune/units',
    'access.credential',
    'units.units',
    'BEGIN',
    'INSERT unit',
    'http.response.status_code',
  ])
    expect([name, text.includes(name)]).toEqual([name, true]);
  expect(received.includes(Buffer.from(trace, 'hex'))).toBe(true);
  const { clerk } = cluster().keys;
  for (const value of [canary, clerk!, database.name, 'thôn', 'app.reach'])
    expect([value, received.includes(value)]).toEqual([value, false]);
});

const nowhere: readonly Record<string, string>[] = [
  {},
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'set', OTEL_SDK_DISABLED: 'true' },
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'set', OTEL_TRACES_EXPORTER: 'none' },
];
it.each(nowhere)('nowhere else: %j', async (env) => {
  await run('OTEL_EXPORTER_OTLP_ENDPOINT' in env ? { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: address } : {});
  expect(received).toHaveLength(0);
});

it("and a collector that is away is nobody's trouble", async () => {
  const program = await run({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
  expect(program.stderr).toBe('');
});
