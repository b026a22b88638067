import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Findings about the figures of a report; the indicator that another never exceeds. */
export class Findings1700000029000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table submission
        add findings jsonb not null default '[]',
        add constraint submission_findings check (
          not jsonb_path_exists(findings, '$[*] ? (!(@.severity == "ERROR" || @.severity == "WARNING"))'));
      alter table indicator add not_above text;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table indicator drop not_above;
      alter table submission drop constraint submission_findings, drop findings;
    `);
  }
}
