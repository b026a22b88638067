import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { attacks, type Attack } from '../../bench/attacks.mjs';
import { limits } from '../../src/limits/limits.js';
import { Database } from '../../src/database/database.js';
import { as, useApp } from '../app.js';
import type { Row } from '../doors.js';

const test = useApp();
let url: string;
let connections: jest.Mock;

beforeAll(async () => {
  url = await test.app.getUrl();
  connections = jest.spyOn((test.app.get(Database).source.driver as Row).master, 'connect') as never;
});
beforeEach(() => connections.mockClear());

const send = async ({ path, init }: Pick<Attack, 'path' | 'init'>) => {
  const response = await fetch(url + path, init);
  return { status: response.status, type: response.headers.get('content-type'), body: (await response.json()) as Row };
};
const ask = (query: string, variables = {}, actor?: string) =>
  send({
    path: '/graphql',
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...as(test, actor) },
      body: JSON.stringify({ query, variables }),
    },
  });

it('a connection above the limit is closed, and the next one is served when there is room', async () => {
  const server = test.app.getHttpServer();
  expect(server.maxConnections).toBe(limits.connections);
  const port = Number(new URL(url).port);
  const first = connect(port, '127.0.0.1');
  await once(first, 'connect');
  server.maxConnections = 1;
  const second = connect(port, '127.0.0.1');
  await once(second, 'close');
  server.maxConnections = limits.connections;
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  first.destroy();
});

describe('refused before a statement reaches the database', () => {
  it.each(attacks.map((attack) => [attack.name, attack] as const))('%s', async (_, attack) => {
    // Documents are remembered: interpreted, then compiled.
    for (let time = 1; time <= 3; time++) {
      const { status, type, body } = await send(attack);
      const problems =
        body.errors && body.code === undefined ? body.errors.map(({ extensions }: Row) => extensions) : [body];
      expect([status, problems[0].code]).toEqual([attack.status, attack.code]);
      expect(problems[0]).toMatchObject({ type: `/v1/refusals/${attack.code}`, requestId: expect.any(String) });
      if (attack.limit)
        expect(problems.map(({ details }: Row) => details)).toContainEqual({
          limit: attack.limit,
          most: limits[attack.limit as 'depth'],
          found: expect.any(Number),
          ...(attack.limit === 'cost' && { list: expect.stringMatching(/^\w+(\.\w+)+$/) }),
        });
      else if (!body.errors || body.code) expect(type).toBe('application/problem+json; charset=utf-8');
      expect(JSON.stringify(body).length).toBeLessThan(50_000);
    }
    expect(connections).not.toHaveBeenCalled();
  });

  it('says all limits a document is above, and nothing else', async () => {
    const { body } = await ask(
      `{ commune(key: "duc-lang") { ${Array.from({ length: 60 }, (_, n) => `a${n}: unknown @include(if: true)`).join(' ')} } }`,
    );
    expect(body.errors.map(({ extensions }: Row) => [extensions.code, extensions.details])).toEqual([
      ['QUERY_TOO_COSTLY', { limit: 'aliases', most: 30, found: 60 }],
      ['QUERY_TOO_COSTLY', { limit: 'directives', most: 50, found: 60 }],
    ]);
  });
});

describe('what honest callers ask is answered', () => {
  const fields =
    'id version code name target targetText upperTarget outOf comparator direction parts counted derived needsClarification measure { unit displayUnit scale } responsibleUnitCode';
  const honest: Record<string, readonly [query: string, variables?: object]> = {
    "the README's": [
      '{ communes { nodes { key head { position } plan(key: "2023") { indicators(first: 100) { nodes { code target parts } } } } } }',
    ],
    'what the program prints at its start': [
      '{ communes { nodes { key plan(key: "2023") { title indicators(first: 3) { nodes { code target } } } } } }',
    ],
    'the indicators of 25 communes in full': [
      `{ communes(first: 25) { nodes { plan(key: "2023") { indicators(first: 100) { nodes { ${fields} } } } } } }`,
    ],
    'by variables': [
      `query ($n: Int, $m: Int) { communes(first: $n) { nodes { plan(key: "2023") { indicators(first: $m) { nodes { ${fields} } } } } } }`,
      { n: 25, m: 100 },
    ],
    'the longest page': [
      '{ units(commune: "duc-lang", first: 500) { nodes { id code kind name parent { code parent { code } } path } pageInfo { hasNextPage endCursor } } }',
    ],
    'the longest page of the feed': [
      '{ changes(commune: "duc-lang", first: 500) { cursor more head { position hash } items { position item op kind type recordId version on at actor reason data leaf personal } } }',
    ],
    'a figure of each of twelve indicators': [
      `{ ${Array.from({ length: 12 }, (_, n) => `f${n}: indicator(commune: "duc-lang", plan: "2023", code: "econ.rice.area") { target }`).join(' ')} }`,
    ],
    'the introspection of GraphiQL': [
      getIntrospectionQuery({
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
      }),
    ],
  };
  it.each(Object.entries(honest))('%s', async (_, [query, variables]) => {
    const { status, body } = await ask(query, variables, 'district');
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(connections).toHaveBeenCalled();
  });
});

describe('who sends too slowly is cut', () => {
  const head = `POST /graphql HTTP/1.1\r\nhost: x\r\n`;
  const body = `${head}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{`;

  /** Says `start`, then a byte every 50 ms; what it was answered when it was cut, nothing when it was not cut in as many bytes. */
  const trickle = async (start: string, bytes: number): Promise<string | undefined> => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket
      .setEncoding('utf8')
      .on('data', (text: string) => (answer += text))
      .on('error', () => undefined);
    const closed = once(socket, 'close').then(
      () => answer,
      () => answer,
    );
    socket.write(start);
    for (let n = 0; n < bytes && !socket.destroyed; n++) {
      socket.write('x');
      await Promise.race([closed, delay(50)]);
    }
    const cut = socket.destroyed;
    socket.destroy();
    return cut ? closed : undefined;
  };

  const server = () =>
    test.app.getHttpServer() as unknown as Record<
      'headersTimeout' | 'requestTimeout' | 'keepAliveTimeout' | 'timeout',
      number
    >;
  afterEach(() =>
    Object.assign(server(), { headersTimeout: limits.headersTimeout, requestTimeout: limits.requestTimeout }),
  );

  it('the server watches as the table says', () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout, timeout } = server();
    expect({ headersTimeout, requestTimeout, keepAlive: keepAliveTimeout, silence: timeout }).toEqual({
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      keepAlive: limits.keepAliveTimeout,
      silence: limits.idleTimeout,
    });
  });

  it.each([
    ['headers', `${head}x-slow: `, { headersTimeout: 200 }],
    ['a body', body, { headersTimeout: 200, requestTimeout: 400 }],
  ])('%s', async (_, start, timeouts) => {
    Object.assign(server(), timeouts);
    const answer = await trickle(start, 400);
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(JSON.parse(answer?.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: 408, code: 'TIMED_OUT' });
  });

  it('but a file on its way is given time of its own, to whoever may send one', async () => {
    const form = (actor: string) =>
      `POST /v1/communes/duc-lang/files HTTP/1.1\r\nhost: x\r\nauthorization: ${as(test, actor).authorization}\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 1000\r\n\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`;
    Object.assign(server(), { headersTimeout: 200, requestTimeout: 400 });
    expect(await trickle(form('clerk'), 60)).toBeUndefined();
    expect(await trickle(form('observer'), 400)).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('and nobody is without these limits', async () => {
    Object.assign(server(), { headersTimeout: 0, requestTimeout: 0 });
    expect(await trickle(`${head}x-slow: `, 60)).toBeUndefined();
  });
});
