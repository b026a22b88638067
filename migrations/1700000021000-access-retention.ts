import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Function `forget_accesses`: deletes disclosures older than 24 months. The API's role may delete no younger one. */
export class AccessRetention1700000021000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- An id begins with the milliseconds of its making: the primary key finds the oldest rows. A row that another
      -- transaction deletes is skipped, so that no read waits for another. The array is made once: a subquery that locks
      -- may run again for each row, and then finds a thousand more.
      create function forget_accesses(p_commune int) returns void
        language sql volatile security definer set search_path = public, pg_temp as $$
        delete from personal_access where commune_id = p_commune and id = any (array(
          select id from personal_access
          where commune_id = p_commune
            and id < rpad(lpad(to_hex((extract(epoch from now() - interval '24 months') * 1000)::bigint), 12, '0'), 32, '0')::uuid
          order by id limit 1000 for update skip locked));
      $$;
      revoke execute on function forget_accesses(int) from public;
      grant execute on function forget_accesses(int) to thidua_runtime;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function forget_accesses(int)');
  }
}
