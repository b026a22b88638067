import { withClient } from '../../src/database/client.js';
import type { TestDatabase } from '../cluster.js';

/** Everything in the two schemas, one line each: columns, constraints, indexes, policies, functions, types, extensions, and who may. */
const catalogue = `
  with here as (select oid as ns, nspname, nspacl from pg_namespace where nspname in ('public', 'catalogue'))
  select format('schema %s %s', nspname, nspacl) as line from here
  union all select format('table %s %s %s %s %s %s', relname, relkind, relrowsecurity, relforcerowsecurity, relacl, obj_description(c.oid)) from pg_class c, here where relnamespace = ns
  union all select format('column %s.%s %s %s %s %s %s', c.relname, attname, format_type(atttypid, atttypmod), attnotnull, attcollation::regcollation, pg_get_expr(adbin, adrelid), col_description(c.oid, attnum))
    from pg_attribute a join pg_class c on c.oid = attrelid and relkind in ('r', 'v') left join pg_attrdef on adrelid = attrelid and adnum = attnum, here where relnamespace = ns and attnum > 0 and not attisdropped
  union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint, here where connamespace = ns
  union all select indexdef from pg_indexes where schemaname in (select nspname from here)
  union all select format('policy %s %s %s %s %s', polrelid::regclass, polname, polcmd, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from pg_policy
  union all select format('function %s %s', pg_get_functiondef(oid), proacl) from pg_proc, here where pronamespace = ns and prokind = 'f'
  union all select format('type %s %s %s', typname, typtype, typbasetype::regtype) from pg_type, here where typnamespace = ns
  union all select format('label %s %s', enumtypid::regtype, enumlabel) from pg_enum
  union all select format('extension %s', extname) from pg_extension
  order by 1`;

/** Every line of it, but for TypeORM's own table of what was applied. */
export const schemaOf = ({ adminUrl }: TestDatabase): Promise<string[]> =>
  withClient(adminUrl, async (admin) => {
    await admin.query('begin; drop table if exists migration');
    const { rows } = await admin.query<{ line: string }>(catalogue);
    return rows.map(({ line }) => line);
  });
