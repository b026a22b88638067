import type pg from 'pg';

/** A table that holds rows of communes, by its qualified name. */
export const communeTables = async (admin: pg.Client): Promise<string[]> =>
  (
    await admin.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'commune_id' and a.attnotnull
       where ${ours('c')} order by 1`,
    )
  ).rows.map(({ name }) => name);

/** Tables of ours, in whatever schema. */
export const ours = (c: string) =>
  `${c}.relkind in ('r', 'p') and ${c}.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'`;

interface Column {
  name: string;
  type: string;
  /** First label of an enum, or first word that a check of this column lists. */
  word: string | null;
  required: boolean;
  /** Part of a unique key that is not of the commune. */
  alone: boolean;
}

const columnsOf = async (admin: pg.Client, table: string) =>
  (
    await admin.query<Column>(
      `select attname as name, coalesce(nullif(t.typbasetype, 0), t.oid)::regtype::text as type, attnotnull and not atthasdef as required,
         coalesce((select enumlabel from pg_enum where enumtypid = t.oid order by enumsortorder limit 1),
           (select w.word from pg_constraint cross join lateral substring(pg_get_constraintdef(oid) from '\\m' || attname || ' = ANY \\(ARRAY\\[''([^'']+)''') as w (word)
             where conrelid = attrelid and contype = 'c' and w.word is not null order by conname = conrelid::regclass || '_' || attname desc limit 1)) as word,
         exists (select from pg_index i where i.indrelid = attrelid and i.indisunique and i.indkey[0] = attnum and attname <> 'commune_id') as alone
       from pg_attribute join pg_type t on t.oid = atttypid where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    )
  ).rows;

const fresh = (type: string, text: string): unknown => {
  if (type === 'uuid') return crypto.randomUUID();
  if (type === 'bytea') return `\\x${crypto.randomUUID().replaceAll('-', '')}`;
  if (type === 'date' || type.startsWith('timestamp')) return '2023-01-31';
  if (type === 'boolean') return false;
  if (type === 'jsonb') return {};
  if (type.endsWith('[]')) return type === 'text[]' ? ['x'] : [];
  return /int|numeric/.test(type) ? 1 : text;
};

/**
 * Sees that each commune has a row in the table: a copy of another's, or one made by the types of its columns. Fails
 * saying which table it could not fill.
 */
export async function fill(admin: pg.Client, table: string, communes: readonly number[]): Promise<void> {
  const columns = await columnsOf(admin, table);
  const make = (chosen: Column[], text: string) =>
    Object.fromEntries(chosen.map(({ name, type, word }) => [name, word ?? fresh(type, text)]));
  for (const commune of communes) {
    const { rows } = await admin.query<{ commune_id: number; row: object }>(
      `select commune_id, to_jsonb(t) as row from ${table} t order by commune_id = $1 desc limit 1`,
      [commune],
    );
    if (rows[0]?.commune_id === commune) continue;
    const alone = make(
      columns.filter((column) => column.alone),
      String(commune),
    );
    const must = columns.filter(({ required }) => required);
    // Required columns; all columns; and, where exactly one of several is required, with each.
    const made = [must, columns, ...columns.filter(({ required }) => !required).map((each) => [...must, each])].flatMap(
      (chosen) => ['2023', '0'.repeat(64)].map((text) => make(chosen, text)),
    );
    const refused: string[] = [];
    for (const row of rows[0] ? [{ ...rows[0].row, ...alone }] : made) {
      const inserted = await admin
        .query(
          `insert into ${table} (${Object.keys(row).join()}) select ${Object.keys(row).join()} from jsonb_populate_record(null::${table}, $1)`,
          [JSON.stringify({ ...row, commune_id: commune })],
        )
        .catch((error: Error) => void refused.push(error.message));
      if (inserted) break;
      if (refused.length === (rows[0] ? 1 : made.length))
        throw new Error(`No row of ${table} can be made for commune ${commune}: ${refused.join('; ')}`);
    }
  }
}
