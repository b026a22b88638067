import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The last day that a membership had of its own, where it ended with its person or body; infinity: it had none. The
 * attendance of who is no member any more is taken out when it is recorded again.
 */
export class OwnLastDaysOfMembers1700000056000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table council_member add column own_last_day date;
      grant delete on attendance to thidua_runtime;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      revoke delete on attendance from thidua_runtime;
      alter table council_member drop column own_last_day;
    `);
  }
}
