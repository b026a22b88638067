-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.credential_of_identity(p_issuer text, p_subject text, p_client text, p_scopes text[], p_expires timestamp with time zone, p_on date, p_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
      declare
        reach_before text := coalesce(current_setting('app.reach', true), '');
        i identity;
        k api_key;
      begin
        perform set_config('app.reach', (select string_agg(id::text, ',') from commune), true);
        select * into i from identity where issuer = p_issuer and (subject = p_subject or client = p_client) order by subject limit 1;
        perform set_config('app.reach', reach_before, true);
        if i.id is null then return null; end if;
        k.commune_id := i.commune_id;
        k.id := i.id;
        k.actor_id := i.actor_id;
        k.confirmed := i.confirmed;
        k.scopes := p_scopes;
        k.expires_at := p_expires;
        k.last_used_at := p_at;
        return holder_of(k, p_on, p_at);
      end $function$;
