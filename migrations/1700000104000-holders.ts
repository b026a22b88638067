import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rights of an actor are computed in one place, `holder_of`, whatever says who the actor is: a key, or a webhook. */
export class Holders1700000104000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      do $split$
      declare
        whole text := pg_get_functiondef('credential(bytea, date, timestamptz)'::regprocedure);
      begin
        if position($passage$${header}$passage$ in whole) * position($passage$${variable}$passage$ in whole)
          * position($passage$${lookUp}$passage$ in whole) = 0
        then raise exception 'credential is not as it was'; end if;
        whole := replace(whole, $passage$${header}$passage$, 'holder_of(k api_key, p_on date, p_at timestamp with time zone)');
        whole := replace(whole, E' SECURITY DEFINER\\n', '');
        execute replace(replace(whole, $passage$${variable}$passage$, ''), $passage$${lookUp}$passage$, '');
      end $split$;

      create or replace function credential(p_hash bytea, p_on date, p_at timestamptz) returns jsonb
        language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
      declare
        k api_key;
      begin
        select * into k from api_key where hash = p_hash and revoked_at is null and coalesce(expires_at > p_at, true);
        if not found then return null; end if;
        return holder_of(k, p_on, p_at);
      end $$;

      create function credential_of_actor(p_commune int, p_actor uuid, p_scopes text[], p_on date, p_at timestamptz)
        returns jsonb
        language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
      declare
        k api_key;
      begin
        k.commune_id := p_commune;
        k.actor_id := p_actor;
        k.scopes := p_scopes;
        k.confirmed := true;
        return holder_of(k, p_on, p_at);
      end $$;

      revoke execute on function holder_of(api_key, date, timestamptz),
        credential_of_actor(int, uuid, text[], date, timestamptz) from public;
      grant execute on function credential_of_actor(int, uuid, text[], date, timestamptz) to thidua_runtime;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop function credential_of_actor(int, uuid, text[], date, timestamptz);
      do $join$
      declare
        whole text := pg_get_functiondef('holder_of(api_key, date, timestamptz)'::regprocedure);
      begin
        whole := replace(whole, 'holder_of(k api_key, p_on date, p_at timestamp with time zone)', $passage$${header}$passage$);
        whole := replace(whole, E' LANGUAGE plpgsql\\n', E' LANGUAGE plpgsql\\n SECURITY DEFINER\\n');
        whole := replace(whole, E'  declare\\n', E'  declare\\n' || $passage$${variable}$passage$);
        execute regexp_replace(whole, E'\\n  begin\\n', E'\\n  begin\\n' || $passage$${lookUp}$passage$);
      end $join$;
      drop function holder_of(api_key, date, timestamptz);
    `);
  }
}

/* Passages of the function `credential` as it was. */
const header = 'credential(p_hash bytea, p_on date, p_at timestamp with time zone)';
const variable = '    k api_key;\n';
const lookUp = `    select * into k from api_key where hash = p_hash and revoked_at is null and coalesce(expires_at > p_at, true);
    if not found then return null; end if;
`;
