import type pg from 'pg';

const header =
  '-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.\n';

/** Functions of the program by name, each as the text of its file; those of extensions left out. */
export async function sqlFunctions(admin: pg.Client): Promise<Map<string, string>> {
  const { rows } = await admin.query<{ name: string; text: string }>(
    `select p.proname as name, pg_get_functiondef(p.oid) as text
     from pg_proc p
     where p.pronamespace in ('public'::regnamespace, 'catalogue'::regnamespace)
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     order by p.proname`,
  );
  return new Map(rows.map(({ name, text }) => [name, `${header}${text.trim()};\n`]));
}
