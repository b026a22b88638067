import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds =
  "'DECISION', 'CORRECTION', 'CERTIFICATE', 'PROPOSAL', 'LIST', 'SUMMARY', 'REPORT', 'NOTICE', 'REFUSAL', " +
  "'MINUTES', 'INVITATION', 'BALLOT', 'COUNT'";

/** A commune may print each of its papers by a template of its own. */
export class TemplatesOfAllPapers1700000106000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table paper_template drop constraint paper_template_kind,
        add constraint paper_template_kind check (kind in (${kinds}));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table paper_template drop constraint paper_template_kind,
        add constraint paper_template_kind check (kind in ('DECISION', 'CERTIFICATE'));
    `);
  }
}
