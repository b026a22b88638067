import type { DataSource } from 'typeorm';
import { dataSource } from '../../src/database/data-source.js';
import { entities } from '../../src/entities.js';
import { cloneDatabase, type TestDatabase } from '../cluster.js';

/** Tables only the migrations know. */
const noEntity = ['migration'];

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  source = await dataSource(database.ownerUrl, { entities, migrations: [], poolSize: 1 }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** `table.column type`, as the entities say; an enum by its labels. */
function declared(): string[] {
  return source.entityMetadatas.flatMap(({ tableName, columns }) =>
    columns.map((column) => {
      const type = column.enum ? `enum(${column.enum.join(',')})` : source.driver.normalizeType(column);
      return `${tableName}.${column.databaseName} ${type}${column.isArray ? '[]' : ''}${column.isNullable ? ' null' : ''}`;
    }),
  );
}

/** The same as the database has it; a domain counts as the type it is made of. */
async function present(): Promise<string[]> {
  const rows = await source.query<{ told: string }[]>(
    `select format('%s.%s %s%s', table_name, column_name,
       case data_type when 'ARRAY' then substr(udt_name, 2) || '[]'
         when 'USER-DEFINED' then (select format('enum(%s)', string_agg(enumlabel, ',' order by enumsortorder)) from pg_enum where enumtypid = udt_name::regtype)
         else data_type end,
       case is_nullable when 'YES' then ' null' end) as told
     from information_schema.columns where table_schema = 'public' and table_name <> all ($1)`,
    [noEntity],
  );
  return rows.map(({ told }) => told);
}

async function drift() {
  const [here, there] = [declared(), await present()];
  return {
    entitiesOnly: here.filter((each) => !there.includes(each)).sort(),
    tablesOnly: there.filter((each) => !here.includes(each)).sort(),
  };
}

it('table by table, column by column: name, type, nullability', async () => {
  expect(declared().length).toBeGreaterThan(100);
  expect(await drift()).toEqual({ entitiesOnly: [], tablesOnly: [] });
});

it('control: a changed type, nullability, label and an extra column are found', async () => {
  await source.query(`
    alter table unit alter kind_text type int using 1;
    alter table plan alter title drop not null;
    alter table chain add note text[] not null;
    alter type audience add value 'NOBODY'`);
  const { entitiesOnly, tablesOnly } = await drift();
  expect(entitiesOnly).toEqual(
    expect.arrayContaining([
      'plan.title text',
      'unit.kind_text text null',
      'unit.audience enum(INSIDE,SUPERIOR,PUBLIC)',
    ]),
  );
  expect(tablesOnly).toEqual(
    expect.arrayContaining([
      'chain.note text[]',
      'plan.title text null',
      'unit.kind_text integer null',
      'unit.audience enum(INSIDE,SUPERIOR,PUBLIC,NOBODY)',
    ]),
  );
});
