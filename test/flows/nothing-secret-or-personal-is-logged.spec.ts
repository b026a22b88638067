import pg from 'pg';
import { withClient } from '../../src/database/client.js';
import { cloneDatabase, cluster, type TestDatabase } from '../cluster.js';
import { ask, usePrograms, type Program } from '../program.js';
import { until } from '../until.js';
import type { Row } from '../doors.js';

const programs = usePrograms();
const canary = 'CANARY7c1e';
let database: TestDatabase;
let program: Program;
let url: string;

beforeAll(async () => {
  database = await cloneDatabase('sample');
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  // A fault whose database error quotes the row.
  await admin.query(`alter table unit_term add constraint surprise check (name not like '%fault%')`);
  await admin.end();
  program = programs.start({
    DATABASE_URL: database.runtimeUrl,
    LOG_LEVEL: 'trace',
    RATE_LIMIT: '1000000',
    TRUST_PROXY: 'on',
  });
  url = await program.ready();
});
afterAll(async () => {
  await program.stop();
  await database.drop();
});

type Line = Row;
const lines = (): Line[] =>
  program.stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Waits until the request's own line stands there, and gives all lines with its id. */
async function linesOf(id: string): Promise<Line[]> {
  const found = () => lines().filter(({ requestId }) => requestId === id);
  await until(() => found().some(({ msg }) => msg === 'request'));
  return found();
}

const json = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...json, ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const unit = { code: 'canary', name: canary, kind: 'HAMLET', kindText: 'thôn', validFrom: '2024-01-01' };
const form = () => {
  const sent = new FormData();
  sent.append('file', new Blob([`%PDF-${canary}`]), `${canary}.pdf`);
  sent.append('document', canary);
  return { method: 'POST', body: sent } satisfies RequestInit;
};
const everywhere = {
  cookie: canary,
  'user-agent': canary,
  'x-request-id': canary,
  'x-forwarded-for': canary,
  traceparent: canary,
  'accept-language': canary,
  referer: canary,
};
const acts = {
  'idempotency-key': canary,
  'legal-reference': canary,
  'on-behalf-of': canary,
  'legal-date': canary,
  'if-match': canary,
};

const key = () => cluster().keys.clerk!;
const unitName =
  'mutation ($input: AddUnit!) { CANARY7c1e: addUnit(commune: "duc-lang", input: $input) { code name } }';

/** Every place a caller can put something, with the status it gets. */
const places: Readonly<Record<string, () => [string, number, RequestInit?, string?]>> = {
  headers: () => ['/v1/communes', 200, { headers: everywhere }],
  'headers of an act': () => ['/v1/communes/duc-lang/units', 400, post(unit, acts)],
  'the address of a refused caller': () => ['/v1/communes', 401, { headers: everywhere }, canary],
  'a key that is none': () => ['/v1/communes', 401, {}, canary],
  'a scheme that is none': () => ['/v1/communes', 401, { headers: { authorization: `Basic ${canary}` } }, ''],
  'the query': () => [`/v1/communes/duc-lang/units?search=${canary}`, 200],
  'a query nobody reads': () => [`/v1/communes/duc-lang?${canary}=${canary}`, 400],
  'the path, where a code stands': () => [`/v1/communes/duc-lang/units/${canary.toLowerCase()}`, 404],
  'a path that is none': () => [`/${canary}?name=${canary}`, 404],
  'a path that cannot be read': () => [`/${canary}%zz`, 400],
  'a method that is none': () => [`/v1/communes?${canary}`, 405, { method: 'DELETE' }],
  'the body': () => ['/v1/communes/duc-lang/units', 201, post(unit)],
  'a wrong body': () => ['/v1/communes/duc-lang/units', 400, post({ ...unit, kind: canary, [canary]: canary })],
  'wrong JSON': () => ['/v1/communes/duc-lang/units', 400, post(`{"name": ${canary}`)],
  'a type that is none': () => [
    '/v1/communes/duc-lang/units',
    415,
    { method: 'POST', headers: { 'content-type': `text/${canary}` }, body: canary },
  ],
  'a file': () => ['/v1/communes/duc-lang/files', 400, form()],
  'variables, and an alias': () => [
    '/graphql',
    200,
    post({ query: unitName, variables: { input: { ...unit, code: 'canary-2' } } }),
  ],
  'wrong variables': () => [
    '/graphql',
    400,
    post({ query: unitName, variables: { input: { ...unit, kind: canary } } }),
  ],
  'a wrong document': () => [
    '/graphql',
    400,
    post({ query: `{ ${canary}(name: "${canary}") }`, operationName: canary }),
  ],
  'a row the database quotes, over REST': () => [
    '/v1/communes/duc-lang/units',
    500,
    post({ ...unit, code: 'canary-3', name: `${canary} fault` }),
  ],
  'a row the database quotes, over GraphQL': () => [
    '/graphql',
    200,
    post({ query: unitName, variables: { input: { ...unit, code: 'canary-4', name: `${canary} fault` } } }),
  ],
};

it.each(Object.entries(places))('in %s', async (name, place) => {
  const [path, status, init, bearer = key()] = place();
  const answer = await ask(`${url}${path}`, bearer, init);
  expect(answer.status).toBe(status);
  const told = await linesOf(answer.headers.get('x-request-id')!);
  expect(told.filter(({ msg }) => msg === 'request')).toEqual([
    expect.objectContaining({ level: 30, status, method: init?.method ?? 'GET', ms: expect.any(Number) }),
  ]);
  if (name.includes('quotes')) {
    const [fault] = told.filter(({ level }) => level === 50);
    expect(fault!.err).toMatchObject({
      type: 'QueryFailedError',
      code: '23514',
      constraint: 'surprise',
      table: 'unit_term',
      stack: expect.stringMatching(/^ +at .+\.js:\d+/),
    });
    expect(fault!.err.message).toBeUndefined();
  }
  const { runtimePassword, keys } = cluster();
  for (const secret of [canary, runtimePassword, ...Object.values(keys), 'Thôn', 'Nguyễn'])
    expect(program.stderr.toLowerCase()).not.toContain(secret.toLowerCase());
});

it('tells route, operation and actor by their names', async () => {
  const rest = await ask(`${url}/v1/communes/duc-lang/units/hoa-binh?asOf=2024-01-01`, key());
  const graphql = await ask(
    `${url}/graphql`,
    key(),
    post({
      query:
        '{ a: communes { nodes { key } } units(commune: "duc-lang") { nodes { code } } b: communes { nodes { key } } }',
    }),
  );
  const [one] = await linesOf(rest.headers.get('x-request-id')!);
  const [other] = await linesOf(graphql.headers.get('x-request-id')!);
  expect(one).toMatchObject({
    method: 'GET',
    route: '/v1/communes/:commune/units/:unit',
    operations: ['unit'],
    actor: 'clerk',
  });
  expect(other).toMatchObject({
    method: 'POST',
    route: '/graphql',
    operations: ['communes', 'units'],
    actor: 'clerk',
    status: 200,
  });
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
])('tells where a refused request came from: %s', async (address, network) => {
  const { headers } = await ask(`${url}/v1/communes`, 'none', { headers: { 'x-forwarded-for': address } });
  const told = await linesOf(headers.get('x-request-id')!);
  const [refused] = told.filter(({ msg }) => msg === 'refused');
  expect(refused).toMatchObject({ level: 40, code: 'UNAUTHENTICATED', operation: 'communes', network });
  expect(told.find(({ msg }) => msg === 'request')).not.toHaveProperty('network');
});

it('says over both doors that an act is refused with 503, and not where in the code', async () => {
  const asked = { '/v1/communes/duc-lang/units': unit, '/graphql': { query: unitName, variables: { input: unit } } };
  await withClient(database.adminUrl, async (admin) => {
    await admin.query(`insert into migration (timestamp, name) values (1, 'Later1')`);
    for (const [path, body] of Object.entries(asked)) {
      const { headers } = await ask(`${url}${path}`, key(), post(body));
      const told = (await linesOf(headers.get('x-request-id')!)).filter(({ msg }) => msg !== 'request');
      expect([path, told.map(({ level, code, msg, err }) => [level, code, msg, err])]).toEqual([
        path,
        [[40, 'UNAVAILABLE', 'refused', undefined]],
      ]);
    }
    await admin.query(`delete from migration where name = 'Later1'`);
  });
});

it('has one line for each request, and no other lines but of refusals and faults', () => {
  const requests = lines().filter(({ msg }) => msg === 'request');
  expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(requests.length);
  expect([...new Set(lines().map(({ msg }) => String(msg).replace(/ at http.+/, '')))].sort()).toEqual(
    ['FAULT', 'Server listening', 'refused', 'request'].sort(),
  );
});
