-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.credential(p_hash bytea, p_on date, p_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
      declare
        k api_key;
      begin
        select * into k from api_key where hash = p_hash and revoked_at is null and coalesce(expires_at > p_at, true);
        if not found then return null; end if;
        return holder_of(k, p_on, p_at);
      end $function$;
