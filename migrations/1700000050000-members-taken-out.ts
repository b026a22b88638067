import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Memberships and acknowledgements that were recorded by mistake are taken out. */
export class MembersTakenOut1700000050000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('grant delete on council_member, acknowledgement to thidua_runtime');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('revoke delete on council_member, acknowledgement from thidua_runtime');
  }
}
