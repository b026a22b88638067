import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last day that an appointment had of its own, where it ended with its unit; infinity: it had none. */
export class OwnLastDays1700000051000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table appointment add column own_last_day date');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table appointment drop column own_last_day');
  }
}
