-- Current text of this function, for reading. Written by `npm run contract` from a migrated database.
CREATE OR REPLACE FUNCTION public.holder_of(k api_key, p_on date, p_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  declare
    reach_before text := coalesce(current_setting('app.reach', true), '');
    answer jsonb;
  begin
    perform set_config('app.reach', k.commune_id::text, true);
    if k.unit_id is not null and not exists (
      select from unit u where u.commune_id = k.commune_id and u.id = k.unit_id and p_on between u.valid_from and coalesce(u.valid_to, 'infinity'))
    then
      perform set_config('app.reach', reach_before, true);
      return null;
    end if;
    if not k.confirmed and decides(k.commune_id, k.actor_id, p_on) then
      perform set_config('app.reach', reach_before, true);
      return jsonb_build_object('pending', true);
    end if;
    with recursive appointed as (
        select a.* from appointment a
        where a.commune_id = k.commune_id and a.actor_id = k.actor_id and p_on between a.valid_from and coalesce(a.valid_to, 'infinity')
          and (a.unit_id is null or exists (
            select from unit u where u.commune_id = a.commune_id and u.id = a.unit_id and p_on <= coalesce(u.valid_to, 'infinity')))
          and (a.delegated_by is null or exists (
            select from appointment d where d.commune_id = a.commune_id and d.id = a.delegated_by and p_on between d.valid_from and coalesce(d.valid_to, 'infinity')))
      ), over (superior_id, last_day) as (
        select superior_id, date 'infinity' from appointed where superior_id is not null
        union
        select s.subordinate_id, least(o.last_day, s.valid_to)
        from supervision s join over o on o.superior_id = s.superior_id
        where s.subordinate_id is not null and s.valid_from <= p_on
      ), supervised as (
        select s.commune_id, max(least(o.last_day, s.valid_to)) as last_day
        from supervision s join over o on o.superior_id = s.superior_id
        where s.commune_id is not null and s.valid_from <= p_on
        group by s.commune_id
      ), place as (
        select c.id, c.key, 'appointment' as through, null::text[] as successors, null::date as "lastDay"
        from commune c where c.id in (select commune_id from appointed where role <> 'SUPERIOR')
        union all
        select c.id, c.key, case when p_on <= s.last_day then 'supervision' else 'ended' end,
          case when not (p_on <= s.last_day) then
            array(select p.key from supervision n join superior p on p.id = n.superior_id
                  where n.commune_id = c.id and p_on between n.valid_from and coalesce(n.valid_to, 'infinity') order by p.key)
            || array(select n.key from commune_lineage l join commune n on n.id = l.successor_id where l.predecessor_id = c.id order by n.key) end,
          case when p_on > s.last_day then s.last_day end
        from commune c join supervised s on s.commune_id = c.id
        where c.id not in (select commune_id from appointed where role <> 'SUPERIOR')
      )
      select jsonb_build_object(
        'id', k.actor_id, 'communeId', k.commune_id, 'key', a.key, 'name', a.name, 'kind', a.kind,
        'scopes', to_jsonb(k.scopes), 'keyId', k.id, 'keyPrefix', k.prefix, 'keyExpiresAt', k.expires_at,
        'used', coalesce(k.last_used_at > p_at - interval '1 minute', false),
        'keyUnit', (select jsonb_build_object('code', u.code, 'path', o.paths[1], 'predecessorPaths', to_jsonb(o.paths[2:]), 'units', (
            select jsonb_agg(distinct b.unit_id) from unit_term b
            where b.commune_id = u.commune_id and p_on >= b.valid_from and exists (
              select from unnest(o.paths) with ordinality own (path, place)
              where (b.path = own.path or starts_with(b.path, own.path || '/')) and (own.place = 1 or not exists (
                select from unit_term l
                where l.commune_id = b.commune_id and l.unit_id = b.unit_id and l.valid_from > b.valid_from and l.valid_from <= p_on)))))
          from unit u cross join lateral (select paths_with_predecessors(u.commune_id, u.id, p_on) as paths offset 0) o
          where u.commune_id = k.commune_id and u.id = k.unit_id),
        'appointments', coalesce((
          select jsonb_agg(jsonb_build_object('role', p.role, 'communeId', p.commune_id, 'unitCode', u.code,
            'unitPath', o.paths[1], 'predecessorPaths', coalesce(to_jsonb(o.paths[2:]), '[]'), 'superiorKey', s.key,
            'id', p.id, 'acts', to_jsonb(p.acts), 'capacity', p.capacity,
            'validFrom', p.valid_from, 'validTo', p.valid_to) order by p.role, u.code)
          from appointed p
          left join unit u on u.commune_id = p.commune_id and u.id = p.unit_id
          left join lateral (select paths_with_predecessors(u.commune_id, u.id, p_on) as paths offset 0) o on true
          left join superior s on s.id = p.superior_id), '[]'),
        'places', coalesce((select jsonb_agg(to_jsonb(place) order by place.key) from place), '[]'))
      into answer
      from actor a where a.commune_id = k.commune_id and a.id = k.actor_id;
      perform set_config('app.reach', reach_before, true);
      return answer;
    end $function$;
