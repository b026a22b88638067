import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys of deciding roles wait for a second person, and the power of a caller is asked again inside each write. Keys that
 * exist are confirmed. A key bound to a unit is none outside the time of that unit.
 */
export class ConfirmedKeys1700000023000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table api_key add column confirmed boolean not null default true, add column issued_by_id uuid;
      alter table api_key alter column confirmed drop default;
      alter table api_key add constraint api_key_issued_by_fkey foreign key (commune_id, issued_by_id) references actor (commune_id, id);
      grant select (confirmed, issued_by_id), update (confirmed) on api_key to thidua_runtime;

      -- Whether an actor holds a deciding role on a day, in their own right or by delegation. Runs within the reach.
      create function decides(p_commune int, p_actor uuid, p_on date) returns boolean
        language sql stable set search_path = public, pg_temp as $$
        select exists (
          select from appointment a
          where a.commune_id = p_commune and a.actor_id = p_actor and a.role in ('CHAIRPERSON', 'VERIFIER', 'COUNCIL_MEMBER')
            and p_on between a.valid_from and coalesce(a.valid_to, 'infinity'));
      $$;

      -- The advisory lock of an actor's power: shared by each write of the actor, exclusive for who takes power away. A
      -- row lock would let writes go on past a revocation that waits.
      create function power_lock(p_actor uuid) returns bigint
        language sql immutable set search_path = public, pg_temp as $$
        select hashtextextended('power ' || p_actor, 0);
      $$;

      -- Holds the power of a caller for this transaction: false when key or appointments are no longer valid.
      create function hold_power(p_commune int, p_key uuid, p_appointments uuid[], p_on date) returns boolean
        language plpgsql volatile security definer set search_path = public, pg_temp as $$
      declare
        reach_before text := coalesce(current_setting('app.reach', true), '');
        answer boolean;
      begin
        perform pg_advisory_xact_lock_shared(power_lock(actor_id)) from api_key where commune_id = p_commune and id = p_key;
        perform set_config('app.reach', p_commune::text, true);
        select (k.confirmed or not decides(k.commune_id, k.actor_id, p_on)) and cardinality(p_appointments) = (
            select count(*) from appointment a
            where a.commune_id = k.commune_id and a.actor_id = k.actor_id and a.id = any (p_appointments)
              and p_on between a.valid_from and coalesce(a.valid_to, 'infinity')
              and (a.delegated_by is null or exists (
                select from appointment d where d.commune_id = a.commune_id and d.id = a.delegated_by and p_on between d.valid_from and coalesce(d.valid_to, 'infinity'))))
          into answer
          from api_key k
          where k.commune_id = p_commune and k.id = p_key and k.revoked_at is null and coalesce(k.expires_at > clock_timestamp(), true);
        perform set_config('app.reach', reach_before, true);
        return coalesce(answer, false);
      end $$;

      revoke execute on function decides(int, uuid, date), power_lock(uuid), hold_power(int, uuid, uuid[], date) from public;
      grant execute on function decides(int, uuid, date), power_lock(uuid), hold_power(int, uuid, uuid[], date) to thidua_runtime;
      ${credential('judged')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${credential('found')}
      drop function hold_power(int, uuid, uuid[], date), power_lock(uuid), decides(int, uuid, date);
      alter table api_key drop column confirmed, drop column issued_by_id;
    `);
  }
}

/**
 * Function `credential`: the actor, appointments and places behind a key. `judged`: a key that waits for its
 * confirmation is answered as `pending`, and a key bound to a unit outside the time of that unit is none.
 */
const credential = (key: 'found' | 'judged') => `
  create or replace function credential(p_hash bytea, p_on date, p_at timestamptz) returns jsonb
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
  declare
    k api_key;
    reach_before text := coalesce(current_setting('app.reach', true), '');
    answer jsonb;
  begin
    select * into k from api_key where hash = p_hash and revoked_at is null and coalesce(expires_at > p_at, true);
    if not found then return null; end if;
    perform set_config('app.reach', k.commune_id::text, true);
    ${
      key === 'judged'
        ? `
    if k.unit_id is not null and not exists (
      select from unit u where u.commune_id = k.commune_id and u.id = k.unit_id and p_on between u.valid_from and coalesce(u.valid_to, 'infinity'))
    then
      perform set_config('app.reach', reach_before, true);
      return null;
    end if;
    if not k.confirmed and decides(k.commune_id, k.actor_id, p_on) then
      perform set_config('app.reach', reach_before, true);
      return jsonb_build_object('pending', true);
    end if;`
        : ''
    }
    with recursive appointed as (
        select a.* from appointment a
        where a.commune_id = k.commune_id and a.actor_id = k.actor_id and p_on between a.valid_from and coalesce(a.valid_to, 'infinity')

          and (a.delegated_by is null or exists (
            select from appointment d where d.commune_id = a.commune_id and d.id = a.delegated_by and p_on between d.valid_from and coalesce(d.valid_to, 'infinity')))
      ), over (superior_id, live) as (
        select superior_id, true from appointed where superior_id is not null
        union
        select s.subordinate_id, o.live and p_on <= coalesce(s.valid_to, 'infinity')
        from supervision s join over o on o.superior_id = s.superior_id
        where s.subordinate_id is not null and s.valid_from <= p_on
      ), supervised as (
        select s.commune_id, bool_or(o.live and p_on <= coalesce(s.valid_to, 'infinity')) as live
        from supervision s join over o on o.superior_id = s.superior_id
        where s.commune_id is not null and s.valid_from <= p_on
        group by s.commune_id
      ), place as (
        select c.id, c.key, 'appointment' as through, null::text[] as successors
        from commune c where c.id in (select commune_id from appointed where role <> 'SUPERIOR')
        union all
        select c.id, c.key, case when s.live then 'supervision' else 'ended' end,
          case when not s.live then
            array(select p.key from supervision n join superior p on p.id = n.superior_id
                  where n.commune_id = c.id and p_on between n.valid_from and coalesce(n.valid_to, 'infinity') order by p.key)
            || array(select n.key from commune_lineage l join commune n on n.id = l.successor_id where l.predecessor_id = c.id order by n.key) end
        from commune c join supervised s on s.commune_id = c.id
        where c.id not in (select commune_id from appointed where role <> 'SUPERIOR')
      )
      select jsonb_build_object(
        'id', k.actor_id, 'communeId', k.commune_id, 'key', a.key, 'name', a.name, 'kind', a.kind,
        'scopes', to_jsonb(k.scopes), 'keyId', k.id, 'keyPrefix', k.prefix, 'keyExpiresAt', k.expires_at,
        'used', coalesce(k.last_used_at > p_at - interval '1 minute', false),

        'keyUnit', (select jsonb_build_object('code', u.code, 'path', t.path, 'units', (
            select jsonb_agg(distinct b.unit_id) from unit_term b
            where b.commune_id = t.commune_id and p_on >= b.valid_from and (b.path = t.path or starts_with(b.path, t.path || '/'))))
          from unit u join unit_term t on t.commune_id = u.commune_id and t.unit_id = u.id
          where u.commune_id = k.commune_id and u.id = k.unit_id and t.valid_from <= p_on order by t.valid_from desc limit 1),
        'appointments', coalesce((
          select jsonb_agg(jsonb_build_object('role', p.role, 'communeId', p.commune_id, 'unitCode', u.code,
            'unitPath', (select t.path from unit_term t where t.commune_id = u.commune_id and t.unit_id = u.id and t.valid_from <= p_on order by t.valid_from desc limit 1), 'superiorKey', s.key,
            'id', p.id, 'acts', to_jsonb(p.acts), 'capacity', p.capacity,
            'validFrom', p.valid_from, 'validTo', p.valid_to) order by p.role, u.code)
          from appointed p
          left join unit u on u.commune_id = p.commune_id and u.id = p.unit_id
          left join superior s on s.id = p.superior_id), '[]'),
        'places', coalesce((select jsonb_agg(to_jsonb(place) order by place.key) from place), '[]'))
      into answer
      from actor a where a.commune_id = k.commune_id and a.id = k.actor_id;
      perform set_config('app.reach', reach_before, true);
      return answer;
    end $$;`;
