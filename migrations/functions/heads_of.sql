-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.heads_of(p_communes integer[])
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      declare
        reach_before text := coalesce(current_setting('app.reach', true), '');
        answer text;
      begin
        perform set_config('app.reach', array_to_string(p_communes, ','), true);
        select encode(sha256(string_agg(hash, ''::bytea order by commune_id)), 'hex') into answer from commune_head where commune_id = any (p_communes);
        perform set_config('app.reach', reach_before, true);
        return answer;
      end $function$;
