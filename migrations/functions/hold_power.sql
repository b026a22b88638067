-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.hold_power(p_commune integer, p_key uuid, p_appointments uuid[], p_on date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      declare
        reach_before text := coalesce(current_setting('app.reach', true), '');
        answer boolean;
      begin
        perform set_config('app.reach', p_commune::text, true);
        perform pg_advisory_xact_lock_shared(power_lock(actor_id)) from (
            select commune_id, id, actor_id, confirmed from api_key
            where commune_id = p_commune and id = p_key and revoked_at is null and coalesce(expires_at > clock_timestamp(), true)
            union all
            select commune_id, id, actor_id, confirmed from identity where commune_id = p_commune and id = p_key) k;
        select (k.confirmed or not decides(k.commune_id, k.actor_id, p_on)) and cardinality(p_appointments) = (
            select count(*) from appointment a
            where a.commune_id = k.commune_id and a.actor_id = k.actor_id and a.id = any (p_appointments)
              and p_on between a.valid_from and coalesce(a.valid_to, 'infinity')
              and (a.delegated_by is null or exists (
                select from appointment d where d.commune_id = a.commune_id and d.id = a.delegated_by and p_on between d.valid_from and coalesce(d.valid_to, 'infinity'))))
          into answer
          from (
            select commune_id, id, actor_id, confirmed from api_key
            where commune_id = p_commune and id = p_key and revoked_at is null and coalesce(expires_at > clock_timestamp(), true)
            union all
            select commune_id, id, actor_id, confirmed from identity where commune_id = p_commune and id = p_key) k;
        perform set_config('app.reach', reach_before, true);
        return coalesce(answer, false);
      end $function$;
