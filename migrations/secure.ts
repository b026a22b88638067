/** Context that policies compare with, as subqueries: parsed once for a statement, not once for a row. */
export const inReach = `commune_id = any ((select string_to_array(nullif(current_setting('app.reach', true), ''), ',')::int[])::int[])`;
export const inCommune = `commune_id = (select nullif(current_setting('app.commune', true), '')::int)`;
/** The commune that a superior acts in: its write touches the tables of `superiorsWrite` alone. */
export const inSupervised = `commune_id = (select nullif(current_setting('app.supervised', true), '')::int)`;
export const ofUnits = `(select nullif(current_setting('app.units', true), '') is null) or unit_id = any ((select string_to_array(current_setting('app.units', true), ',')::uuid[])::uuid[])`;

/** Row-level security of a commune table: reads within the reach, writes within one commune; it binds the owner, too. */
export const secure = (table: string, ...grants: ('select' | 'insert' | 'update' | 'delete')[]): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_seen on ${table} for select
    using (${inReach});
  create policy ${table}_own on ${table} for all
    using (${inCommune})
    with check (${inCommune});
  grant ${grants.join(', ')} on ${table} to thidua_runtime;`;

const rows = {
  insert: `with check (${inSupervised})`,
  update: `using (${inSupervised}) with check (${inSupervised})`,
  delete: `using (${inSupervised})`,
} as const;

/** Policies by which superiors write a commune table: an act of a superior (`Database.write`) has no right to another. */
export const superiorsWrite = (table: string, ...acts: (keyof typeof rows)[]): string =>
  acts.map((act) => `create policy ${table}_superiors_${act} on ${table} for ${act} ${rows[act]};`).join('\n');

export const superiorsWriteNoMore = (table: string, ...acts: (keyof typeof rows)[]): string =>
  acts.map((act) => `drop policy ${table}_superiors_${act} on ${table};`).join('\n');
