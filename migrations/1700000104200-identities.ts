import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Identities of actors at an OpenID Provider; power rests on one as on a key. */
export class Identities1700000104200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table identity (
        commune_id int not null,
        id uuid not null,
        actor_id uuid not null,
        issuer text not null,
        subject text,
        client text,
        confirmed bool not null,
        linked_by_id uuid,
        version int not null default 1,
        constraint identity_pkey primary key (commune_id, id),
        constraint identity_actor_fkey foreign key (commune_id, actor_id) references actor (commune_id, id),
        constraint identity_linked_by_fkey foreign key (commune_id, linked_by_id) references actor (commune_id, id),
        constraint identity_subject_key unique (issuer, subject),
        constraint identity_client_key unique (issuer, client),
        constraint identity_named check (subject is null or client is null)
      );
      create index identity_of_actor on identity (commune_id, actor_id);
      ${secure('identity', 'select', 'insert', 'update', 'delete')}

      create function credential_of_identity(
        p_issuer text, p_subject text, p_client text, p_scopes text[], p_expires timestamptz, p_on date, p_at timestamptz)
        returns jsonb
        language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
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
      end $$;
      revoke execute on function credential_of_identity(text, text, text, text[], timestamptz, date, timestamptz) from public;
      grant execute on function credential_of_identity(text, text, text, text[], timestamptz, date, timestamptz) to thidua_runtime;

      ${holdPower(`(
            select commune_id, id, actor_id, confirmed from api_key
            where commune_id = p_commune and id = p_key and revoked_at is null and coalesce(expires_at > clock_timestamp(), true)
            union all
            select commune_id, id, actor_id, confirmed from identity where commune_id = p_commune and id = p_key)`)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${holdPower(`(
            select commune_id, id, actor_id, confirmed from api_key
            where commune_id = p_commune and id = p_key and revoked_at is null and coalesce(expires_at > clock_timestamp(), true))`)}
      drop function credential_of_identity(text, text, text, text[], timestamptz, date, timestamptz);
      drop table identity;
    `);
  }
}

/** Function `hold_power` over the credentials that the rights of a writer may rest on. */
const holdPower = (credentials: string) => `
      create or replace function hold_power(p_commune int, p_key uuid, p_appointments uuid[], p_on date) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        reach_before text := coalesce(current_setting('app.reach', true), '');
        answer boolean;
      begin
        perform set_config('app.reach', p_commune::text, true);
        perform pg_advisory_xact_lock_shared(power_lock(actor_id)) from ${credentials} k;
        select (k.confirmed or not decides(k.commune_id, k.actor_id, p_on)) and cardinality(p_appointments) = (
            select count(*) from appointment a
            where a.commune_id = k.commune_id and a.actor_id = k.actor_id and a.id = any (p_appointments)
              and p_on between a.valid_from and coalesce(a.valid_to, 'infinity')
              and (a.delegated_by is null or exists (
                select from appointment d where d.commune_id = a.commune_id and d.id = a.delegated_by and p_on between d.valid_from and coalesce(d.valid_to, 'infinity'))))
          into answer
          from ${credentials} k;
        perform set_config('app.reach', reach_before, true);
        return coalesce(answer, false);
      end $$;`;
