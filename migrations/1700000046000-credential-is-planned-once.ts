import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The statement of `credential`, which every request sends, is planned once for a connection: PostgreSQL planned it anew
 * each time, which took five times as long as to run it. Without a unit there are no paths to look for.
 */
export class CredentialIsPlannedOnce1700000046000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter function credential(bytea, date, timestamptz) set plan_cache_mode = force_generic_plan;
      alter function paths_with_predecessors(int, uuid, date) strict;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter function paths_with_predecessors(int, uuid, date) called on null input;
      alter function credential(bytea, date, timestamptz) reset plan_cache_mode;
    `);
  }
}
