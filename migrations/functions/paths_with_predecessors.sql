-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.paths_with_predecessors(p_commune integer, p_unit uuid, p_on date)
 RETURNS text[]
 LANGUAGE sql
 STABLE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select array_agg(t.path order by w.id <> p_unit, t.path)
        from with_predecessors(p_commune, p_unit, p_on) w (id) cross join lateral (
          select path from unit_term t
          where t.commune_id = p_commune and t.unit_id = w.id and t.valid_from <= p_on order by t.valid_from desc limit 1) t;
      $function$;
