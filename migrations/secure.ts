/** Row-level security of a commune table: what is in reach may be read, what is one's own commune's written; the owner is bound too. */
export const secure = (table: string, ...grants: ('select' | 'insert' | 'update' | 'delete')[]): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_seen on ${table} for select
    using (commune_id = any (string_to_array(nullif(current_setting('app.reach', true), ''), ',')::int[]));
  create policy ${table}_own on ${table} for all
    using (commune_id = nullif(current_setting('app.commune', true), '')::int)
    with check (commune_id = nullif(current_setting('app.commune', true), '')::int);
  grant ${grants.join(', ')} on ${table} to thidua_runtime;`;
