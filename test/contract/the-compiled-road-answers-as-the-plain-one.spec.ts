import type { LRUCache } from 'lru-cache';
import { jest } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { GraphqlExecution } from '../../src/graphql/graphql-execution.js';
import { IndicatorsQueries } from '../../src/indicators/indicators.queries.js';
import { limits } from '../../src/limits/limits.js';
import { as, useApp } from '../app.js';
import type { Row } from '../doors.js';

const test = useApp();
const ask = async (query: string, variables: object = {}, actor = 'clerk', operationName?: string) =>
  (await test.http().post('/graphql').set(as(test, actor)).send({ query, variables, operationName })).body;
const remembered = () =>
  (test.app.get(GraphqlExecution) as Row).documents as Record<'compiled' | 'sights', LRUCache<string, object>>;
const compiled = () => remembered().compiled.size;

afterEach(() => jest.restoreAllMocks());

const documents: Record<string, readonly [query: string, variables?: object]> = {
  literals: [
    '{ plan(commune: "duc-lang", plan: "2023") { key year state signer { name capacity } sections { path title } } }',
  ],
  variables: [
    'query ($commune: String!, $first: Int, $kind: [UnitKind!]) { units(commune: $commune, first: $first, kind: $kind) { nodes { code kind validFrom } pageInfo { hasNextPage endCursor } } }',
    { commune: 'duc-lang', first: 3, kind: ['HAMLET'] },
  ],
  'a variable left out': [
    'query ($first: Int = 2, $after: String) { indicators(commune: "duc-lang", plan: "2023", first: $first, after: $after) { edges { cursor node { code target } } } }',
  ],
  'a variable left out that may not be null': [
    'query ($commune: String! = "duc-lang", $kind: [UnitKind!]! = [HAMLET], $skip: Boolean! = false) { units(commune: $commune, first: 2, kind: $kind) { nodes { code kind @skip(if: $skip) } } }',
  ],
  fragments: [
    '{ commune(key: "duc-lang") { ...name plans { nodes { ... on Plan { key } } } } } fragment name on Commune { key name head { position hash } }',
  ],
  directives: [
    'query ($yes: Boolean!, $no: Boolean!) { plan(commune: "duc-lang", plan: "2023") { key year @include(if: $yes) title @include(if: $no) state @skip(if: $yes) kind @skip(if: $no) } }',
    { yes: true, no: false },
  ],
  aliases: [
    '{ a: indicator(commune: "duc-lang", plan: "2023", code: "econ.rice.area") { figure: target } b: indicator(commune: "duc-lang", plan: "2023", code: "econ.livestock.buffalo-cattle") { figure: target } }',
  ],
  __typename: ['{ __typename me { __typename key appointments { __typename role } } }'],
  introspection: [getIntrospectionQuery()],
  'edges below lists': [
    '{ communes { nodes { key plan(key: "2023") { key document { issuer } indicators(first: 5) { nodes { code responsibleUnit { code parent { code } } } } } units(first: 2) { nodes { code } } } } }',
  ],
  'nothing there': [
    '{ commune(key: "duc-lang") { plan(key: "1999") { key } } indicator(commune: "duc-lang", plan: "2023", code: "none") { code } }',
  ],
  'the feed': [
    '{ changes(commune: "duc-lang", first: 3) { items { position item kind at data personal } cursor more } }',
  ],
};

describe('the same document gives the same answer, interpreted and compiled', () => {
  it.each(Object.entries(documents))('%s', async (name, [query, variables]) => {
    const before = compiled();
    const answers = [await ask(query, variables), await ask(query, variables), await ask(query, variables)].map(
      ({ data, errors }) => ({
        data,
        errors: errors?.map(({ extensions: { requestId: _, ...problem }, ...error }: Row) => ({
          ...error,
          ...problem,
        })),
      }),
    );
    expect(answers[0]?.data).toBeTruthy();
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect([name, compiled()]).toEqual([name, before + 1]);
  });

  it('a compiled document takes other variables, and other callers', async () => {
    const query =
      'query ($code: String!) { indicator(commune: "duc-lang", plan: "2023", code: $code) { code target responsibleUnit { code } } }';
    for (let time = 1; time <= 2; time++) await ask(query, { code: 'econ.rice.area' });
    expect((await ask(query, { code: 'econ.livestock.buffalo-cattle' })).data.indicator).toMatchObject({
      code: 'econ.livestock.buffalo-cattle',
      target: '1763',
    });
    expect((await ask(query, { code: 'econ.rice.area' }, 'garbage')).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it('each operation of a document is remembered by its name', async () => {
    const query =
      'query key { plan(commune: "duc-lang", plan: "2023") { key } } query year { plan(commune: "duc-lang", plan: "2023") { year } }';
    for (let time = 1; time <= 3; time++) {
      expect((await ask(query, {}, 'clerk', 'key')).data.plan).toEqual({ key: '2023' });
      expect((await ask(query, {}, 'clerk', 'year')).data.plan).toEqual({ year: 2023 });
    }
  });
});

it('one request is one snapshot: a change committed between two of its reads is not seen, but by the next request', async () => {
  const field = 'indicator(commune: "duc-lang", plan: "2023", code: "econ.rice.area") { version }';
  const now = async () => (await ask(`{ ${field} }`)).data.indicator.version as number;
  const before = await now();
  const queries = test.app.get(IndicatorsQueries);
  const read = queries.indicator.bind(queries);
  let committed: Promise<unknown> | undefined;
  jest.spyOn(queries, 'indicator').mockImplementation(async (...asked) => {
    if (committed) return committed.then(() => read(...asked));
    const answer = read(...asked);
    committed = answer.then(() =>
      test.admin.query(
        `update indicator set version = version + 1 where commune_id = (select id from commune where key = 'duc-lang') and code = 'econ.rice.area'`,
      ),
    );
    return answer;
  });
  const { data } = await ask(`{ a: ${field} b: ${field} }`);
  expect(data).toEqual({ a: { version: before }, b: { version: before } });
  expect(await now()).toBe(before + 1);
});

describe('errors stay where they are', () => {
  it('a refusal of an edge nulls that edge alone, also compiled', async () => {
    const query =
      '{ commune(key: "duc-lang") { key head { position } plan(key: "2023") { key indicators(first: 1) { nodes { code responsibleUnit { code } } } document { id } } } }';
    for (let time = 1; time <= 3; time++) {
      const { data, errors } = (await test.http().post('/graphql').send({ query })).body;
      expect(data.commune).toMatchObject({
        key: 'duc-lang',
        head: null,
        plan: { key: '2023', indicators: { nodes: [{ code: expect.any(String) }] }, document: null },
      });
      expect(errors.map(({ path, extensions }: Row) => [path.join('.'), extensions.code])).toEqual(
        expect.arrayContaining([
          ['commune.head', 'UNAUTHENTICATED'],
          ['commune.plan.document', 'UNAUTHENTICATED'],
        ]),
      );
    }
  });

  it('what our resolvers answer against the schema is a fault of ours, also compiled', async () => {
    jest
      .spyOn(test.app.get(IndicatorsQueries), 'indicator')
      .mockResolvedValue({ code: null, version: 'CANARY' } as never);
    for (const query of [
      '{ indicator(commune: "duc-lang", plan: "2023", code: "x") { code } }',
      '{ indicator(commune: "duc-lang", plan: "2023", code: "x") { version } }',
    ]) {
      for (let time = 1; time <= 3; time++) {
        const body = await ask(query);
        expect([body.errors[0].extensions.code, JSON.stringify(body).includes('CANARY')]).toEqual(['FAULT', false]);
      }
    }
  });

  it('what is not found is null: at the root with an error, at an edge without', async () => {
    const { data, errors } = await ask(documents['nothing there']?.[0] ?? '');
    expect(data).toEqual({ commune: { plan: null }, indicator: null });
    expect(errors.map(({ path, extensions }: Row) => [path, extensions.code])).toEqual([[['indicator'], 'NOT_FOUND']]);
  });
});

it('at most 500 documents are remembered', async () => {
  for (let n = 0; n < 520; n++) await ask(`{ __typename a${n}: __typename }`);
  expect(remembered().sights.size).toBe(500);
});

it('compiled documents weigh what their texts do, and are thrown away by weight', async () => {
  const keys = (n: number) => Array.from({ length: 400 }, (_, k) => `key #${'-'.repeat(40)}${n}-${k}`).join('\n');
  const long = (n: number) => `{ communes { nodes { ${keys(n)}\n } } }`;
  for (let n = 0; n < 12; n++) for (let time = 1; time <= 2; time++) await ask(long(n));
  const { compiled } = remembered();
  expect(compiled.calculatedSize).toBeGreaterThan(0.5 * limits.compiledCharacters);
  expect(compiled.calculatedSize).toBeLessThanOrEqual(limits.compiledCharacters);
});

it('a document is compiled for whoever has no key at the tenth sight', async () => {
  const anonymous = () =>
    test.app.inject({ method: 'POST', url: '/graphql', payload: { query: '{ tenth: __typename }' } });
  const before = compiled();
  for (let time = 1; time <= 9; time++) await anonymous();
  expect(compiled()).toBe(before);
  await anonymous();
  expect(compiled()).toBe(before + 1);
});
