import { jest } from '@jest/globals';
import supertest from 'supertest';
import { KeyActsService } from '../../src/actors/key-acts.service.js';
import { Database } from '../../src/database/database.js';
import { limits } from '../../src/limits/limits.js';
import { HealthService } from '../../src/running/health.service.js';
import { as, startApp, useApp } from '../app.js';
import type { Row } from '../doors.js';

const test = useApp();
const quota = 40;
/** Of everybody without a valid key at one address. */
const strangers = 4;
let app: Awaited<ReturnType<typeof startApp>>;

/** Every test has a program of its own: nobody has asked anything yet. */
beforeEach(async () => {
  app = await startApp(test.database.runtimeUrl, { poolSize: 2, trustProxy: true, rateLimit: quota });
  // The document is known and compiled.
  for (let time = 1; time <= 2; time++) await graphql('auditor', '10.7.7.7');
});
afterEach(() => app.close());

const rest = (actor?: string, from = '10.0.0.1') =>
  supertest(app.getHttpServer())
    .get(actor === undefined ? '/v1/communes/duc-lang/plans' : '/v1/me')
    .set(as(test, actor))
    .set('x-forwarded-for', from);
const graphql = (actor?: string, from = '10.0.0.1') =>
  supertest(app.getHttpServer())
    .post('/graphql')
    .set(as(test, actor))
    .set('x-forwarded-for', from)
    .send({ query: '{ plans(commune: "duc-lang") { nodes { key } } }' });
const statuses = async (asked: readonly (() => PromiseLike<{ status: number }>)[]) => {
  const answers: number[] = [];
  for (const ask of asked) answers.push((await ask()).status);
  return answers;
};
const often = <T>(times: number, ask: () => T) => Array.from({ length: times }, () => ask);

it('is told on every answer what is left, of both doors together', async () => {
  const told = [];
  for (const ask of [rest, graphql, rest, graphql]) told.push((await ask('clerk')).headers);
  expect(told.map((headers) => headers['ratelimit-policy'])).toEqual(Array(4).fill('"key";q=40;w=60'));
  expect(told.map(({ ratelimit }) => ratelimit?.replace(/t=\d+$/, 't=…'))).toEqual([
    '"key";r=39;t=…',
    '"key";r=38;t=…',
    '"key";r=37;t=…',
    '"key";r=36;t=…',
  ]);
});

describe.each([
  ['REST', rest],
  ['GraphQL', graphql],
] as const)('%s', (_, ask) => {
  it('is refused with 429 and Retry-After, before the database is asked', async () => {
    expect(await statuses(often(quota, () => ask('clerk')))).toEqual(Array(quota).fill(200));
    const connections = jest.spyOn((app.get(Database).source.driver as Row).master, 'connect');
    const { status, headers, body } = await ask('clerk').set('accept-language', 'en');
    expect([status, headers['content-type'], body.code, connections.mock.calls.length]).toEqual([
      429,
      'application/problem+json; charset=utf-8',
      'TOO_MANY_REQUESTS',
      0,
    ]);
    expect(headers.ratelimit).toBe(`"key";r=0;t=${headers['retry-after']}`);
    expect(body).toMatchObject({
      details: { quota, seconds: Number(headers['retry-after']) },
      detail: expect.stringMatching(/^More than 40 requests in a minute/),
    });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });

  it('another key, and another address, are not', async () => {
    await statuses(often(quota, () => ask('clerk')));
    expect(await statuses([() => ask('clerk'), () => ask('verifier'), () => ask()])).toEqual([429, 200, 200]);
    expect(
      await statuses([...often(strangers, () => ask(undefined, '10.9.9.9')), () => ask(undefined, '10.9.9.8')]),
    ).toEqual([200, 200, 200, 200, 200]);
  });
});

it('a stranger counts by address', async () =>
  expect(await statuses(often(strangers + 1, () => rest()))).toEqual([200, 200, 200, 200, 429]));

it('and not by one made up: of what a proxy hands on it has seen the last address alone', async () => {
  const made = (number: number) => rest(undefined, `10.8.8.${number}, 10.0.0.1`);
  expect(await statuses([1, 2, 3, 4, 5].map((number) => () => made(number)))).toEqual([200, 200, 200, 200, 429]);
});

it('keys made up one after the other count as the stranger who makes them up, and harm no valid one', async () => {
  expect(await statuses([() => rest('clerk')])).toEqual([200]);
  expect(await statuses(['a', 'b', 'c', 'd', 'e', 'f'].map((made) => () => rest(`made-up-${made}`)))).toEqual([
    401, 401, 401, 401, 429, 429,
  ]);
  expect(await statuses([() => rest(), () => rest('clerk')])).toEqual([429, 200]);
});

it('one limit of an actor, however the key is written, and whichever of its keys', async () => {
  const written = (value: string) => rest('clerk').set('authorization', value);
  const { authorization = '' } = as(test, 'clerk');
  await statuses(often(quota, () => rest('clerk')));
  const spellings = [authorization.replace(' ', '   '), authorization.replace('Bearer', 'bEARER')];
  expect(await statuses(spellings.map((value) => () => written(value)))).toEqual([429, 429]);
  const second = await app
    .get(KeyActsService)
    .issueKey(await test.operator(), 'duc-lang', { actor: 'clerk', scopes: ['access:read'] } as never);
  // A key not yet seen counts for its address, and from its first answer for its actor.
  expect(await statuses(often(2, () => written(`Bearer ${(second as Row).key}`)))).toEqual([200, 429]);
});

it('a request takes of the quota what it cost: a document not seen before, and a long answer', async () => {
  const left = async (ask: PromiseLike<{ headers: Row }>) => Number(/r=(\d+)/.exec((await ask).headers.ratelimit)![1]);
  const before = await left(rest('clerk'));
  const fresh = graphql('clerk').send({ query: '{ __typename communes { nodes { key } } }' });
  const known = await left(fresh);
  expect(before - known).toBe(1 + limits.newDocument);
  const long = supertest(app.getHttpServer()).get('/v1/communes/duc-lang/changes?first=500').set(as(test, 'clerk'));
  const { headers, text } = await long;
  expect(text.length).toBeGreaterThan(2 * limits.bytesPerRequest);
  expect(known - (await left(Promise.resolve({ headers })))).toBe(1 + Math.floor(text.length / limits.bytesPerRequest));
});

it('whatever watches the program is never refused', async () => {
  const watch = (path: string) => supertest(app.getHttpServer()).get(path);
  expect(await statuses([...often(quota * 2, () => watch('/health/live')), () => watch('/health/ready')])).toEqual(
    Array(quota * 2 + 1).fill(200),
  );
});

it('and so takes one connection, however many probe at once', async () => {
  const connections = jest.spyOn((app.get(Database).source.driver as Row).master, 'connect');
  await Promise.all(Array.from({ length: 20 }, () => app.get(HealthService).ready()));
  expect(connections.mock.calls.length).toBe(1);
});
