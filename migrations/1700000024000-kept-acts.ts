import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The act of a stored answer, without its content: an erasure empties the fingerprint and leaves the act. */
export class KeptActs1700000024000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table kept_answer add column act bytea not null default '';
      alter table kept_answer alter column act drop default;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table kept_answer drop column act');
  }
}
