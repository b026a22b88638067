import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/all.js';
import { withClient } from '../../src/database/client.js';
import { dataSource } from '../../src/database/data-source.js';
import { asOwner, migrate, undoMigration } from '../../src/database/migrate.js';
import { cloneDatabase, type TestDatabase } from '../cluster.js';

/** Everything in the schema, one line each: columns, constraints, indexes, policies, functions, types, extensions, and who may. */
const catalogue = `
  with here as (select 'public'::regnamespace as ns)
  select format('table %s %s %s %s %s %s', relname, relkind, relrowsecurity, relforcerowsecurity, relacl, obj_description(c.oid)) as line from pg_class c, here where relnamespace = ns
  union all select format('column %s.%s %s %s %s %s %s', c.relname, attname, format_type(atttypid, atttypmod), attnotnull, attcollation::regcollation, pg_get_expr(adbin, adrelid), col_description(c.oid, attnum))
    from pg_attribute a join pg_class c on c.oid = attrelid and relkind in ('r', 'v') left join pg_attrdef on adrelid = attrelid and adnum = attnum, here where relnamespace = ns and attnum > 0 and not attisdropped
  union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint, here where connamespace = ns
  union all select indexdef from pg_indexes where schemaname = 'public'
  union all select format('policy %s %s %s %s %s', polrelid::regclass, polname, polcmd, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from pg_policy
  union all select format('function %s %s', pg_get_functiondef(oid), proacl) from pg_proc, here where pronamespace = ns and prokind = 'f'
  union all select format('type %s %s %s', typname, typtype, typbasetype::regtype) from pg_type, here where typnamespace = ns
  union all select format('label %s %s', enumtypid::regtype, enumlabel) from pg_enum
  union all select format('extension %s', extname) from pg_extension
  order by 1`;

const names = migrations.map(({ name }) => name);
let database: TestDatabase;

/** But for TypeORM's own table of what was applied. */
const schema = () =>
  withClient(database.adminUrl, async (admin) => {
    await admin.query('begin; drop table if exists migration');
    const { rows } = await admin.query<{ line: string }>(catalogue);
    return rows.map(({ line }) => line);
  });

describe('on an empty database', () => {
  beforeAll(async () => void (database = await cloneDatabase('none')));
  afterAll(() => database.drop());

  it('five runners at once apply each once; taken back they leave nothing; applied again they leave the same', async () => {
    const empty = await schema();
    const applied = await Promise.all([1, 2, 3, 4, 5].map(() => migrate(database.ownerUrl, migrations)));
    expect(applied.flat()).toEqual(names);

    const first = await schema();
    expect(first.length).toBeGreaterThan(300);
    for (const _ of names) await undoMigration(database.ownerUrl, migrations);
    expect(await schema()).toEqual(empty);

    expect(await migrate(database.ownerUrl, migrations)).toEqual(names);
    expect(await schema()).toEqual(first);
  });
});

describe('rows of a commune table', () => {
  let owner: DataSource;

  beforeAll(async () => {
    database = await cloneDatabase('sample');
    owner = await dataSource(database.ownerUrl, { entities: [], migrations: [], poolSize: 1 }).initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  const change = `update unit set kind_text = 'thôn' where kind = 'HAMLET'`;
  const forced = async () => (await owner.query<[{ forced: boolean }]>(`select relforcerowsecurity as forced from pg_class where relname = 'unit'`))[0].forced;

  /** In a transaction, as a migration is. */
  async function migrating(work: (runner: ReturnType<DataSource['createQueryRunner']>) => Promise<unknown>): Promise<void> {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await work(runner);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  it('control: the owner changes none and hears nothing', async () => {
    await migrating(async (runner) => expect(await runner.query(change)).toEqual([[], 0]));
  });

  it('asOwner changes them and forces the policies again', async () => {
    await migrating((runner) => asOwner(runner, 'unit', change));
    expect(await forced()).toBe(true);
    const { rows } = await withClient(database.adminUrl, (admin) => admin.query(`select distinct kind_text from unit where kind = 'HAMLET'`));
    expect(rows).toEqual([{ kind_text: 'thôn' }]);
  });

  it('a change of no row is an error, unless it was said that there may be none', async () => {
    const nothing = `update unit set kind_text = null where code = 'nowhere'`;
    await expect(migrating((runner) => asOwner(runner, 'unit', nothing))).rejects.toThrow('changed no row of unit');
    await migrating((runner) => asOwner(runner, 'unit', nothing, 'mayBeNone'));
    expect(await forced()).toBe(true);
  });
});
