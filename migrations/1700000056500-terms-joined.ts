import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A name or place of a unit that is taken back leaves no term of its own. */
export class TermsJoined1700000056500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('grant delete on unit_term to thidua_runtime');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('revoke delete on unit_term from thidua_runtime');
  }
}
