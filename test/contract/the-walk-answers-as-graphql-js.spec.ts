import { jest } from '@jest/globals';
import {
  execute,
  getIntrospectionQuery,
  getNamedType,
  getVariableValues,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { AccessService } from '../../src/access/access.service.js';
import type { Caller } from '../../src/access/caller.js';
import { noteDisclosures, takeDisclosures } from '../../src/api/disclosures.js';
import { Level } from '../../src/api/level.js';
import type { EdgeMetadata } from '../../src/api/operation.js';
import type { GraphqlContext } from '../../src/api/request.js';
import { Database } from '../../src/database/database.js';
import { selectionOf } from '../../src/graphql/selection.js';
import { Selections } from '../../src/graphql/selections.js';
import { Walk } from '../../src/graphql/walk.js';
import { IndicatorsQueries } from '../../src/indicators/indicators.queries.js';
import { ListPlans } from '../../src/indicators/plan.inputs.js';
import { limits } from '../../src/limits/limits.js';
import { Refusal } from '../../src/refusals.js';
import { InputPipe } from '../../src/requests/input-pipe.js';
import { as, useApp } from '../app.js';
import { sdl } from './contract.js';
import type { Row } from '../doors.js';

const test = useApp();
const ask = async (query: string, variables: object = {}, actor = 'clerk', operationName?: string) =>
  (await test.http().post('/graphql').set(as(test, actor)).send({ query, variables, operationName })).body;

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

/** Edges as graphql-js calls them: one parent after the other, through the methods that the walk calls for all. */
function plainly(schema: GraphQLSchemaHost['schema'], modules: ModuleRef): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields())) {
      const { edge, publicValue } = field.extensions as { edge?: EdgeMetadata; publicValue?: (of: unknown) => unknown };
      if (publicValue) field.resolve = publicValue;
      if (edge) field.resolve = plainEdge(edge, modules);
    }
}

const plainEdge =
  (
    { operation, parameters, needs, type, resolver, values }: EdgeMetadata,
    modules: ModuleRef,
  ): GraphQLFieldResolver<Row, Row> =>
  async (parent, args, { caller }) => {
    if (operation !== null) caller.demand(operation, caller.reachById(parent.communeId).key);
    const list = parameters && (await pipe.transform(args, { type: 'body', metatype: parameters }));
    try {
      const service = modules.get<unknown>(resolver, { strict: false });
      const found = await values.call(
        service,
        new Level([needs ? only(needs, parent) : parent]),
        caller as Caller,
        list,
      );
      if (operation !== null) noteDisclosures(caller as Caller, { operation, type }, found);
      return found[0];
    } catch (error) {
      if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  };

/** A parent without the members that its edge does not declare to need. */
const only = (needs: readonly string[], parent: Row): Row =>
  new Proxy(parent, {
    get: (of, member) => {
      if (typeof member === 'string' && !['communeId', 'id', ...needs].includes(member))
        throw new Error(`The edge reads ${member}, which it does not need.`);
      return Reflect.get(of, member) as unknown;
    },
  });

const pipe = new InputPipe();

interface Told {
  data: string;
  errors: unknown[];
  disclosures: ReturnType<typeof disclosed>;
}

/** Answers of both to a document: its data byte for byte, its errors in the order of their paths. */
async function bothAnswer(query: string, variables: Row = {}, actor = 'clerk'): Promise<{ walk: Told; plain: Told }> {
  const { schema } = test.app.get(GraphQLSchemaHost);
  const modules = test.app.get(ModuleRef);
  plainly(schema, modules);
  const document = parse(query);
  const operation = document.definitions.find((each) => each.kind === 'OperationDefinition') as OperationDefinitionNode;
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables) as {
    coerced?: Record<string, unknown>;
  };
  const caller = await test.app.get(AccessService).identify({
    authorization: actor === 'nobody' ? undefined : as(test, actor).authorization,
    communes: ['duc-lang'],
    everywhere: true,
    language: 'vi',
    requestId: 'one',
  });
  const context = { caller, req: { headers: {} } } as unknown as GraphqlContext;
  const database = test.app.get(Database);
  const walk = await database.scope(caller, () =>
    new Walk({ schema, modules, pipe }, context, coerced).query(selectionOf({ schema, document, operation }, coerced)),
  );
  const walked = disclosed(caller);
  const plain = await database.scope(
    caller,
    async () => await execute({ schema, document, contextValue: context, variableValues: variables }),
  );
  const told = (errors: readonly GraphQLError[] = []) =>
    errors
      .map(({ path, locations, originalError }) => ({
        path: path?.join('.') ?? '',
        locations,
        error: String(originalError),
      }))
      .sort((one, other) => (one.path < other.path ? -1 : 1));
  return {
    walk: { data: walk.data, errors: told(walk.errors), disclosures: walked },
    plain: { data: JSON.stringify(plain.data), errors: told(plain.errors), disclosures: disclosed(caller) },
  };
}

/** Data subjects whose values were disclosed since the last call, in each commune. */
const disclosed = (caller: Caller): [commune: number, subjects: string[]][] =>
  [...(takeDisclosures(caller) ?? [])].map(([commune, each]) => [commune, [...each.keys()].sort()]);

describe('the walk gives what graphql-js gives, byte for byte', () => {
  it.each(Object.entries(documents))('%s', async (_, [query, variables]) => {
    const { walk, plain } = await bothAnswer(query, variables as Row);
    expect(walk).toEqual(plain);
    expect(walk.data).not.toBe('{}');
  });

  it('for documents that are made at random: fragments, directives, aliases, arguments, refusals at any depth', async () => {
    const { schema } = test.app.get(GraphQLSchemaHost);
    const seen = { documents: 0, errors: 0, characters: 0, disclosures: 0 };
    for (let seed = 1; seed <= 240; seed++) {
      const { query, variables, actor } = madeAtRandom(schema.getQueryType() as GraphQLObjectType, seed);
      if (validate(schema, parse(query)).length > 0) continue;
      const { walk, plain } = await bothAnswer(query, variables, actor);
      expect({ query, actor, ...walk }).toEqual({ query, actor, ...plain });
      seen.documents++;
      seen.errors += walk.errors.length;
      seen.characters += walk.data.length;
      seen.disclosures += walk.disclosures.length;
    }
    console.info(`Documents made at random: ${JSON.stringify(seen)}`);
    expect(seen.documents).toBeGreaterThan(150);
    expect(seen.errors).toBeGreaterThan(50);
    expect(seen.disclosures).toBeGreaterThan(20);
  });

  it('control: a value that differs, and an error that differs, are noticed', async () => {
    const { walk, plain } = await bothAnswer('{ commune(key: "duc-lang") { key head { position } } }', {}, 'nobody');
    expect(walk.errors.length).toBeGreaterThan(0);
    expect({ ...walk, data: walk.data.replace('duc-lang', 'duk-lang') }).not.toEqual(plain);
    expect({ ...walk, errors: walk.errors.slice(1) }).not.toEqual(plain);
  });
});

/** Root fields to begin with: pages, one record, one that is not there, one that is refused. */
const roots = [
  'communes(first: 3)',
  'commune(key: "duc-lang")',
  'plans(commune: "duc-lang", first: 2)',
  'plan(commune: "duc-lang", plan: "2023")',
  'indicators(commune: "duc-lang", plan: "2023", first: 4)',
  'indicator(commune: "duc-lang", plan: "2023", code: "none")',
  'units(commune: "duc-lang", first: 4)',
  'submissions(commune: "duc-lang", first: 3)',
  'results(commune: "duc-lang", first: 4)',
  'nominations(commune: "duc-lang", first: 3)',
  'decisions(commune: "duc-lang", first: 2)',
  'awards(commune: "duc-lang", first: 3)',
  'meetings(commune: "duc-lang", first: 2)',
  'rounds(commune: "duc-lang", first: 2)',
  'keys(commune: "duc-lang", first: 2)',
  'documents(commune: "duc-lang", first: 2, after: "garbage")',
];

function madeAtRandom(query: GraphQLObjectType, seed: number): { query: string; variables: Row; actor: string } {
  let state = seed;
  /** Linear congruential generator (Lehmer). */
  const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const fragments: string[] = [];

  const selection = (type: GraphQLObjectType, depth: number): string => {
    const fields = Object.values(type.getFields()).filter(
      ({ type: answer }) => depth > 0 || !isObjectType(getNamedType(answer)),
    );
    const chosen = Array.from({ length: 1 + random(4) }, (_, place) => {
      if (fields.length === 0) return '__typename';
      const field = pick(fields);
      const answer = getNamedType(field.type);
      const alias = random(3) === 0 ? `a${place}: ` : '';
      const directive = pick(['', '', '', ' @include(if: $yes)', ' @skip(if: $yes)', ' @skip(if: $no)']);
      const given = field.args.flatMap(({ name, type: argument }) =>
        name === 'first'
          ? [`first: ${pick(['1', '2', '$first'])}`]
          : name === 'after' && random(8) === 0
            ? ['after: "garbage"']
            : isNonNullType(argument)
              ? [`${name}: ${pick(['"2023"', '"1999"', '""'])}`]
              : [],
      );
      const list = given.length > 0 ? `(${given.join(', ')})` : '';
      const below = isObjectType(answer) ? ` ${selection(answer, depth - (isListType(field.type) ? 0 : 1))}` : '';
      return `${alias}${field.name}${list}${directive}${below}`;
    });
    const text = `{ ${['__typename', ...chosen].join(' ')} }`;
    if (random(5) === 0) return `{ ... on ${type.name} ${text} }`;
    if (random(6) > 0) return text;
    const name = `f${fragments.length}`;
    fragments.push(`fragment ${name} on ${type.name} ${text}`);
    return `{ ...${name} }`;
  };

  const fields = Array.from({ length: 1 + random(2) }, (_, place) => {
    const root = pick(roots);
    const type = getNamedType(query.getFields()[root.split('(')[0] ?? '']?.type);
    return `r${place}: ${root} ${selection(type as GraphQLObjectType, 4)}`;
  });
  return {
    query: `query ($yes: Boolean = true, $no: Boolean!, $first: Int = 2) { ${fields.join(' ')} c: __typename @include(if: $no) d: __typename @skip(if: $yes) e: refusals { nodes { code } pageInfo @include(if: $no) { hasNextPage } } g: communes(first: $first) { __typename } } ${fragments.join(' ')}`,
    variables: { no: false },
    actor: pick(['clerk', 'chairperson', 'hamlet-1', 'district', 'integrator', 'nobody']),
  };
}

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
    test.exceptFromAudit('indicator');
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
  it('a refusal of an edge nulls that edge alone', async () => {
    const query =
      '{ commune(key: "duc-lang") { key head { position } plan(key: "2023") { key indicators(first: 1) { nodes { code responsibleUnit { code } } } document { id } } } }';
    for (let time = 1; time <= 2; time++) {
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

  it('what our resolvers answer against the schema is a fault of ours', async () => {
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

describe('selections are remembered', () => {
  const schema = sdl();
  const of = (selections: Selections, query: string, variables: Row = {}) => {
    const document = parse(query);
    const operation = document.definitions[0] as OperationDefinitionNode;
    return selections.of({ schema, document, operation, queryHash: query }, variables);
  };

  it('each operation of a document by its name', async () => {
    const query =
      'query key { plan(commune: "duc-lang", plan: "2023") { key } } query year { plan(commune: "duc-lang", plan: "2023") { year } }';
    for (let time = 1; time <= 2; time++) {
      expect((await ask(query, {}, 'clerk', 'key')).data.plan).toEqual({ key: '2023' });
      expect((await ask(query, {}, 'clerk', 'year')).data.plan).toEqual({ year: 2023 });
    }
  });

  it('and by what its directives depend on; the first sight of a document counts more', () => {
    const selections = new Selections();
    const query = 'query ($yes: Boolean!) { me { key @include(if: $yes) __typename } }';
    const first = of(selections, query, { yes: true });
    expect([first.cost, of(selections, query, { yes: true }).cost]).toEqual([limits.newDocument, 0]);
    expect(of(selections, query, { yes: true }).selection).toBe(first.selection);
    expect(of(selections, query, { yes: false }).selection[0]?.below).toHaveLength(1);
    expect(first.selection[0]?.below).toHaveLength(2);
  });

  it('and by what their cost depends on: a small page admits no large one', () => {
    const selections = new Selections();
    const query =
      'query ($first: Int) { communes(first: $first) { nodes { plans(first: 100) { nodes { indicators(first: 100) { nodes { code } } } } } } }';
    expect(of(selections, query, { first: 1 }).cost).toBe(limits.newDocument);
    expect(() => of(selections, query, { first: 500 })).toThrow(Refusal);
    expect(of(selections, query, { first: 1 }).cost).toBe(0);
  });

  it('with arguments that the document writes: one object, judged once; with variables: one for a request', async () => {
    const selections = new Selections();
    const query = 'query ($key: String!) { commune(key: $key) { plans(first: 2) { nodes { key } } } }';
    const [asked, again] = [{ key: 'duc-lang' }, { key: 'duc-lang' }];
    const [root] = of(selections, query, asked).selection;
    const plans = root?.below?.[0];
    expect(plans?.argumentsIn(asked)).toBe(plans?.argumentsIn(again));
    expect(root?.argumentsIn(asked)).toBe(root?.argumentsIn(asked));
    expect(root?.argumentsIn(again)).not.toBe(root?.argumentsIn(asked));
    const judged = () => pipe.transform(plans?.argumentsIn(asked), { type: 'body', metatype: ListPlans });
    expect(await judged()).toBe(await judged());
    expect(await judged()).toEqual({ first: 2 });
  });

  it('by weight', () => {
    const selections = new Selections();
    const keys = (n: number) => Array.from({ length: 400 }, (_, k) => `key #${'-'.repeat(40)}${n}-${k}`).join('\n');
    for (let n = 0; n < 40; n++) of(selections, `{ communes { nodes { ${keys(n)}\n } } }`);
    const { known } = selections as unknown as { known: { calculatedSize: number } };
    expect(known.calculatedSize).toBeGreaterThan(0.5 * limits.selectedCharacters);
    expect(known.calculatedSize).toBeLessThanOrEqual(limits.selectedCharacters);
  });
});
