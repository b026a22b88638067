import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes in the order of two lists, so that a page reads nothing before its cursor. */
export class ListsInOrder1700000026000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create index document_order on document (commune_id, year, id);
      create index plan_order on plan (commune_id, year desc, key);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index document_order, plan_order;');
  }
}
