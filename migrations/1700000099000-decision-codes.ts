import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision has a verification code from its draft on; one that was drafted before has none. */
export class DecisionCodes1700000099000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table decision add verification_code text;
      alter table decision add constraint decision_verification_key unique (commune_id, verification_code);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table decision drop verification_code');
  }
}
