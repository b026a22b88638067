-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.forget_accesses(p_commune integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        delete from personal_access where commune_id = p_commune and id = any (array(
          select id from personal_access
          where commune_id = p_commune
            and id < rpad(lpad(to_hex((extract(epoch from now() - interval '24 months') * 1000)::bigint), 12, '0'), 32, '0')::uuid
          order by id limit 1000 for update skip locked));
      $function$;
