import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ofUnits, secure } from './secure.js';

/** Delegations, and keys that are bound to a unit. */
export class Rights1700000011000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table appointment add column delegated_by uuid, add column acts text[], add column capacity text;
      alter table appointment
        add constraint appointment_delegated_fkey foreign key (commune_id, delegated_by) references appointment (commune_id, id),
        add constraint appointment_capacity check (capacity in ('KT', 'TL')),
        add constraint appointment_delegated check ((delegated_by is null) = (acts is null) and (delegated_by is null) = (capacity is null));
      create unique index appointment_delegated_once on appointment (commune_id, delegated_by, actor_id, valid_from) where delegated_by is not null;

      alter table api_key add column unit_id uuid;
      alter table api_key add constraint api_key_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id);
      create index api_key_actor on api_key (commune_id, actor_id);
      -- Not forced: the functions that find a key before its commune is known run as the owner. The API never reads a hash.
      ${secure('api_key', 'insert').replace(/alter table api_key force[^;]*;/, '')}
      grant select (commune_id, id, actor_id, unit_id, prefix, scopes, expires_at, revoked_at, last_used_at, version), update (expires_at, revoked_at, version) on api_key to thidua_runtime;
      ${unitTables.map(narrowed).join('')}
      ${credential('with')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${credential('without')}
      ${unitTables.map((table) => `drop policy ${table}_of_units on ${table};`).join('\n')}
      delete from appointment where delegated_by is not null;
      alter table appointment drop column delegated_by, drop column acts, drop column capacity;
      drop index api_key_actor;
      drop policy api_key_seen on api_key;
      drop policy api_key_own on api_key;
      alter table api_key disable row level security;
      revoke all on api_key from thidua_runtime;
      revoke select (commune_id, id, actor_id, prefix, scopes, expires_at, revoked_at, last_used_at, version), update (expires_at, revoked_at, version) on api_key from thidua_runtime;
      alter table api_key drop column unit_id;
    `);
  }
}

/** Tables whose rows a key bound to a unit reads of its own units alone. */
const unitTables = ['submission', 'result', 'target', 'acknowledgement'];
const narrowed = (table: string) => `
  create policy ${table}_of_units on ${table} as restrictive for select
    using (${ofUnits});`;

/**
 * Function `credential`, with delegations and bound keys. A delegation is valid while its appointment is; a key bound
 * to a unit reaches that unit and the units below it.
 */
const credential = (delegations: 'with' | 'without') => `
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
    with recursive appointed as (
      select a.* from appointment a
      where a.commune_id = k.commune_id and a.actor_id = k.actor_id and p_on between a.valid_from and coalesce(a.valid_to, 'infinity')
      ${
        delegations === 'with'
          ? `
        and (a.delegated_by is null or exists (
          select from appointment d where d.commune_id = a.commune_id and d.id = a.delegated_by and p_on between d.valid_from and coalesce(d.valid_to, 'infinity')))`
          : ''
      }
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
      ${
        delegations === 'with'
          ? `
      'keyUnit', (select jsonb_build_object('code', u.code, 'path', t.path, 'units', (
          select jsonb_agg(distinct b.unit_id) from unit_term b
          where b.commune_id = t.commune_id and p_on >= b.valid_from and (b.path = t.path or starts_with(b.path, t.path || '/'))))
        from unit u join unit_term t on t.commune_id = u.commune_id and t.unit_id = u.id
        where u.commune_id = k.commune_id and u.id = k.unit_id and t.valid_from <= p_on order by t.valid_from desc limit 1),`
          : ''
      }
      'appointments', coalesce((
        select jsonb_agg(jsonb_build_object('role', p.role, 'communeId', p.commune_id, 'unitCode', u.code,
          'unitPath', (select t.path from unit_term t where t.commune_id = u.commune_id and t.unit_id = u.id and t.valid_from <= p_on order by t.valid_from desc limit 1), 'superiorKey', s.key,
          ${delegations === 'with' ? `'id', p.id, 'acts', to_jsonb(p.acts), 'capacity', p.capacity,` : ''}
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
