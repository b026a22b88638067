import { getNamedType, isNonNullType, isObjectType, isRequiredArgument, type GraphQLField } from 'graphql';
import { as, useApp } from '../app.js';
import type { Row } from '../doors.js';
import { sdl } from './contract.js';

/** Relay sends null for each variable that was given no value, `after` of a first page among them. */
const test = useApp();
const schema = sdl();
const known: Readonly<Record<string, string>> = {
  commune: '"duc-lang"',
  plan: '"2023"',
  key: '"2023"',
  code: '"econ.rice.area"',
  unit: '"khu-dan-cu-1"',
  period: '"2023"',
};

const fieldsOf = (type: string) =>
  Object.values((schema.getType(type) as unknown as { getFields(): Row }).getFields()) as GraphQLField<
    unknown,
    unknown
  >[];

/** Fields whose required arguments are known, and that have others. */
const asked = (type: string) =>
  fieldsOf(type)
    .filter(({ args }) => args.some((arg) => !isNonNullType(arg.type)))
    .filter(({ args }) => args.every((arg) => !isRequiredArgument(arg) || arg.name in known))
    .map((field): [string, GraphQLField<unknown, unknown>] => [field.name, field]);

/** A field with its optional arguments null, and without them. */
function written({ name, args, type }: GraphQLField<unknown, unknown>): [withNull: string, without: string] {
  const required = args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${known[arg.name]}`);
  const nulls = args.filter((arg) => !isRequiredArgument(arg)).map((arg) => `${arg.name}: null`);
  const of = isObjectType(getNamedType(type)) ? '{ __typename }' : '';
  const field = (given: readonly string[]) => `${name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${of}`;
  return [field([...required, ...nulls]), field(required)];
}

async function answer(query: string): Promise<unknown> {
  const headers = as(test, 'clerk');
  const response = await test.app.inject({ method: 'POST', url: '/graphql', headers, payload: { query } });
  const { data, errors } = response.json<Row>();
  return { data, codes: errors?.map(({ extensions }: Row) => [extensions.code, extensions.errors]) };
}

const wrapped: Readonly<Record<string, (field: string) => string>> = {
  Query: (field) => `{ ${field} }`,
  Commune: (field) => `{ commune(key: "duc-lang") { ${field} } }`,
  Plan: (field) => `{ plan(commune: "duc-lang", plan: "2023") { ${field} } }`,
  Unit: (field) => `{ unit(commune: "duc-lang", unit: "khu-dan-cu-1") { ${field} } }`,
  Indicator: (field) => `{ indicator(commune: "duc-lang", plan: "2023", code: "econ.rice.area") { ${field} } }`,
};

describe.each(Object.entries(wrapped))('%s', (type, around) => {
  it('has such fields', () => expect(asked(type).length).toBeGreaterThan(type === 'Query' ? 40 : 2));

  it.each(asked(type))('%s', async (_, field) => {
    const [withNull, without] = written(field);
    expect(await answer(around(withNull))).toEqual(await answer(around(without)));
  });
});

it('the first page of a variable that is null is the first page', async () => {
  const query =
    'query Units($after: String) { units(commune: "duc-lang", first: 2, after: $after) { nodes { code } } }';
  const payload = { query, variables: { after: null } };
  const first = await test.app.inject({ method: 'POST', url: '/graphql', headers: as(test, 'clerk'), payload });
  expect(first.json<Row>().data.units.nodes).toHaveLength(2);
});

it('control: null for a member of a body is refused, unless it clears', async () => {
  const query = `mutation {
    addUnit(commune: "duc-lang", input: { code: "a", name: "A", kind: HAMLET, validFrom: "2024-01-01", confirm: null }) { id } }`;
  expect(await answer(query)).toMatchObject({ codes: [['INVALID', expect.anything()]] });
});
