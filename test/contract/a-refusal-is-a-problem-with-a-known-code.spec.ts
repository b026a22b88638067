import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { limits } from '../../src/limits/limits.js';
import { pointsInVietnamese } from '../../src/points.data.js';
import { refusals } from '../../src/refusals.data.js';
import { explain } from '../../src/api/problem.js';
import { point } from '../../src/points.js';
import { Refusal, retryAfter, type RefusalCode } from '../../src/refusals.js';
import { as, useApp } from '../app.js';
import type { Row } from '../doors.js';

const test = useApp();
const indicator = '/v1/communes/duc-lang/plans/2023/indicators/econ.rice.area';
const patch = () => test.http().patch(indicator).set(as(test, 'clerk')).set('if-match', '"1"');
const graphql = () => test.http().post('/graphql').set(as(test, 'clerk'));
const me = '{ me { key } }';
const tooLarge = JSON.stringify({ name: 'x'.repeat(limits.body) });

const byRest: Record<string, readonly [status: number, code: string, send: () => any, pointers?: string[]]> = {
  'JSON that is none': [400, 'MALFORMED', () => patch().type('json').send('{"name"')],
  'a type of content nobody reads': [415, 'UNSUPPORTED_TYPE', () => patch().type('text/xml').send('<name/>')],
  'a body too large': [413, 'TOO_LARGE', () => patch().type('json').send(tooLarge)],
  'an address that is none': [404, 'NOT_FOUND', () => test.http().get('/v1/nothing')],
  'an address that cannot be decoded': [400, 'MALFORMED', () => test.http().get('/v1/communes/%E0%A4%A')],
  'a method the address does not take': [405, 'METHOD_NOT_ALLOWED', () => test.http().delete(indicator)],
  'a parameter nobody knows': [
    400,
    'INVALID',
    () => test.http().get('/v1/communes/duc-lang/plans?colour=red'),
    ['/colour'],
  ],
  'a parameter where none is read': [
    400,
    'INVALID',
    () => test.http().get('/v1/communes/duc-lang?colour=red'),
    ['/colour'],
  ],
  'a parameter of a wrong value': [
    400,
    'INVALID',
    () => test.http().get('/v1/communes/duc-lang/plans?first=0&kind=MONTHLY'),
    ['/first', '/kind'],
  ],
  'a cursor that is none': [400, 'CURSOR_INVALID', () => test.http().get('/v1/communes/duc-lang/plans?after=x')],
  'a body of wrong values': [
    400,
    'INVALID',
    () => patch().send({ target: '1e3', direction: 'LEFT', colour: 'red' }),
    ['/colour', '/direction', '/target'],
  ],
  'null where nothing can be cleared': [400, 'INVALID', () => patch().send({ name: null }), ['/name']],
  'no key': [401, 'UNAUTHENTICATED', () => test.http().get('/v1/me')],
};

it('a body too large is told how long it may be', async () => {
  const { body } = await patch().type('json').send(tooLarge);
  const sent = tooLarge.length;
  expect(body).toMatchObject({
    detail: `Nội dung gửi lên có ${sent.toLocaleString('vi')} byte quá mức 512.000 byte; hãy giảm bớt hoặc chia nhỏ.`,
    details: { most: limits.body, sent },
  });
});

describe('REST', () => {
  it.each(Object.entries(byRest))('%s', async (_, [status, code, send, pointers = []]) => {
    const answer = await send();
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ type: `/v1/refusals/${code}`, status, code, requestId: expect.any(String) });
    expect(answer.status).toBe(status);
    expect(answer.body.errors.map(({ pointer }: Row) => pointer).sort()).toEqual(pointers);
  });

  it('405 says what is allowed', async () => {
    const { headers } = await test.http().put(indicator);
    expect(headers.allow).toBe('GET, HEAD, PATCH');
  });

  it('a merge patch is read under either of its types', async () => {
    for (const type of ['application/json', 'application/merge-patch+json']) {
      const { body } = await patch()
        .set('if-match', '"999"')
        .set('content-type', type)
        .send(JSON.stringify({ name: 'x' }));
      expect(body.code).toBe('STALE');
    }
  });
});

const byGraphql: Record<string, readonly [code: string, body: unknown, status?: number, pointers?: string[]]> = {
  'a document that is none': ['QUERY_REFUSED', { query: '{ me { key }' }],
  'a field nobody knows': ['QUERY_REFUSED', { query: '{ me { colour } }' }],
  'an argument nobody knows': [
    'QUERY_REFUSED',
    { query: '{ plans(commune: "duc-lang", colour: "red") { nodes { key } } }' },
  ],
  'a variable left out': [
    'QUERY_REFUSED',
    { query: 'query ($commune: String!) { plans(commune: $commune) { nodes { key } } }' },
  ],
  'a variable of a wrong type': [
    'QUERY_REFUSED',
    { query: 'query ($commune: String!) { plans(commune: $commune) { nodes { key } } }', variables: { commune: 1 } },
  ],
  'a figure that is none': [
    'QUERY_REFUSED',
    {
      query:
        'mutation ($input: AmendIndicator!) { amendIndicator(commune: "duc-lang", plan: "2023", code: "econ.rice.area", expectedVersion: 1, input: $input) { code } }',
      variables: { input: { target: '1e3' } },
    },
  ],
  'no document': ['QUERY_REFUSED', {}],
  'an operation of a kind that the schema has not': ['QUERY_REFUSED', { query: 'subscription { me }' }],
  'such an operation behind another one': [
    'QUERY_REFUSED',
    { query: 'query a { me { key } } subscription b { me }', operationName: 'b' },
  ],
  'a document to be kept under its hash': [
    'QUERY_REFUSED',
    {
      query: me,
      extensions: { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(me).digest('hex') } },
    },
    200,
  ],
  'two operations and no name': ['QUERY_REFUSED', { query: 'query a { me { key } } query b { me { key } }' }],
  'a parameter of a wrong value': [
    'INVALID',
    { query: '{ plans(commune: "duc-lang", first: 0) { nodes { key } } }' },
    200,
    ['/first'],
  ],
};

describe('GraphQL', () => {
  it.each(Object.entries(byGraphql))('%s', async (_, [code, sent, status = 400, pointers = []]) => {
    // Interpreted, then compiled.
    for (let time = 1; time <= 3; time++) {
      const answer = await graphql().send(sent as object);
      const [error] = answer.body.errors;
      expect(error.extensions).toMatchObject({
        type: `/v1/refusals/${code}`,
        status: 400,
        code,
        requestId: answer.headers['x-request-id'],
      });
      // The one message that clients read.
      if (error.message !== 'PersistedQueryNotSupported') expect(error.message).toBe(error.extensions.detail);
      expect(answer.status).toBe(status);
      expect(error.extensions.errors.map(({ pointer }: Row) => pointer)).toEqual(pointers);
    }
  });

  it.each([
    ['JSON that is none', 400, 'MALFORMED', () => graphql().type('json').send('{"query"')],
    ['a type of content nobody reads', 415, 'UNSUPPORTED_TYPE', () => graphql().type('text/xml').send('<query/>')],
    ['a body too large', 413, 'TOO_LARGE', () => graphql().type('json').send(tooLarge)],
  ])('%s', async (_, status, code, send) => {
    const answer = await send();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('speaks the language asked for, also of a document it refuses', async () => {
    const { body } = await graphql().set('accept-language', 'en').send({ query: '{ me { colour } }' });
    expect(body.errors[0].message).toMatch(/^The GraphQL document is not valid: /);
  });

  it('a document that would never end is refused at once', async () => {
    const fragments = Array.from(
      { length: 40 },
      (_, n) => `fragment f${n} on Commune { key ${n < 39 ? `...f${n + 1} ...f${n + 1}` : ''} }`,
    );
    const { body } = await graphql().send({ query: `{ commune(key: "duc-lang") { ...f0 } } ${fragments.join(' ')}` });
    expect(body.errors[0].extensions.code).toBe('QUERY_TOO_COSTLY');
  });
});

describe('the list of refusals', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join('src', path), 'utf8'));
  const used = [
    ...new Set(
      sources.flatMap((text) => [...text.matchAll(/new Refusal\(\s*'(\w+)'/g)].map(([, code]) => code as string)),
    ),
  ];

  it('holds every code the program uses, in two languages', () => {
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((code) => !(code in refusals))).toEqual([]);
    for (const [code, [status, vi, en]] of Object.entries(refusals))
      expect([code, status >= 400 && status < 600, new Set<string>(['', vi, en]).size]).toEqual([code, true, 3]);
  });

  it('has an address for every type', async () => {
    const { body: list } = await test.http().get('/v1/refusals');
    expect(list.items.map(({ code }: Row) => code)).toEqual(Object.keys(refusals).sort());
    for (const [code, [status, vi, en]] of Object.entries(refusals)) {
      const { body } = await test.http().get(`/v1/refusals/${code}`);
      expect(body).toEqual({ code, status, retryAfter: retryAfter[code as RefusalCode] ?? null, vi, en });
    }
  });
});

describe('a point', () => {
  const clerk = (path: string) => test.http().get(`/v1/communes/duc-lang/${path}`).set(as(test, 'clerk'));

  it.each([
    ['units?asOf=2023-02-30', '/asOf', 'calendar', 'Lịch không có ngày này; đã gửi "2023-02-30".'],
    [
      'results?period=2025-2021',
      '/period',
      'calendar',
      'Không có kỳ này: năm đầu trước năm cuối, ngày đầu không sau ngày cuối; đã gửi "2025-2021".',
    ],
    ['plans?kind=NĂM', '/kind', 'isIn', 'Phải là một trong: YEARLY, MOVEMENT, CHILD, TERM; đã gửi "NĂM".'],
    ['results?at=999999', '/at', 'BEYOND_HEAD', expect.stringMatching(/^Nhật ký của bạn mới tới vị trí \d+;/)],
    [
      'changes/proof?from=999999',
      '/from',
      'BEYOND_HEAD',
      expect.stringMatching(/^Nhật ký của bạn mới tới vị trí \d+;/),
    ],
    ['snapshot?at=999999', '/at', 'BEYOND_HEAD', expect.stringMatching(/^Nhật ký của bạn mới tới vị trí \d+;/)],
    [
      'results?period=2021%202025',
      '/period',
      'matches',
      'Phải có dạng như 2024, 2024-H1, 2024-9M, 2024-Q1, 2024-05, 2024-spring, 2021-2025 (từ ba năm), 2024-2025 (năm học), ' +
        '2024-01-01/2025-12-31 (từ ngày đến ngày); đã gửi "2021 2025".',
    ],
  ])('%s is said in Vietnamese', async (path, pointer, code, detail) => {
    expect((await clerk(path)).body.errors).toEqual([{ pointer, code, detail }]);
  });

  it('is said once of one place, though two rules find it', () => {
    const twice = [point('/unit', 'UNKNOWN', 'There is no unit "a".'), point('/unit', 'UNKNOWN', 'There is no "a".')];
    const said = (language: 'vi' | 'en') => explain(new Refusal('RULE', {}, twice), language, 'r').errors.length;
    expect([said('vi'), said('en')]).toEqual([1, 2]);
  });

  it.each([
    ['a text', 'PATCH', indicator, { name: 'x'.repeat(2001) }, 'Nhiều nhất 500 ký tự; đã gửi 2001.'],
    ['a number', 'GET', '/v1/communes/duc-lang/plans?first=1000', undefined, 'Nhiều nhất là 500; đã gửi 1000.'],
  ])('says how much is taken and how much was sent, of %s', async (_, method, path, body, detail) => {
    const sent = method === 'GET' ? test.http().get(path).set(as(test, 'clerk')) : patch().send(body);
    expect((await sent).body.errors.map((each: Row) => each.detail)).toEqual([detail]);
  });

  it('has a Vietnamese sentence whatever shape is broken', () => {
    const { validationMetadatas } = getMetadataStorage() as unknown as {
      validationMetadatas: Map<unknown, { name?: string; type: string }[]>;
    };
    const used = [...validationMetadatas.values()]
      .flat()
      .filter(({ type }) => type !== 'conditionalValidation')
      .map(({ name, type }) => name ?? type);
    const names = new Set(used);
    expect(names.size).toBeGreaterThan(10);
    expect([...names].filter((name) => !(name in pointsInVietnamese))).toEqual([]);
  });
});
