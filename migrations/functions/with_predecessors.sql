-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.with_predecessors(p_commune integer, p_unit uuid, p_on date)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
        with recursive own (id) as (
          select p_unit
          union
          select l.predecessor_id
          from own o join unit_lineage l on l.commune_id = p_commune and l.successor_id = o.id
          join unit u on u.commune_id = p_commune and u.id = l.predecessor_id and u.valid_to < p_on
        )
        select id from own;
      $function$;
