import pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../cluster.js';
import { communeTables, fill, ours } from './rows.js';

/** xã Mẫu acts; every table holds rows of xã Đức Lạng, too. */
const us = 2;
const them = 1;

const commands = ['select', 'insert', 'update', 'delete'] as const;
type Command = (typeof commands)[number];

interface Policy {
  table: string;
  policy: string;
  command: Command | 'all';
  /** Narrows what another policy shows. */
  narrows: boolean;
}

let database: TestDatabase;
let admin: pg.Client;
let tables: string[];
let policies: Policy[];

beforeAll(async () => {
  database = await cloneDatabase('sample');
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  // Rows are made and moved one by one: keys that refer to others are not looked at.
  await admin.query('set session_replication_role = replica');
  tables = await communeTables(admin);
  for (const table of tables) await fill(admin, table, [them, us]);
  const found = await admin.query<Policy>(
    `select polrelid::regclass::text as table, polname as policy, not polpermissive as narrows,
       case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end as command from pg_policy`,
  );
  policies = found.rows;
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

/** Works as the runtime role in a transaction that is rolled back; first comes what is arranged by the owner. */
async function asRuntime(
  arrange: string,
  context: string,
  statement: string,
  values: unknown[] = [],
): Promise<number | 'refused'> {
  await admin.query(`begin; ${arrange}; set local role thidua_runtime; ${context}`);
  try {
    const { rows, rowCount } = await admin.query<{ count: number }>(statement, values);
    return rows[0]?.count ?? rowCount ?? 0;
  } catch (error) {
    if ((error as { code: string }).code !== '42501') throw error;
    return 'refused';
  } finally {
    await admin.query('rollback');
  }
}

const count = (table: string, where = 'true') => `select count(*)::int as count from ${table} where ${where}`;
const truly = async (table: string, where: string) =>
  (await admin.query<{ count: number }>(count(table, where))).rows[0]!.count;
const context = (commune: number | '', reach: string) =>
  `set local app.commune = '${commune}'; set local app.reach = '${reach}'`;
const acting = context(us, String(us));

/** Effect of a command on rows of another commune. The role is granted everything, so that the policies alone stand in its way. */
async function breach(table: string, command: Command, opened = ''): Promise<(number | 'refused')[]> {
  const granted = `grant all on ${table} to thidua_runtime; ${opened}`;
  const emptied = `${granted}; delete from ${table} where commune_id = ${them}`;
  if (command === 'select')
    return [
      await asRuntime(granted, acting, count(table, `commune_id <> ${us}`)),
      await asRuntime(granted, '', count(table)),
    ];
  const writing = [context(us, '0,1,2,3'), context('', '0,1,2,3')];
  const done: (number | 'refused')[] = [];
  for (const each of writing) {
    if (command === 'delete')
      done.push(await asRuntime(granted, each, `delete from ${table} where commune_id = ${them}`));
    if (command === 'update')
      done.push(
        await asRuntime(granted, each, `update ${table} set commune_id = commune_id where commune_id = ${them}`),
      );
  }
  if (command === 'update')
    done.push(
      await asRuntime(
        emptied,
        writing[0]!,
        `update ${table} set commune_id = ${them} where ctid = (select ctid from ${table} where commune_id = ${us} limit 1)`,
      ),
    );
  if (command === 'insert') {
    const { rows } = await admin.query<{ row: object }>(
      `select to_jsonb(t) as row from ${table} t where commune_id = ${them} limit 1`,
    );
    for (const each of writing)
      done.push(
        await asRuntime(emptied, each, `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
          JSON.stringify(rows[0]!.row),
        ]),
      );
  }
  return done;
}

const unharmed = (done: (number | 'refused')[]) => done.every((each) => each === 0 || each === 'refused');
const open = ({ table, policy, command }: Policy) =>
  `alter policy ${policy} on ${table} using (true) ${command === 'all' ? 'with check (true)' : ''}`;

it("there is something to leak, and one sees one's own", async () => {
  expect(tables.length).toBeGreaterThan(20);
  for (const table of tables) {
    expect({ table, theirs: (await truly(table, `commune_id = ${them}`)) > 0 }).toEqual({ table, theirs: true });
    const own = await truly(table, `commune_id = ${us}`);
    expect(own).toBeGreaterThan(0);
    expect({ table, seen: await asRuntime('', acting, count(table, 'commune_id is not null')) }).toEqual({
      table,
      seen: own,
    });
  }
});

describe.each(commands)('%s', (command) => {
  it('of rows of another: nothing is seen, nothing written', async () => {
    for (const table of tables) {
      const done = await breach(table, command);
      expect({ table, done, unharmed: unharmed(done) }).toEqual({ table, done, unharmed: true });
    }
  });

  it('control: with any one policy that guards it open, that check fails', async () => {
    for (const table of tables) {
      const guards = policies.filter(
        (each) =>
          each.table === table &&
          !each.narrows &&
          !each.policy.includes('_superiors_') &&
          [command, 'all'].includes(each.command),
      );
      expect({ table, guards: guards.length }).toEqual({ table, guards: command === 'select' ? 2 : 1 });
      for (const guard of guards)
        expect({ guard, unharmed: unharmed(await breach(table, command, open(guard))) }).toEqual({
          guard,
          unharmed: false,
        });
    }
  });
});

it('an act of a superior writes what superiors write, in the one commune it acts in', async () => {
  const supervising = (commune: number) => `${context('', `${them},${us}`)}; set local app.supervised = '${commune}'`;
  const may = policies.filter(({ policy }) => policy.includes('_superiors_'));
  expect(may.length).toBeGreaterThan(5);
  for (const table of tables) {
    const { rows } = await admin.query<{ row: object }>(
      `select to_jsonb(t) as row from ${table} t where commune_id = ${us} limit 1`,
    );
    const statements: Record<string, [statement: string, values?: unknown[]]> = {
      insert: [
        `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`,
        [JSON.stringify(rows[0]!.row)],
      ],
      update: [`update ${table} set commune_id = commune_id where commune_id = ${us}`],
      delete: [`delete from ${table} where commune_id = ${us}`],
    };
    for (const [command, statement] of Object.entries(statements)) {
      const emptied = command === 'insert' ? `; delete from ${table} where commune_id = ${us}` : '';
      const arranged = `grant all on ${table} to thidua_runtime${emptied}`;
      const [there, elsewhere] = [
        await asRuntime(arranged, supervising(us), ...statement),
        await asRuntime(arranged, supervising(them), ...statement),
      ];
      const writes = may.some((each) => each.table === table && each.command === command);
      const seen = { table, command, writes: there !== 0 && there !== 'refused', elsewhere: unharmed([elsewhere]) };
      expect(seen).toEqual({ table, command, writes, elsewhere: true });
    }
  }
});

it('what belongs to no commune is only read; control: with the grant it is written', async () => {
  const { rows } = await admin.query<{ name: string; column: string }>(
    `select c.oid::regclass::text as name, (select attname from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped order by attnum limit 1) as column
     from pg_class c where ${ours('c')} and c.oid::regclass::text <> all ($1)`,
    [tables],
  );
  for (const { name, column } of rows) {
    for (const write of [
      `insert into ${name} select * from ${name} limit 0`,
      `update ${name} set ${column} = ${column} where false`,
      `delete from ${name} where false`,
    ]) {
      expect([write, await asRuntime('', acting, write)]).toEqual([write, 'refused']);
      expect([write, await asRuntime(`grant all on ${name} to thidua_runtime`, acting, write)]).toEqual([write, 0]);
    }
  }
});

it('a key bound to units is shown no other unit; control: with that policy open it is', async () => {
  const narrow = policies.filter(({ narrows }) => narrows);
  expect(narrow.length).toBeGreaterThan(3);
  for (const each of narrow) {
    const { rows } = await admin.query<{ unit: string }>(
      `select unit_id as unit from ${each.table} where commune_id = ${us} limit 1`,
    );
    const { unit } = rows[0]!;
    const bound = (units: string) => `${acting}; set local app.units = '${units}'`;
    const shown = [
      await asRuntime('', bound(crypto.randomUUID()), count(each.table)),
      await asRuntime('', bound(unit), count(each.table)),
    ];
    expect({ each, shown }).toEqual({
      each,
      shown: [0, await truly(each.table, `commune_id = ${us} and unit_id = '${unit}'`)],
    });
    expect(await asRuntime(open(each), bound(crypto.randomUUID()), count(each.table))).toBeGreaterThan(0);
  }
});

it('nothing of another is erased', async () => {
  const others = `select erase_personal(1, array['unit'], (select array_agg(id::text) from unit)) as count`;
  expect(await asRuntime('', `set local app.reach = '1,2'; set local app.commune = '${us}'`, others)).toBe('refused');
  expect(await asRuntime('', `set local app.reach = '1,2'`, others)).toBe('refused');
  // All personal values of the own commune go, but for the actors and who signed a document.
  const { rows } = await admin.query<{ types: string[]; ids: string[]; values: number }>(
    `select array_agg(type) as types, array_agg(record_id) as ids, (select count(*)::int from change_value where commune_id = ${us} and pointer not in ('/actor', '/data/signer/name')) as values
     from (select distinct type, record_id from change where commune_id = ${us}) r`,
  );
  const own = rows[0]!;
  await admin.query(
    `insert into change_value select commune_id, position, item, '/reason', '', '"vì"' from change where commune_id = ${us} and reason is null limit 3`,
  );
  expect(await asRuntime('', acting, 'select erase_personal($1, $2, $3) as count', [us, own.types, own.ids])).toBe(
    own.values + 3,
  );
});
