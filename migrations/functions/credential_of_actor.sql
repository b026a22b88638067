-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.credential_of_actor(p_commune integer, p_actor uuid, p_scopes text[], p_on date, p_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
      declare
        k api_key;
      begin
        k.commune_id := p_commune;
        k.actor_id := p_actor;
        k.scopes := p_scopes;
        k.confirmed := true;
        return holder_of(k, p_on, p_at);
      end $function$;
