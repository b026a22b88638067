-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.decides(p_commune integer, p_actor uuid, p_on date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select exists (
          select from appointment a
          where a.commune_id = p_commune and a.actor_id = p_actor and a.role in ('CHAIRPERSON', 'VERIFIER', 'COUNCIL_MEMBER')
            and p_on between a.valid_from and coalesce(a.valid_to, 'infinity'));
      $function$;
