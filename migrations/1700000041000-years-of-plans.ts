import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Movements, and plans of units below, may be of several years. */
export class YearsOfPlans1700000041000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table plan
        drop constraint plan_term,
        add constraint plan_years check (
          case kind when 'TERM' then until_year is not null when 'YEARLY' then until_year is null else true end
          and until_year > year);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table plan
        drop constraint plan_years,
        add constraint plan_term check ((kind = 'TERM') = (until_year is not null));
    `);
  }
}
