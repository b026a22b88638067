import pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../cluster.js';

/** Tables that belong to no commune, or are read before the commune is known. All others are a commune's. */
const outside = ['commune', 'commune_lineage', 'superior', 'supervision', 'api_key', 'migration'];

/** Keys over all communes: an identity at the provider is one actor's, wherever that is. */
const ofOneActor = ['identity_subject_key', 'identity_client_key'];

/** Functions that see more than their caller. */
const definers = [
  'credential(bytea,date,timestamp with time zone)',
  'credential_of_identity(text,text,text,text[],timestamp with time zone,date,timestamp with time zone)',
  'credential_of_actor(integer,uuid,text[],date,timestamp with time zone)',
  'credential_used(integer,uuid,timestamp with time zone)',
  'erase_personal(integer,text[],text[])',
  'forget_accesses(integer)',
  'hold_power(integer,uuid,uuid[],date)',
  'heads_of(integer[])',
];

/** Rights of the runtime role on a table, where they are not to read, insert and update. */
const grants: Readonly<Record<string, string | null>> = {
  commune: 'SELECT',
  commune_lineage: 'SELECT',
  superior: 'SELECT',
  supervision: 'SELECT',
  migration: 'SELECT',
  api_key: 'INSERT',
  chain: 'INSERT,SELECT',
  change: 'INSERT,SELECT',
  change_value: 'INSERT,SELECT',
  taken_word: 'DELETE,INSERT,SELECT',
  unit_lineage: 'DELETE,INSERT,SELECT',
  file_chunk: 'DELETE,INSERT,SELECT',
  kept_answer: 'DELETE,INSERT,SELECT,UPDATE',
  personal_access: 'INSERT,SELECT',
  entry: 'DELETE,INSERT,SELECT,UPDATE',
  decision_item: 'DELETE,INSERT,SELECT,UPDATE',
  nomination_ground: 'DELETE,INSERT,SELECT',
  evidence: 'DELETE,INSERT,SELECT',
  score_evidence: 'DELETE,INSERT,SELECT',
  document_person: 'DELETE,INSERT,SELECT',
  recusal: 'DELETE,INSERT,SELECT,UPDATE',
  attendance: 'DELETE,INSERT,SELECT,UPDATE',
  unit_term: 'DELETE,INSERT,SELECT,UPDATE',
  // Records that are taken out: drafts, and what was recorded by mistake.
  acknowledgement: 'DELETE,INSERT,SELECT,UPDATE',
  award: 'DELETE,INSERT,SELECT,UPDATE',
  council_member: 'DELETE,INSERT,SELECT,UPDATE',
  document: 'DELETE,INSERT,SELECT,UPDATE',
  file: 'DELETE,INSERT,SELECT,UPDATE',
  indicator: 'DELETE,INSERT,SELECT,UPDATE',
  matter: 'DELETE,INSERT,SELECT,UPDATE',
  nomination: 'DELETE,INSERT,SELECT,UPDATE',
  nomination_paper: 'DELETE,INSERT,SELECT,UPDATE',
  plan: 'DELETE,INSERT,SELECT,UPDATE',
  round: 'DELETE,INSERT,SELECT,UPDATE',
  publication: 'DELETE,INSERT,SELECT,UPDATE',
  scheme: 'DELETE,INSERT,SELECT,UPDATE',
  score_sheet: 'DELETE,INSERT,SELECT,UPDATE',
  fact: 'DELETE,INSERT,SELECT,UPDATE',
  payment: 'DELETE,INSERT,SELECT,UPDATE',
  standing: 'INSERT,SELECT',
  identity: 'DELETE,INSERT,SELECT,UPDATE',
  webhook: 'DELETE,INSERT,SELECT,UPDATE',
  webhook_cursor: 'DELETE,INSERT,SELECT,UPDATE',
  webhook_delivery: 'DELETE,INSERT,SELECT',
  submission: 'DELETE,INSERT,SELECT,UPDATE',
  target: 'DELETE,INSERT,SELECT,UPDATE',
};

const own = `(commune_id = ( SELECT (NULLIF(current_setting('app.commune'::text, true), ''::text))::integer AS "nullif"))`;
const seen = `(commune_id = ANY (( SELECT (string_to_array(NULLIF(current_setting('app.reach'::text, true), ''::text), ','::text))::integer[] AS string_to_array)::integer[]))`;
const policies = `* to public using ${own} check ${own}; r to public using ${seen} check `;

/** Tables of records that units say and get: a key bound to a unit is shown no other unit's. */
const ofUnits = [
  'acknowledgement',
  'complaint',
  'fact',
  'nomination',
  'outcome',
  'payment',
  'objection',
  'registration',
  'remark',
  'result',
  'score_sheet',
  'submission',
  'target',
];
const ownUnits = `(( SELECT (NULLIF(current_setting('app.units'::text, true), ''::text) IS NULL)) OR (unit_id = ANY (( SELECT (string_to_array(current_setting('app.units'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])))`;

/** What superiors write in the communes they supervise, by table: a for insert, w for update, d for delete. */
const bySuperiors = {
  award: 'a',
  chain: 'a',
  change: 'a',
  change_value: 'a',
  commune_head: 'w',
  kept_answer: 'adw',
  nomination: 'w',
  outcome: 'a',
  personal_access: 'adw',
  remark: 'aw',
};
const supervised = own.replace('app.commune', 'app.supervised');

const tables = `tables as (
  select c.oid as id, c.relname as name, c.relrowsecurity, c.relforcerowsecurity, a.attnum as commune, a.attnotnull
  from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'commune_id'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ('{${outside}}'))`;

/** Each gives what breaks the rule. */
const rules: Readonly<Record<string, string>> = {
  'has a commune_id, never null': `select name as broken from tables where commune is null or not attnotnull`,

  'has the commune first in its primary key, every unique key and exclusion': `
    select name || ' ' || coalesce(i.indexrelid::regclass::text, 'no primary key') as broken
    from tables left join pg_index i on i.indrelid = id and (i.indisunique or i.indisexclusion)
    where i.indkey[0] is distinct from commune and i.indexrelid::regclass::text <> all (array['${ofOneActor.join("', '")}']) or not exists (select from pg_index p where p.indrelid = id and p.indisprimary)`,

  'is referred to with the commune first': `
    select k.conname as broken from pg_constraint k join tables on id = k.confrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and (k.confkey[1] is distinct from commune or a.attname <> 'commune_id')`,

  'has row-level security enabled and forced': `select name as broken from tables where not (relrowsecurity and relforcerowsecurity)`,

  'has the two policies and no other': `
    select name as broken from tables left join pg_policy p on p.polrelid = id and p.polpermissive and p.polname !~ '_superiors_'
    group by name
    having string_agg(format('%s to %s using %s check %s', polcmd, case when polroles = '{0}' then 'public' end,
      pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)), '; ' order by polcmd) is distinct from $$${policies}$$`,

  'is written by superiors exactly where they act, in the commune they act in': `
    select coalesce(name, key) as broken
    from (
      select relname as name, string_agg(polcmd::text, '' order by polcmd) as acts,
        bool_and($$${supervised}$$ = all (array_remove(array[pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)], null))) as there
      from pg_policy join pg_class c on c.oid = polrelid where polname ~ '_superiors_' group by relname) p
    full join jsonb_each_text('${JSON.stringify(bySuperiors)}') on key = name
    where acts is distinct from value or not there`,

  'is narrowed to the units of a key exactly where units speak': `
    select coalesce(name, p.polrelid::regclass::text) || ' ' || coalesce(p.polname, '') as broken
    from (select * from tables where name = any ('{${ofUnits}}')) t full join (select * from pg_policy where not polpermissive) p on p.polrelid = t.id
    where name is null or p.polname is null or p.polcmd <> 'r' or pg_get_expr(polqual, polrelid) is distinct from $$${ownUnits}$$`,

  'is not shown by a view with the rights of its owner': `
    select relname as broken from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
    and not coalesce((select option_value::bool from pg_options_to_table(reloptions) where option_name = 'security_invoker'), false)`,

  'is reached by listed definer functions only, each with its search_path and not for everybody': `
    select oid::regprocedure::text as broken from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef
    and (replace(oid::regprocedure::text, ', ', ',') <> all ('{${definers.map((each) => `"${each}"`)}}')
      or 'search_path=public, pg_temp' <> all (coalesce(proconfig, '{}')) or has_function_privilege('public', oid, 'execute'))`,

  'has named constraints': `
    select conname as broken from pg_constraint k
    where connamespace = 'public'::regnamespace and (contype in ('f', 'u', 'x') and cardinality(conkey) + (contype = 'f')::int > 1 and
      conname = conrelid::regclass || '_' || (select string_agg(attname, '_' order by place) from unnest(conkey) with ordinality u (n, place) join pg_attribute on attrelid = conrelid and attnum = n)
        || case contype when 'f' then '_fkey' when 'u' then '_key' else '_excl' end
      or contype = 'c' and conname ~ '_check\\d*$')`,
};

const roles: Readonly<Record<string, string>> = {
  'owns nothing': `
    select owned::text as broken from (
      select relowner, relname from pg_class union all select proowner, proname from pg_proc union all select typowner, typname from pg_type
      union all select nspowner, nspname from pg_namespace union all select datdba, datname from pg_database) o (owner, owned)
    where owner = 'thidua_runtime'::regrole`,

  'is bound by row-level security and stands alone': `
    select rolname as broken from pg_roles where rolname = 'thidua_runtime' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
    union all select roleid::regrole::text from pg_auth_members where member = 'thidua_runtime'::regrole
    union all select 'create' where has_schema_privilege('thidua_runtime', 'public', 'create') or has_database_privilege('thidua_runtime', current_database(), 'create')`,

  'has been granted what is listed': `
    select relname || ': ' || coalesce(string_agg(privilege_type, ',' order by privilege_type), 'nothing') as broken
    from pg_class c left join lateral (select * from aclexplode(relacl) where grantee in (0, 'thidua_runtime'::regrole)) a on true
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    group by relname, $1::jsonb having string_agg(privilege_type, ',' order by privilege_type) is distinct from
      case when $1::jsonb ? relname then $1::jsonb ->> relname else 'INSERT,SELECT,UPDATE' end
    union all select attrelid::regclass || '.' || attname from pg_attribute where attacl is not null and attrelid <> 'api_key'::regclass and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
    union all select 'default privileges' from pg_default_acl`,

  'never reads the hash of a key, nor writes it again': `
    select 'thidua_runtime may ' || privilege || ' it' as broken from unnest(array['select', 'update']) privilege where has_column_privilege('thidua_runtime', 'api_key', 'hash', privilege)
    union all select 'no policies' where (select count(*) from pg_policy where polrelid = 'api_key'::regclass) <> 2 or not (select relrowsecurity from pg_class where oid = 'api_key'::regclass)`,
};

let database: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

async function broken(rule: string): Promise<string[]> {
  const values = rule.includes('$1') ? [JSON.stringify(grants)] : [];
  const { rows } = await admin.query<{ broken: string }>(`with ${tables} ${rule}`, values);
  return rows.map((row) => row.broken);
}

const all = { ...rules, ...roles };

describe('every commune table', () => {
  it.each(Object.keys(rules))('%s', async (rule) => expect(await broken(all[rule]!)).toEqual([]));
});

describe('the runtime role', () => {
  it.each(Object.keys(roles))('%s', async (rule) => expect(await broken(all[rule]!)).toEqual([]));
});

it('the lists name what is there', async () => {
  const { rows } = await admin.query<{
    name: string;
  }>(`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    union all select replace(oid::regprocedure::text, ', ', ',') from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`);
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining([...outside, ...definers, ...Object.keys(grants)]),
  );
});

describe('control', () => {
  beforeAll(() =>
    admin.query(`
      begin;
      create table bad (id uuid primary key, commune_id int, unit_id uuid references bad, check (id <> unit_id), unique (unit_id, commune_id));
      create policy bad on bad using (true);
      create policy bad_superiors_insert on bad for insert with check (true);
      create policy bad_narrow on bad as restrictive for select using (true);
      grant select (hash) on api_key to thidua_runtime;
      grant delete on bad to thidua_runtime;
      create view bad_view as select * from unit;
      create function bad() returns int language sql security definer as 'select 1';
      create table bad_owned (commune_id int primary key);
      alter table bad_owned owner to thidua_runtime;
      alter role thidua_runtime bypassrls`),
  );
  afterAll(() => admin.query('rollback'));

  it.each(Object.keys(all))('a table, view, function or role that breaks it is found: %s', async (rule) =>
    expect((await broken(all[rule]!)).join()).toMatch(/bad|thidua_runtime/),
  );
});
