import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Function `heads_of`: one hash over the heads of some communes. Runs as the owner, to read the registry's head, too. */
export class Heads1700000020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function heads_of(p_communes int[]) returns text
        language plpgsql volatile security definer set search_path = public, pg_temp as $$
      declare
        reach_before text := coalesce(current_setting('app.reach', true), '');
        answer text;
      begin
        perform set_config('app.reach', array_to_string(p_communes, ','), true);
        select encode(sha256(string_agg(hash, ''::bytea order by commune_id)), 'hex') into answer from commune_head where commune_id = any (p_communes);
        perform set_config('app.reach', reach_before, true);
        return answer;
      end $$;
      revoke execute on function heads_of from public;
      grant execute on function heads_of to thidua_runtime;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function heads_of');
  }
}
