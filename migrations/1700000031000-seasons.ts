import type { MigrationInterface, QueryRunner } from 'typeorm';

const intervals = '-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}';
const named = 'H[12]|9M|Q[1-4]|0[1-9]|1[0-2]|\\d{4}';
const every = `${named}|(\\d{4}-)?(spring|summer|autumn|winter|winter-spring|summer-autumn|mua)`;
const before = `${named}|spring|summer|autumn|winter`;

/** Seasons of two names or two years are periods, as their names are read. */
export class Seasons1700000031000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter domain period drop constraint period_form;
      alter domain period add constraint period_form check (value ~ '^\\d{4}(-(${every})|${intervals})?$');
    `);
  }

  /** Rows that name such a season stay. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter domain period drop constraint period_form;
      alter domain period add constraint period_form check (value ~ '^\\d{4}(-(${before})|${intervals})?$') not valid;
    `);
  }
}
