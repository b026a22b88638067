-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.credential_used(p_commune integer, p_key uuid, p_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$update api_key set last_used_at = p_at where commune_id = p_commune and id = p_key and coalesce(last_used_at < p_at, true)$function$;
