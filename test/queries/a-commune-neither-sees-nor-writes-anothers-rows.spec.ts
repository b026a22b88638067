import pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../cluster.js';

/** xã Mẫu acts; every table holds rows of others, too. */
const us = 2;

let database: TestDatabase;
let admin: pg.Client;
let runtime: pg.Client;
let tables: string[];

const connected = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};

beforeAll(async () => {
  database = await cloneDatabase('sample');
  [admin, runtime] = await Promise.all([connected(database.adminUrl), connected(database.runtimeUrl)]);
  // What the sample leaves empty: a row in each of two communes.
  for (const commune of [1, us]) {
    await admin.query(
      `with i as (select id, plan_id from indicator where commune_id = $1 limit 1), u as (select id from unit where commune_id = $1 limit 1), a as (
         insert into acknowledgement (commune_id, id, plan_id, unit_id, form, held_on) select $1, gen_random_uuid(), i.plan_id, u.id, 'MEETING', '2024-01-30' from i, u), k as (
         insert into kept_answer (commune_id, actor_id, key, fingerprint, answer, kept_at) select $1, gen_random_uuid(), 'k', '', '{}', now()), p as (
         insert into personal_access (commune_id, id, unit_id, actor, operation, at, request_id) select $1, gen_random_uuid(), u.id, 'clerk', 'unit', now(), 'r' from u), f as (
         insert into file (commune_id, id, name, media_type, size, sha256, personal, audience) values ($1, gen_random_uuid(), 'a.pdf', 'application/pdf', 1, repeat('0', 64), false, 'INSIDE') returning id), b as (
         insert into file_chunk (commune_id, file_id, ordinal, bytes) select $1, f.id, 0, '\\x00' from f), s as (
         insert into submission (commune_id, id, plan_id, unit_id, period, state, narrative, content_salt, content_hash, audience) select $1, gen_random_uuid(), i.plan_id, u.id, '2022', 'DRAFT', '{}', '', '', 'INSIDE' from i, u returning id), e as (
         insert into entry (commune_id, submission_id, indicator_id, reported) select $1, s.id, i.id, '1' from s, i), v as (
         insert into evidence (commune_id, submission_id, indicator_id, file_id) select $1, s.id, i.id, f.id from s, i, f), r as (
         insert into result (commune_id, id, indicator_id, unit_id, period, value, approved_on, audience) select $1, gen_random_uuid(), i.id, u.id, '2022', '1', '2024-01-30', 'SUPERIOR' from i, u)
       insert into target (commune_id, id, indicator_id, unit_id, period, value, audience) select $1, gen_random_uuid(), i.id, u.id, '2023', 1, 'PUBLIC' from i, u`,
      [commune],
    );
  }
  const { rows } = await admin.query<{ name: string }>(`select relname as name from pg_class where relrowsecurity order by 1`);
  tables = rows.map(({ name }) => name);
});
afterAll(async () => {
  await Promise.all([admin.end(), runtime.end()]);
  await database.drop();
});

/** What a statement of the runtime role does in a transaction of its own, which is rolled back: its number of rows, or `refused`. */
async function does(context: string, statement: string, values: unknown[] = []): Promise<number | 'refused'> {
  await runtime.query(`begin; ${context}`);
  try {
    const { rows, rowCount } = await runtime.query<{ count: number }>(statement, values);
    return rows[0]?.count ?? rowCount ?? 0;
  } catch (error) {
    if ((error as { code: string }).code !== '42501') throw error;
    return 'refused';
  } finally {
    await runtime.query('rollback');
  }
}

const ours = `set local app.reach = '${us}'; set local app.commune = '${us}'`;
const each = async <T>(work: (table: string) => Promise<T>) => {
  const outcomes: Record<string, T> = {};
  for (const table of tables) outcomes[table] = await work(table);
  return outcomes;
};
const everyTable = <T>(value: T) => Object.fromEntries(tables.map((table) => [table, value]));
const count = (table: string, where = 'true') => `select count(*)::int as count from ${table} where ${where}`;
const truly = async (table: string, where: string) => (await admin.query<{ count: number }>(count(table, where))).rows[0]!.count;

it('there is something to leak, and one sees one\'s own', async () => {
  expect(tables.length).toBeGreaterThan(9);
  expect(await each(async (table) => (await truly(table, `commune_id <> ${us}`)) > 0)).toEqual(everyTable(true));
  expect(await each((table) => does(ours, count(table)))).toEqual(await each((table) => truly(table, `commune_id = ${us}`)));
});

it('nothing of another is seen', async () => {
  expect(await each((table) => does(ours, count(table, `commune_id <> ${us}`)))).toEqual(everyTable(0));
});

it('without a context nothing is seen, also after a transaction that had one', async () => {
  expect(await each((table) => does('', count(table)))).toEqual(everyTable(0));
});

it('nothing of another is changed, even where it may be read', async () => {
  const writes = await each(async (table) => {
    const change = (where: string) => `update ${table} set commune_id = commune_id where ${where}`;
    return [
      await does(`set local app.reach = '0,1,2,3'; set local app.commune = '${us}'`, change(`commune_id <> ${us}`)),
      await does(`set local app.reach = '${us}'`, change('true')),
      await does(ours, `delete from ${table} where commune_id <> ${us}`),
    ];
  });
  for (const [table, outcomes] of Object.entries(writes)) expect({ table, outcomes }).toEqual({ table, outcomes: outcomes.map((outcome) => (outcome === 'refused' ? 'refused' : 0)) });
  // Control: what is one's own is changed by the same statement.
  expect(await does(ours, `update unit set commune_id = commune_id where commune_id = ${us}`)).toBeGreaterThan(0);
});

it('nothing of another is erased', async () => {
  const others = `select erase_personal(1, array['unit'], (select array_agg(id::text) from unit)) as count`;
  expect(await does(`set local app.reach = '1,2'; set local app.commune = '${us}'`, others)).toBe('refused');
  expect(await does(`set local app.reach = '1,2'`, others)).toBe('refused');
  // Of one's own all goes but who acted.
  const { rows } = await admin.query<{ types: string[]; ids: string[]; values: number }>(
    `select array_agg(type) as types, array_agg(record_id) as ids, (select count(*)::int from change_value where commune_id = ${us} and pointer <> '/actor') as values
     from (select distinct type, record_id from change where commune_id = ${us}) r`,
  );
  const own = rows[0]!;
  await admin.query(`insert into change_value select commune_id, position, item, '/reason', '', '"vì"' from change where commune_id = ${us} limit 3`);
  expect(await does(ours, 'select erase_personal($1, $2, $3) as count', [us, own.types, own.ids])).toBe(own.values + 3);
});

it('nothing is put into another, nor moved there', async () => {
  const inserts = await each(async (table) => {
    const { rows } = await admin.query<{ row: object }>(`select to_jsonb(t) as row from ${table} t where commune_id <> ${us} limit 1`);
    return does(ours, `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [JSON.stringify(rows[0]!.row)]);
  });
  expect(inserts).toEqual(everyTable('refused'));
  expect(await does(ours, 'update unit set commune_id = 1')).toBe('refused');
});
