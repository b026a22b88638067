import { getNamedType, isNonNullType, isObjectType, type GraphQLObjectType } from 'graphql';
import { Database } from '../../src/database/database.js';
import { as, useApp } from '../app.js';
import { sdl } from './contract.js';
import { edges } from './rights/expected.js';

const test = useApp();
const schema = sdl();

/** Lists of the records that have edges; an official asks who sees all. */
const lists: Record<string, string> = {
  Plan: 'plans(commune: "duc-lang", first: N)',
  Indicator: 'indicators(commune: "duc-lang", plan: "2023", first: N)',
  Unit: 'units(commune: "duc-lang", first: N)',
  Submission: 'submissions(commune: "duc-lang", first: N)',
  Result: 'results(commune: "duc-lang", first: N)',
  Round: 'rounds(commune: "duc-lang", first: N)',
  Nomination: 'nominations(commune: "duc-lang", first: N)',
  Meeting: 'meetings(commune: "duc-lang", first: N)',
  Decision: 'decisions(commune: "duc-lang", first: N)',
  Award: 'awards(commune: "duc-lang", first: N)',
};

const typeOf = (name: string) => schema.getType(name) as GraphQLObjectType;

let sent: string[] = [];
const send = Database.prototype.rows;

beforeAll(async () => {
  Database.prototype.rows = function <Row>(this: Database, name: string, text: string, values?: readonly unknown[]) {
    sent.push(name);
    return send.call(this, name, text, values) as Promise<Row[]>;
  };
  // A hundred of each: what is unique of a copy is made its own, or no longer live.
  const { admin } = test;
  test.exceptFromAudit('round', 'meeting', 'nomination', 'decision', 'award', 'plan');
  await admin.query('set session_replication_role = replica');
  const copies: Record<string, string> = {
    round: '{}',
    meeting: '{}',
    nomination: '{"state": "WITHDRAWN", "decided_on": null, "decision_id": null}',
    decision: '{}',
    award: '{}',
    plan: '{}',
  };
  for (const [table, given] of Object.entries(copies)) {
    const own =
      {
        award: `, 'verification_code', t.verification_code || n, 'nomination_id', md5(t.nomination_id || '-' || n)::uuid`,
        plan: `, 'key', t.key || n`,
        decision: `, 'number', t.number + 1000 * n, 'verification_code', t.verification_code || n`,
      }[table] ?? '';
    await admin.query(
      `insert into ${table} select c.* from ${table} t, generate_series(1, 100) n, jsonb_populate_record(null::${table}, to_jsonb(t) || '${given}' || jsonb_build_object('id', md5(t.id || '-' || n)::uuid${own})) c where t.commune_id = 1`,
    );
  }
});
afterAll(() => void (Database.prototype.rows = send));

/** The statements that an edge of so many rows took, and how many rows there were. */
async function statementsOf(
  type: string,
  field: string,
  rows: number,
): Promise<{ rows: number; statements: string[] }> {
  const { args, type: answer } = typeOf(type).getFields()[field]!;
  const given = args.flatMap(({ name, type: argument }) =>
    isNonNullType(argument)
      ? `${name}: "${name === 'code' ? 'econ.livestock.pig' : '2023'}"`
      : name === 'first'
        ? 'first: 2'
        : [],
  );
  const listed = given.length > 0 ? `(${given.join(', ')})` : '';
  const selected = isObjectType(getNamedType(answer)) ? '{ __typename }' : '';
  const query = `{ ${lists[type]!.replace('N', String(rows))} { nodes { ${field}${listed} ${selected} } } }`;
  sent = [];
  const { body } = await test.http().post('/graphql').set(as(test, 'clerk')).send({ query });
  expect(body.errors).toBeUndefined();
  const [list] = Object.values<{ nodes: unknown[] }>(body.data);
  return { rows: list!.nodes.length, statements: sent.sort() };
}

const asked = Object.keys(edges)
  .filter((edge) => edge.split('.')[0]! in lists)
  .map((edge) => edge.split('.') as [string, string]);

it.each(asked)('%s.%s', async (type, field) => {
  const one = await statementsOf(type, field, 1);
  const many = await statementsOf(type, field, 100);
  expect(one.rows).toBe(1);
  expect(many.rows).toBeGreaterThan(25);
  // The one may have nothing at the end of the edge, and be no person whose being shown is noted.
  expect(many.statements).toEqual([...new Set(many.statements)]);
  expect(many.statements).toEqual(expect.arrayContaining(one.statements));
});

it('control: an edge asked twice is two statements of one name', async () => {
  sent = [];
  const query = '{ results(commune: "duc-lang", first: 5) { nodes { unit { code } again: unit { code } } } }';
  await test.http().post('/graphql').set(as(test, 'clerk')).send({ query });
  expect(sent.length).toBeGreaterThan(new Set(sent).size);
});
