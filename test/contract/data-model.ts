import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type pg from 'pg';
import type { EntityMetadata } from 'typeorm';

interface Column {
  table: string;
  name: string;
  type: string;
  key: boolean;
}

interface ForeignKey {
  table: string;
  target: string;
  columns: string[];
  optional: boolean;
  unique: boolean;
}

/** Columns in their order; an array's type ends with []. */
const columnsSql = `
  select c.relname as "table", a.attname as name, a.attnum = any (p.conkey) as key, regexp_replace(t.typname, '^_(.+)', '\\1[]') as type
  from pg_class c
    join pg_constraint p on p.conrelid = c.oid and p.contype = 'p'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
  where c.relnamespace in ('public'::regnamespace, 'catalogue'::regnamespace) and c.relname <> 'migration'
  order by c.relname, a.attnum`;

/** Foreign keys; `unique`: at most one row refers to a row of the target. */
const foreignKeysSql = `
  select c.relname as "table", t.relname as target, bool_or(not a.attnotnull) as optional,
    array_agg(a.attname::text order by array_position(f.conkey, a.attnum)) as columns,
    exists (select from pg_constraint u where u.conrelid = c.oid and u.contype in ('p', 'u') and u.conkey <@ f.conkey) as unique
  from pg_constraint f
    join pg_class c on c.oid = f.conrelid
    join pg_class t on t.oid = f.confrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (f.conkey)
  where f.contype = 'f'
  group by f.oid, c.oid, c.relname, t.relname, f.conkey
  order by c.relname, t.relname, columns`;

/** The folder of each entity class of the program. */
async function folders(): Promise<Map<unknown, string>> {
  const files = readdirSync('src', { recursive: true, withFileTypes: true }).filter(({ name }) =>
    name.endsWith('.entity.ts'),
  );
  const classes = await Promise.all(
    files.map(async ({ parentPath, name }) =>
      Object.values((await import(`../../${join(parentPath, name)}`)) as object).map(
        (each) => [each, basename(parentPath)] as const,
      ),
    ),
  );
  return new Map(classes.flat());
}

/** The tables of the migrated database in Mermaid, a diagram for each module. The catalogue's have no entities. */
export async function dataModel(database: pg.Client, entities: readonly EntityMetadata[]): Promise<string> {
  const { rows: columns } = await database.query<Column>(columnsSql);
  const { rows: foreignKeys } = await database.query<ForeignKey>(foreignKeysSql);
  const folderOf = await folders();
  const moduleOf = new Map(entities.map(({ tableName, target }) => [tableName, folderOf.get(target)]));
  const within = (table: string) => moduleOf.get(table) ?? 'catalogue';
  const tables = [...new Set([...moduleOf.keys(), ...columns.map(({ table }) => table)])];

  const box = (table: string) => [
    `  ${table} {`,
    ...columns
      .filter((each) => each.table === table)
      .map(({ type, name, key }) => `    ${type} ${name}${key ? ' PK' : ''}`),
    '  }',
  ];
  const line = ({ table, target, columns, optional, unique }: ForeignKey) => {
    const told = columns.filter((name) => columns.length === 1 || name !== 'commune_id').join(', ');
    return `  ${target} ${optional ? '|o' : '||'}--${unique ? 'o|' : 'o{'} ${table} : "${told}"`;
  };
  return [...new Set(tables.map(within))]
    .flatMap((module) => [
      `## ${module}`,
      '```mermaid',
      'erDiagram',
      ...tables.filter((table) => within(table) === module).flatMap(box),
      ...foreignKeys
        .filter(({ table, target }) => within(table) === module && (target !== 'commune' || module === 'communes'))
        .map(line),
      '```',
      '',
    ])
    .join('\n');
}
