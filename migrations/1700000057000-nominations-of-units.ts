import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ofUnits } from './secure.js';

/** A key bound to a unit reads the nominations of its own units alone, as it reads reports. */
export class NominationsOfUnits1700000057000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `create policy nomination_of_units on nomination as restrictive for select using (${ofUnits})`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop policy nomination_of_units on nomination');
  }
}
