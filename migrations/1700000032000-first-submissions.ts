import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports keep the lateness of their first submission; `submitted_on` is that of the last. */
export class FirstSubmissions1700000032000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table submission
        drop constraint submission_late,
        add constraint submission_late check ((late is null) = (due_on is null));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table submission
        drop constraint submission_late,
        -- Not valid: reports that were submitted again after their due day stay.
        add constraint submission_late check (
          (late is null) = (due_on is null) and (corrects_id is not null or due_on is null or late = (submitted_on > due_on)))
          not valid;
    `);
  }
}
