import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A score sheet keeps no day of its last step: nothing is judged by it. */
export class SheetsWithoutLastDay1700000060000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table score_sheet drop column last_on');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table score_sheet add column last_on date');
  }
}
