import type pg from 'pg';

export interface Copy {
  from: number;
  to: number;
  /** The same ids in both communes, as only the two walls would tell them apart. */
  sameIds?: boolean;
}

/** The rows of one commune become another's, with ids and keys of their own: of the actor with the id I the key `thd_I`. */
export async function copy(admin: pg.Client, table: string, { from, to, sameIds = false }: Copy): Promise<void> {
  const text = sameIds
    ? 'to_jsonb(t)::text'
    : `regexp_replace(to_jsonb(t)::text, '([0-9a-f]{8}-[0-9a-f]{4}-)[47]', '\\18', 'g')`;
  const keyed = table === 'api_key' ? ` || jsonb_build_object('hash', sha256(('thd_' || id)::bytea))` : '';
  await admin.query(`delete from ${table} where commune_id = ${to}`);
  await admin.query(
    `insert into ${table} select r.* from ${table} t, jsonb_populate_record(null::${table}, ${text}::jsonb || '{"commune_id": ${to}}'${keyed}) r where t.commune_id = ${from}`,
  );
}

/** Columns that rights, calendars and closed words are read from: with a canary in them nobody of that commune could look. */
const readFrom = [
  'appointment.role',
  'award.amount_basis',
  'indicator.basis',
  'indicator.beyond',
  'indicator.comparator',
  'indicator.derivation',
  'indicator.direction',
  'indicator.expected_share',
  'indicator.frequency',
  'indicator.measure_unit',
  'indicator.over_time',
  'indicator.over_units',
  'indicator.over_years',
  'indicator.printed_change',
  'indicator.reported',
  'indicator.seasons',
  'matter.rule',
  'round.calendar',
  'scheme.deadlines',
];

/** Puts a text of its own into every text column of a commune. Gives the columns by their canary, and those whose constraints let no other word in. */
export async function putCanaries(
  admin: pg.Client,
  tables: readonly string[],
  commune: number,
): Promise<{ canaries: Map<string, string>; closed: string[] }> {
  const canaries = new Map<string, string>();
  const closed: string[] = [];
  for (const { name, type } of await textColumns(admin, tables)) {
    if (readFrom.includes(name)) continue;
    const canary = `canary${canaries.size}x`;
    if (await put(admin, commune, name, type, canary)) canaries.set(canary, name);
    else closed.push(name);
  }
  return { canaries, closed };
}

const textColumns = async (admin: pg.Client, tables: readonly string[]) =>
  (
    await admin.query<{ name: string; type: 'text' | 'jsonb' | 'text[]' }>(
      `select a.attrelid::regclass || '.' || attname as name, coalesce(nullif(t.typbasetype, 0), t.oid)::regtype::text as type
       from pg_attribute a join pg_type t on t.oid = atttypid
       where a.attrelid = any ($1::regclass[]) and attnum > 0 and coalesce(nullif(t.typbasetype, 0), t.oid) = any ('{text,jsonb,text[]}'::regtype[]) order by 1`,
      [tables],
    )
  ).rows;

async function put(
  admin: pg.Client,
  commune: number,
  name: string,
  type: 'text' | 'jsonb' | 'text[]',
  canary: string,
): Promise<boolean> {
  const [table, column] = name.split(/\.(?=[^.]+$)/) as [string, string];
  const within = {
    text: `coalesce(${column}, '') || '${canary}'`,
    'text[]': `array_append(${column}, '${canary}')`,
    jsonb: `case when ${column}::text ~ '"[^"]*"(?=[,}\\]]|$)' then regexp_replace(${column}::text, '"([^"]*)"(?=[,}\\]]|$)', '"\\1${canary}"', 'g')::jsonb
      when jsonb_typeof(${column}) = 'array' then '["${canary}"]' when jsonb_typeof(${column}) = 'object' then ${column} || '{"${canary}": "${canary}"}' else '"${canary}"' end`,
  }[type];
  // Progress adds the figures of results up: of those only words are marked.
  const figures = name === 'result.value' ? ` and ${column} !~ '^-?[0-9]'` : '';
  // Where a text may not stand beside another, only what is there gets its canary; a record is marked where it is.
  const all = ['true', `${column} is not null`];
  for (const which of type === 'jsonb' ? all.reverse() : all) {
    const marked = await admin
      .query(`update ${table} set ${column} = ${within} where commune_id = ${commune} and ${which}${figures}`)
      .catch((error: { code: string }) => {
        if (!['23514', '22P02'].includes(error.code)) throw error;
      });
    if (marked?.rowCount) return true;
  }
  return false;
}
