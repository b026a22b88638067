import pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../cluster.js';

let database: TestDatabase;
let runtime: pg.Client;
let admin: pg.Client;
let tables: string[];

beforeAll(async () => {
  database = await cloneDatabase('sample');
  [runtime, admin] = [database.runtimeUrl, database.adminUrl].map(
    (connectionString) => new pg.Client({ connectionString }),
  ) as [pg.Client, pg.Client];
  await Promise.all([runtime.connect(), admin.connect()]);
  tables = (
    await admin.query<{ name: string }>(
      `select oid::regclass::text as name from pg_class where relnamespace = 'catalogue'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
    )
  ).rows.map(({ name }) => name);
});
afterAll(async () => {
  await Promise.all([runtime.end(), admin.end()]);
  await database.drop();
});

it('the runtime role reads every table of it, and writes none', async () => {
  expect(tables).toEqual(
    [
      'authority',
      'award_form',
      'base_salary',
      'condition',
      'dossier_item',
      'nominee_factor',
      'preference',
      'prescribed_form',
      'road',
      'rounding_policy',
      'rule_set',
      'salary_rise',
      'several_awards',
      'time_limit',
      'transition',
      'vote_rule',
    ].map((name) => `catalogue.${name}`),
  );
  for (const table of tables) {
    expect([table, (await runtime.query(`select from ${table}`)).rowCount]).toEqual([table, expect.any(Number)]);
    expect([table, (await runtime.query(`select from ${table} limit 1`)).rowCount]).toEqual([table, 1]);
    const row = (
      await admin.query<{ column: string }>(
        `select attname as column from pg_attribute where attrelid = $1::regclass and attnum = 1`,
        [table],
      )
    ).rows[0]!;
    for (const write of [
      `insert into ${table} select * from ${table}`,
      `update ${table} set ${row.column} = ${row.column}`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      await expect(runtime.query(write)).rejects.toMatchObject({ code: '42501' });
    }
  }
});

it('it has been granted to read and nothing else, by anybody, of a schema it does not own', async () => {
  const { rows } = await admin.query(
    `select relname as name, string_agg(privilege_type, ',') as granted from pg_class c, aclexplode(relacl) a
     where relnamespace = 'catalogue'::regnamespace and relkind = 'r' and grantee in (0, 'thidua_runtime'::regrole) group by relname having string_agg(privilege_type, ',') <> 'SELECT'
     union all select 'schema', string_agg(privilege_type, ',') from pg_namespace, aclexplode(nspacl) where nspname = 'catalogue' and grantee in (0, 'thidua_runtime'::regrole)
     union all select relname, 'owns' from pg_class where relnamespace = 'catalogue'::regnamespace and relowner = 'thidua_runtime'::regrole
     union all select attrelid::regclass::text, 'column' from pg_attribute join pg_class c on c.oid = attrelid where relnamespace = 'catalogue'::regnamespace and attacl is not null`,
  );
  expect(rows).toEqual([{ name: 'schema', granted: 'USAGE' }]);
});

it('one rule set and one base salary are in force a day, whoever writes', async () => {
  const ruleSet = (day: string) =>
    `insert into catalogue.rule_set (code, name, valid_from, valid_to, given_from, source, verified)
     values ('tdkt-x', '', '${day}', '${day}', '${day}', '', false)`;
  const refused = async (statement: string, constraint: string) => {
    await admin.query('begin; set constraints all immediate');
    await expect(admin.query(statement)).rejects.toMatchObject({ constraint });
    await admin.query('rollback');
  };
  await refused(ruleSet('2025-06-30'), 'rule_set_one_in_force');
  await refused(
    `insert into catalogue.base_salary (valid_from, valid_to, given_from, amount, source, verified)
     values ('2024-06-30', '2024-06-30', '2024-06-30', 1, '', false)`,
    'base_salary_one_in_force',
  );
  await refused(`update catalogue.road set steps = '{APPRAISAL,MEETING,DECISION}' where type = 'SUDDEN'`, 'road_steps');
  await refused(`delete from catalogue.award_form where code = 'ldtt'`, 'authority_form_fkey');
  // Control: beside the others it is taken.
  await admin.query(`begin; set constraints all immediate; ${ruleSet('2017-09-30')}; rollback`);
});
