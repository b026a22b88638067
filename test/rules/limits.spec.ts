import {
  buildSchema,
  getIntrospectionQuery,
  parse,
  validate,
  Kind,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { costOf, documentLimits, refusalsOf, shapesOf } from '../../src/graphql/document-limits.js';
import { introspects } from '../../src/graphql/operation-fields.js';
import { selectionOf } from '../../src/graphql/selection.js';
import { limits } from '../../src/limits/limits.js';
import { networkOf, RateWindows } from '../../src/limits/rate-windows.js';
import { isDeeper } from '../../src/limits/request-limits.js';

const schema = buildSchema(`
  type Query { all(first: Int): Things feed(cursor: String, first: Int): Things  thing: Thing  either: Either }
  type Things { nodes: [Thing!]!  edges: [Edge!]!  end: String }
  type Edge { cursor: String  node: Thing! }
  type Thing { key: String  words: [String!]  parts: [Part!]!  actions: [Part!]  whole: Thing  all(first: Int): Things }
  type Part { key: String }
  union Either = Thing | Part
`);

describe('cost is how many values an answer may hold', () => {
  const cost = (query: string, variables = {}) => weigh(query, variables).values;
  const weigh = (query: string, variables = {}) => {
    const document = parse(query);
    const operation = document.definitions.find(
      ({ kind }) => kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode;
    return costOf({ schema, document, operation }, variables);
  };

  const asked: readonly (readonly [name: string, query: string, cost: number, variables?: object])[] = [
    ['a field', '{ __typename }', 1],
    ['a record and its fields', '{ thing { key whole { key } words } }', 5],
    ['parts', '{ thing { parts { key } } }', 1 + limits.parts * 2],
    ['a list, 100 unless said', '{ all { nodes { key } } }', 1 + 100 * 2],
    ['a list of 3', '{ all(first: 3) { nodes { key } end } }', 1 + 3 * 2 + 1],
    ['its edges', '{ all(first: 3) { edges { cursor node { key } } } }', 1 + 3 * 4],
    ['never more than a list can hold', '{ all(first: 999999) { nodes { key } } }', 1 + 500 * 2],
    ['nor than the feed', '{ feed(first: 999999) { nodes { key } } }', 1 + 5000 * 2],
    ['nor less than none', '{ all(first: -5) { nodes { key } } }', 1],
    ['a variable', 'query ($n: Int) { all(first: $n) { nodes { key } } }', 1 + 7 * 2, { n: 7 }],
    ['a variable left out', 'query ($n: Int) { all(first: $n) { nodes { key } } }', 1 + 100 * 2],
    ['lists in lists', '{ all(first: 5) { nodes { all(first: 4) { nodes { key } } } } }', 1 + 5 * (1 + 1 + 4 * 2)],
    [
      'fragments, as long as where they are spread',
      'fragment f on Things { nodes { key } } { a: all(first: 2) { ...f } b: all(first: 3) { ... on Things { ...f } } }',
      2 + 2 * 2 + 3 * 2,
    ],
    ['one of several', '{ either { ... on Thing { parts { key } } ... on Part { key } } }', 1 + limits.parts * 2 + 1],
    ['what is left out, too', '{ thing { key @skip(if: true) } }', 2],
  ];
  it.each(asked.map(([name, ...rest]) => [name, rest] as const))('%s', (_, [query, expected, variables]) =>
    expect(cost(query, variables)).toBe(expected),
  );

  it('a list that holds at most so many counts so many', () => {
    const few = buildSchema(
      'type Query { thing: Thing } type Thing { few: [Part!]! parts: [Part!]! } type Part { key: ID }',
    );
    (few.getType('Thing') as GraphQLObjectType).getFields().few!.extensions = { most: 3 };
    const document = parse('{ thing { few { key } parts { key } } }');
    const [operation] = document.definitions as OperationDefinitionNode[];
    expect(costOf({ schema: few, document, operation: operation! }, {}).values).toBe(1 + 3 * 2 + limits.parts * 2);
  });

  it('what is computed as a whole costs so much besides, for each record', () => {
    const sums = buildSchema(
      'type Query { things(first: Int): [Thing!]! } type Thing { sums(first: Int): Sums } type Sums { end: ID }',
    );
    (sums.getType('Thing') as GraphQLObjectType).getFields().sums!.extensions = { costs: 50 };
    const cost = (query: string) => {
      const document = parse(query);
      const [operation] = document.definitions as OperationDefinitionNode[];
      return costOf({ schema: sums, document, operation: operation! }, {}).values;
    };
    expect(cost('{ things { sums(first: 1) { end } } }')).toBe(limits.parts * (1 + 2 + 50));
  });

  it('the list that has most of them is named', () => {
    expect(weigh('{ thing { key } }').list).toBe('');
    expect(
      weigh('{ thing { parts { key } } all { nodes { key all(first: 9) { edges { node { key } } } } } }').list,
    ).toBe('all.nodes.all.edges');
    expect(weigh('{ a: all(first: 2) { ...f } } fragment f on Things { nodes { actions { key } } }').list).toBe(
      'all.nodes.actions',
    );
  });

  it('introspection has a bound, unless it comes back to where it was', () => {
    expect(cost(getIntrospectionQuery())).toBeLessThan(limits.cost);
    expect(cost('{ __schema { types { fields { type { fields { name } } } } } }')).toBe(Infinity);
    expect(
      cost(
        '{ __type(name: "Thing") { ...t } } fragment t on __Type { fields { type { ...u } } } fragment u on __Type { fields { name } }',
      ),
    ).toBe(Infinity);
  });
});

describe('the shape of a document', () => {
  const shape = (query: string) => shapesOf(parse(query))[0];

  it('counts what is written', () =>
    expect(shape('{ thing { a: key @skip(if: false) whole { key } } all { end } }')).toEqual({
      depth: 3,
      rootFields: 2,
      fields: 6,
      aliases: 1,
      directives: 1,
    }));

  it('counts fragments where they are spread', () =>
    expect(
      shape(
        '{ thing { ...f ...f @include(if: true) whole { ...on Thing { ...f } } } } fragment f on Thing { a: key words }',
      ),
    ).toEqual({ depth: 3, rootFields: 1, fields: 8, aliases: 3, directives: 1 }));

  it('ends where fragments do not', () =>
    expect(shape('{ thing { ...f } } fragment f on Thing { whole { ...f } }')).toMatchObject({ depth: 2 }));

  it.each(['depth', 'fields', 'aliases', 'directives'] as const)(
    '%s: the last that is allowed, and the first that is not',
    (limit) => {
      const write = {
        depth: (n: number) => `{ ${'whole { '.repeat(n - 1)} key ${'} '.repeat(n - 1)} }`,
        fields: (n: number) => `{ ${'key '.repeat(n)} }`,
        aliases: (n: number) => `{ ${Array.from({ length: n }, (_, i) => `a${i}: key`).join(' ')} }`,
        directives: (n: number) => `{ ${'key @include(if: true) '.repeat(n)} }`,
      }[limit];
      const found = (n: number) =>
        refusalsOf(parse(`{ thing { whole { key } } } fragment f on Thing ${write(n)}`)).map(({ details }) => details);
      expect(found(limits[limit])).toEqual([]);
      expect(found(limits[limit] + 1)).toEqual([{ limit, most: limits[limit], found: limits[limit] + 1 }]);
    },
  );

  it('root fields: those of operations, not of fragments', () => {
    const fields = 'thing { key } '.repeat(limits.rootFields);
    expect(refusalsOf(parse(`{ ${fields} } fragment f on Query { ${fields} thing { key } }`))).toEqual([]);
    expect(
      refusalsOf(parse(`{ ...f } fragment f on Query { ${fields} thing { key } }`)).map(({ details }) => details),
    ).toEqual([{ limit: 'rootFields', most: limits.rootFields, found: limits.rootFields + 1 }]);
  });

  it('the other rules are spared a document that is too much', () => {
    const unknown = `{ ${'unknown '.repeat(limits.fields + 1)} }`;
    expect(validate(schema, parse(unknown)).length).toBeGreaterThan(100);
    expect(validate(schema, parse(unknown), [documentLimits]).length).toBe(2);
  });

  it('knows introspection from the name of a type', () => {
    const asks = (query: string) => {
      const document = parse(query);
      const operation = document.definitions[0] as OperationDefinitionNode;
      return introspects(selectionOf({ schema, document, operation }, {}));
    };
    expect([
      asks('{ __typename thing { __typename } }'),
      asks('{ __schema { description } }'),
      asks('{ ...f } fragment f on Query { ... { a: __type(name: "x") { name } } }'),
      asks('{ thing { key } __schema @skip(if: true) { description } }'),
    ]).toEqual([false, true, true, false]);
  });
});

it('depth of a body', () => {
  const deep = (levels: number): unknown =>
    levels === 0 ? 'x' : levels % 2 ? [deep(levels - 1)] : { x: deep(levels - 1) };
  expect([0, 1, 3, 4].map((levels) => isDeeper(deep(levels), 3))).toEqual([false, false, false, true]);
  expect([null, undefined, 'x', 1].map((value) => isDeeper(value, 0))).toEqual([false, false, false, false]);
});

describe('requests a minute', () => {
  it('begin anew a minute after the first', () => {
    const windows = new RateWindows({ actor: 2 });
    const at = (seconds: number, caller = 'actor a') => windows.count(caller, seconds * 1000);
    expect([at(100), at(119.5), at(120), at(120, 'actor b'), at(159.9), at(160), at(161)]).toEqual([
      { quota: 2, requests: 1, seconds: 60, above: false },
      { quota: 2, requests: 0, seconds: 41, above: false },
      { quota: 2, requests: 0, seconds: 40, above: true },
      { quota: 2, requests: 1, seconds: 60, above: false },
      { quota: 2, requests: 0, seconds: 1, above: true },
      { quota: 2, requests: 1, seconds: 60, above: false },
      { quota: 2, requests: 0, seconds: 59, above: false },
    ]);
  });

  it('move from a network to the actor whose key was found valid', () => {
    const windows = new RateWindows({ network: 3, actor: 5 });
    windows.count('network a', 0);
    expect(windows.charge('network a', 'actor b', { more: 0, now: 0 })).toMatchObject({ quota: 5, requests: 4 });
    expect([windows.count('network a', 1).requests, windows.count('actor b', 1).requests]).toEqual([2, 3]);
  });

  it('take what a request cost, and are never below nothing', () => {
    const windows = new RateWindows({ actor: 5 });
    windows.count('actor a', 0);
    expect(windows.charge('actor a', 'actor a', { more: 3, now: 0 })).toMatchObject({ requests: 1, above: false });
    expect(windows.charge('actor a', 'actor a', { more: 9, now: 0 }).requests).toBe(0);
    expect(windows.count('actor a', 0).above).toBe(true);
  });

  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
    ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
  ])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));
});
