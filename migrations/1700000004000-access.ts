import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Actors, appointments, keys, and the function `credential`: from the hash of a key to the caller. */
export class Access1700000004000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table actor (
        commune_id int not null constraint actor_commune_fkey references commune,
        id uuid not null,
        key text not null,
        name text not null,
        kind text not null constraint actor_kind check (kind in ('PERSON', 'SYSTEM')),
        version int not null default 1,
        primary key (commune_id, id),
        constraint actor_key_key unique (commune_id, key)
      );
      create table appointment (
        commune_id int not null,
        id uuid not null,
        actor_id uuid not null,
        role text not null,
        unit_id uuid,
        superior_id uuid constraint appointment_superior_fkey references superior,
        document_id uuid,
        valid_from date not null,
        valid_to date,
        version int not null default 1,
        primary key (commune_id, id),
        constraint appointment_actor_fkey foreign key (commune_id, actor_id) references actor (commune_id, id),
        constraint appointment_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint appointment_document_fkey foreign key (commune_id, document_id) references document (commune_id, id),
        constraint appointment_at_one check ((superior_id is not null) = (role = 'SUPERIOR')),
        constraint appointment_dates check (valid_to >= valid_from)
      );
      create index appointment_actor on appointment (commune_id, actor_id);
      ${secure('actor', 'select', 'insert', 'update')}
      ${secure('appointment', 'select', 'insert', 'update')}

      create table api_key (
        commune_id int not null,
        id uuid not null,
        actor_id uuid not null,
        prefix text not null,
        hash bytea not null constraint api_key_hash_key unique,
        scopes text[] not null,
        expires_at timestamptz,
        revoked_at timestamptz,
        last_used_at timestamptz,
        version int not null default 1,
        primary key (commune_id, id),
        constraint api_key_actor_fkey foreign key (commune_id, actor_id) references actor (commune_id, id)
      );

      -- Found by its hash, before it is known whose rows may be read: so the function sets the reach to the key's own commune while it reads.
      create function credential(p_hash bytea, p_on date, p_at timestamptz) returns jsonb
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
          -- Whoever is appointed in a commune reaches it by that alone.
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
          'appointments', coalesce((
            select jsonb_agg(jsonb_build_object('role', p.role, 'communeId', p.commune_id, 'unitCode', u.code,
              'unitPath', (select t.path from unit_term t where t.commune_id = u.commune_id and t.unit_id = u.id and t.valid_from <= p_on order by t.valid_from desc limit 1), 'superiorKey', s.key, 'validFrom', p.valid_from, 'validTo', p.valid_to) order by p.role, u.code)
            from appointed p
            left join unit u on u.commune_id = p.commune_id and u.id = p.unit_id
            left join superior s on s.id = p.superior_id), '[]'),
          'places', coalesce((select jsonb_agg(to_jsonb(place) order by place.key) from place), '[]'))
        into answer
        from actor a where a.commune_id = k.commune_id and a.id = k.actor_id;
        perform set_config('app.reach', reach_before, true);
        return answer;
      end $$;

      create function credential_used(p_commune int, p_key uuid, p_at timestamptz) returns void
        language sql volatile security definer set search_path = public, pg_temp as
        'update api_key set last_used_at = p_at where commune_id = p_commune and id = p_key and coalesce(last_used_at < p_at, true)';

      revoke all on function credential(bytea, date, timestamptz), credential_used(int, uuid, timestamptz) from public;
      grant execute on function credential(bytea, date, timestamptz), credential_used(int, uuid, timestamptz) to thidua_runtime;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop function credential_used(int, uuid, timestamptz), credential(bytea, date, timestamptz);
      drop table api_key, appointment, actor;
    `);
  }
}
