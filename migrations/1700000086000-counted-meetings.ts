import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings that are recorded by counts: how many were summoned, and how many came. */
export class CountedMeetings1700000086000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table meeting
        add summoned int,
        add present int,
        add constraint meeting_counted check (
          (summoned is null) = (present is null) and present between 0 and summoned and summoned > 0);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table meeting drop summoned, drop present');
  }
}
