import fc, { type Arbitrary } from 'fast-check';

/** The part of JSON Schema that our documents use; GraphQL's types are told in it, too. */
export interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  type?: string | string[];
  enum?: (string | null)[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** Real values of the database under test, by the name that asks for them: without them nothing would come past a 404. */
export type Pools = Readonly<Record<string, readonly string[]>>;

/** How often a value is valid, nearly valid and hostile. */
export type Mix = readonly [valid: number, near: number, hostile: number];
const clean: Mix = [1, 0, 0];
const light: Mix = [12, 1, 1];
const wild: Mix = [2, 1, 1];
/** For where a request goes (path, headers), and for what it gives there: bad values get far only where all others are good. */
export const mixes: readonly (readonly [there: Mix, given: Mix])[] = [
  [clean, clean],
  [clean, light],
  [clean, wild],
  [light, light],
  [wild, clean],
];

const days = ['2023-01-01', '2024-01-31', '2023-12-15', '2024-02-29', '2025-06-30'];
const periods = [
  '2023',
  '2023-H1',
  '2023-9M',
  '2023-Q2',
  '2023-06',
  '2023-spring',
  '2022-2023',
  '2023-03-26/2023-05-19',
];
const figures = ['0', '5', '171.9', '-0.5', '999999999999999999.999999'];
const words = ['Chi bộ', 'lúa', 'KH-UBND', 'Ủy ban nhân dân xã', 'A'];

const nearlyText = [
  '',
  ' ',
  '2023-02-30',
  '2023-02-29',
  '2023-06-31',
  '0000-01-01',
  '0000',
  '9999-12-31',
  '2023-00',
  '2023-99-99/0000-00-00',
  '2023-02-30/2023-02-31',
  '2023-12-31/2023-01-01',
  '2023-1900',
  '0000-9999',
  '9999-0000',
  '-0',
  '+5',
  '1e3',
  '171.90',
  '171,9',
  '1000000000000000000',
  '0.0000001',
  'DUC-LANG',
  'duc-lang\n',
  ' duc-lang',
  'a'.repeat(100),
  'a'.repeat(101),
  '2023-13-01',
  '2023-05-26T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(2001),
];
const hostileText = [
  '\0',
  'a\0b',
  '\ud800',
  '\udc00x',
  'Thôn Hà'.normalize('NFD'),
  'a\u200bb',
  '\u202eabc\u202c',
  '\u200f',
  '\u2028',
  '\ufeff',
  '\uffff',
  '\x1b[31m',
  '\x7f',
  "'; drop table unit; --",
  "' or '1'='1",
  '%',
  '_',
  '\\',
  '%_\\%',
  '$1',
  '${x}',
  '{{7*7}}',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '1e400',
  '9'.repeat(400),
  '-1',
  '2147483648',
  '9007199254740993',
  'İıß',
  '💥'.repeat(50),
  'x'.repeat(5_000),
  '[]',
  '{}',
  '*',
  '"',
  '<script>alert(1)</script>',
];
const nested = (open: string, core: string, close: string, depth: number) =>
  open.repeat(depth) + core + close.repeat(depth);
const hostileJson = [
  'null',
  'true',
  'false',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e400',
  '-1e400',
  '1e-400',
  '2147483648',
  '9007199254740993',
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '[{}]',
  '[1,"a",null]',
  '"\\ud800"',
  '"\\u0000"',
  '{"length":1000000000}',
  '{"$ne":1}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"toString":1,"valueOf":2}',
  nested('[', '1', ']', 500),
  nested('{"a":', '1', '}', 500),
  `[${'1,'.repeat(200)}1]`,
  JSON.stringify('y'.repeat(110_000)),
];

const oneOf = (values: readonly string[]) => fc.constantFrom(...values);
const anyHostileText = fc.oneof(
  { weight: 6, arbitrary: oneOf(hostileText) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

/** A cursor of ours with one sign changed, added or lost. */
const mutilated = (cursors: readonly string[]) =>
  fc
    .tuple(oneOf(cursors), fc.nat(500), oneOf(['', 'A', '_', '=', '.', '0', '%']))
    .map(([cursor, at, sign]) => cursor.slice(0, at % cursor.length) + sign + cursor.slice((at % cursor.length) + 1));

const mixed = <T>(
  [valid, near, hostile]: Mix,
  given: readonly [Arbitrary<T>, Arbitrary<T>, Arbitrary<T>],
): Arbitrary<T> =>
  fc.oneof(
    { weight: valid, arbitrary: given[0] },
    { weight: near, arbitrary: given[1] },
    { weight: hostile, arbitrary: given[2] },
  );

function validText(schema: Schema, name: string, pools: Pools): Arbitrary<string> {
  if (schema.format === 'date') return oneOf(days);
  if (schema.format === 'decimal' || schema.pattern?.startsWith('^-?(0|')) return oneOf(figures);
  if (schema.format === 'period' || schema.pattern?.includes('spring')) return oneOf(pools[name] ?? periods);
  if (schema.format === 'legal-date' || schema.pattern?.startsWith('^\\d{4}(-(0[1-9]'))
    return oneOf([...days, '2023', '2023-05']);
  const known = pools[name];
  return known && known.length > 0
    ? oneOf(known)
    : oneOf(words.filter((word) => word.length <= (schema.maxLength ?? 100)));
}

const nearText = (schema: Schema, name: string, pools: Pools) =>
  fc.oneof(
    oneOf(nearlyText),
    ...((name === 'after' || name === 'cursor') && pools.cursor?.length ? [mutilated(pools.cursor)] : []),
    ...(schema.enum ? [oneOf(['', 'yearly', 'NONE'])] : []),
  );

/** Text of a parameter or a header. */
export function textOf(schema: Schema, name: string, pools: Pools, mix: Mix): Arbitrary<string> {
  const one = schema.type === 'array' ? (schema.items ?? {}) : schema;
  const valid = one.enum
    ? oneOf(one.enum as string[])
    : one.type === 'integer'
      ? count(one).map(String)
      : validText(one, name, pools);
  const near =
    one.type === 'integer'
      ? oneOf(['0', '-1', '01', '1.5', '501', '1e2', '', '2147483648', ' 1', '१'])
      : nearText(one, name, pools);
  return mixed(mix, [valid, near, anyHostileText]);
}

const count = ({ minimum = 0, maximum = 1000 }: Schema) =>
  fc.oneof(
    fc.integer({ min: minimum, max: Math.min(maximum, minimum + 5) }),
    fc.integer({ min: minimum, max: maximum }),
    ...(minimum <= 2024 && maximum >= 2024 ? [fc.constantFrom(2023, 2024)] : []),
  );

export interface Names {
  resolve(ref: string): Schema;
  pools: Pools;
  /** The pool a member draws from. */
  poolOf(name: string): string;
  /** A body that is let through, where chance alone would hardly find one. */
  seed?: Readonly<Record<string, unknown>>;
}

/** JSON of a schema, as text: only so can it hold what JavaScript cannot, such as 1e400 or a key twice. */
export function jsonOf(schema: Schema, name: string, names: Names, mix: Mix): Arbitrary<string> {
  return mixed(mix, [
    validJson(schema, name, names, mix),
    fc.oneof(
      nearText(schema, name, names.pools).map((text) => JSON.stringify(text)),
      oneOf(['null', '0', '-1', '1.5', '""', '[]']),
    ),
    fc.oneof(
      oneOf(hostileJson),
      anyHostileText.map((text) => JSON.stringify(text)),
    ),
  ]);
}

function validJson(schema: Schema, name: string, names: Names, mix: Mix): Arbitrary<string> {
  if (schema.$ref) return validJson(names.resolve(schema.$ref), name, names, mix);
  const choices =
    schema.anyOf ?? (Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : undefined);
  if (choices)
    return fc.oneof(
      ...choices.map((each) => ({
        weight: each.type === 'null' ? 1 : 3,
        arbitrary: validJson(each, name, names, mix),
      })),
    );
  if (schema.type === 'null') return fc.constant('null');
  if (schema.enum) return oneOf(schema.enum.filter((word) => word !== null).map((word) => JSON.stringify(word)));
  if (schema.type === 'integer') return count(schema).map(String);
  if (schema.type === 'boolean') return oneOf(['true', 'false']);
  if (schema.type === 'array')
    return fc
      .array(jsonOf(schema.items ?? {}, name, names, mix), { maxLength: 2 })
      .map((each) => `[${each.join(',')}]`);
  if (schema.properties && names.seed) {
    const { seed, ...rest } = names;
    return fc.oneof(
      { weight: 3, arbitrary: seededObject(schema, seed, rest, mix) },
      { weight: 1, arbitrary: objectOf(schema, rest, mix) },
    );
  }
  if (schema.properties) return objectOf(schema, names, mix);
  return validText(schema, names.poolOf(name), names.pools).map((text) => JSON.stringify(text));
}

const fresh = '$fresh';

function seededObject(
  { properties = {} }: Schema,
  seed: Readonly<Record<string, unknown>>,
  names: Names,
  mix: Mix,
): Arbitrary<string> {
  const members = Object.entries(seed).map(([name, value]) => {
    const text = JSON.stringify(value);
    const kept = text.includes(fresh)
      ? fc.integer({ min: 1, max: 10 ** 9 }).map((number) => text.replace(fresh, `x${number}`))
      : fc.constant(text);
    return mixed(mix, [
      kept,
      jsonOf(properties[name] ?? {}, name, names, [0, 1, 1]),
      jsonOf(properties[name] ?? {}, name, names, [0, 0, 1]),
    ]).map((member) => `${JSON.stringify(name)}:${member}`);
  });
  return fc.tuple(...members).map((given) => `{${given.join(',')}}`);
}

function objectOf({ properties = {}, required = [] }: Schema, names: Names, mix: Mix): Arbitrary<string> {
  const members = Object.entries(properties).map(([name, schema]) => {
    const member = jsonOf(schema, name, names, mix).map((value) => `${JSON.stringify(name)}:${value}`);
    const left = required.includes(name) ? mix[2] : 40;
    return fc.oneof({ weight: left, arbitrary: fc.constant(undefined) }, { weight: 60, arbitrary: member });
  });
  const strange = oneOf([
    '"unknown":1',
    '"id":"x"',
    '"version":7',
    '"communeId":2',
    '"__proto__":{"a":1}',
    '"constructor":1',
    '"reason":"once","reason":"twice"',
  ]);
  const extra = fc.oneof({ weight: 20, arbitrary: fc.constant(undefined) }, { weight: mix[2], arbitrary: strange });
  return fc.tuple(...members, extra).map((given) => `{${given.filter((each) => each !== undefined).join(',')}}`);
}
