import { jest } from '@jest/globals';
import supertest from 'supertest';
import { Database } from '../../src/database/database.js';
import { HealthService } from '../../src/running/health.service.js';
import { as, startApp, useApp } from '../app.js';
import type { Row } from '../doors.js';

const test = useApp();
const quota = 4;
let app: Awaited<ReturnType<typeof startApp>>;

/** Every test has a program of its own: nobody has asked anything yet. */
beforeEach(async () => {
  app = await startApp(test.database.runtimeUrl, { poolSize: 2, trustProxy: true, rateLimit: quota });
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
  expect(told.map((headers) => headers['ratelimit-policy'])).toEqual(Array(4).fill('"key";q=4;w=60'));
  expect(told.map(({ ratelimit }) => ratelimit?.replace(/t=\d+$/, 't=…'))).toEqual([
    '"key";r=3;t=…',
    '"key";r=2;t=…',
    '"key";r=1;t=…',
    '"key";r=0;t=…',
  ]);
});

describe.each([
  ['REST', rest],
  ['GraphQL', graphql],
] as const)('%s', (_, ask) => {
  it('is refused with 429 and Retry-After, before the database is asked', async () => {
    expect(await statuses(often(quota, () => ask('clerk')))).toEqual([200, 200, 200, 200]);
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
      detail: expect.stringMatching(/^More than 4 requests in a minute/),
    });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });

  it('another key, and another address, are not', async () => {
    expect(await statuses([...often(quota + 1, () => ask('clerk')), () => ask('verifier'), () => ask()])).toEqual([
      200, 200, 200, 200, 429, 200, 200,
    ]);
    expect(
      await statuses([...often(quota, () => ask(undefined, '10.9.9.9')), () => ask(undefined, '10.9.9.8')]),
    ).toEqual([200, 200, 200, 200, 200]);
  });
});

it('a stranger counts by address', async () =>
  expect(await statuses(often(quota + 1, () => rest()))).toEqual([200, 200, 200, 200, 429]));

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
