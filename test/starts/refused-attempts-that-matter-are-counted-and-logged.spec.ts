import { cloneDatabase, cluster, type TestDatabase } from '../cluster.js';
import { ask, usePrograms, type Program } from '../program.js';
import { until } from '../until.js';

const programs = usePrograms();
let database: TestDatabase;
beforeAll(async () => void (database = await cloneDatabase('sample')));
afterAll(() => database.drop());

const unit = { code: 'new', name: 'New', kind: 'HAMLET', kindText: 'thôn', validFrom: '2024-01-01' };
const json = { 'content-type': 'application/json' };
const post = (body: object, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...json, ...headers },
  body: JSON.stringify(body),
});
const mutation = {
  query: 'mutation ($input: AddUnit!) { alias: addUnit(commune: "duc-lang", input: $input) { code } }',
  variables: { input: unit },
};
const addOverRest = (headers?: Record<string, string>) => ['/v1/communes/duc-lang/units', post(unit, headers)] as const;
const addOverGraphql = (headers?: Record<string, string>) => ['/graphql', post(mutation, headers)] as const;

/** Code, operation and actor as they are told, and how each comes about. */
const attempts: readonly (readonly [
  code: string,
  operation: string,
  actor: string | undefined,
  key: string,
  request: readonly [string, RequestInit?],
])[] = [
  ['UNAUTHENTICATED', 'communes', undefined, 'nobodys-key', ['/v1/communes']],
  ['UNAUTHENTICATED', 'addUnit', undefined, 'nobodys-key', addOverGraphql()],
  ['FORBIDDEN', 'addUnit', 'chairperson', 'chairperson', addOverRest()],
  ['FORBIDDEN', 'addUnit', 'chairperson', 'chairperson', addOverGraphql()],
];

const lines = ({ stderr }: Program) =>
  stderr
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const refusals = async (url: string) =>
  Object.fromEntries(
    [...((await ask(`${url}/metrics`)).body as string).matchAll(/^thidua_refusals_total\{code="(\w+)"\} (\d+)$/gm)].map(
      ([, code, count]) => [code, Number(count)],
    ),
  );

it('with code, operation and actor, at the usual level, through both doors', async () => {
  const program = programs.start({ DATABASE_URL: database.runtimeUrl });
  const url = await program.ready();
  const ids: (string | null)[] = [];
  for (const [code, , , key, [path, init]] of attempts) {
    const { body, headers } = await ask(`${url}${path}`, cluster().keys[key] ?? key, init);
    expect(body.code ?? body.errors[0].extensions.code).toBe(code);
    ids.push(headers.get('x-request-id'));
  }
  expect((await ask(`${url}/v1/communes/nowhere`)).status).toBe(404);
  expect(await refusals(url)).toEqual({ UNAUTHENTICATED: 2, FORBIDDEN: 2, NOT_FOUND: 1 });
  await program.stop();
  expect(
    lines(program).map(({ level, msg, requestId, code, operation, actor }) => [
      level,
      msg,
      requestId,
      code,
      operation,
      actor,
    ]),
  ).toEqual(attempts.map(([code, operation, actor], place) => [40, 'refused', ids[place], code, operation, actor]));
});

it('and so is who asks too often', async () => {
  const program = programs.start({ DATABASE_URL: database.runtimeUrl, RATE_LIMIT: '1' });
  const url = await program.ready();
  const statuses = [];
  for (const _ of [1, 2]) statuses.push((await ask(`${url}/v1/communes`)).status);
  expect(statuses).toContain(429);
  expect((await refusals(url)).TOO_MANY_REQUESTS).toBeGreaterThan(0);
  await until(() => program.stderr.includes('TOO_MANY_REQUESTS'));
  expect(lines(program).find(({ code }) => code === 'TOO_MANY_REQUESTS')).toMatchObject({
    level: 40,
    msg: 'refused',
    operation: 'communes',
  });
  await program.stop();
});
