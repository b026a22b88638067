import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from '../src/database/migrate.js';

const plans = { table: 'plan', mayBeNone: true };
const usual = `"dueDays": null, "dueIn": "CALENDAR", "dueByFrequency": [], "seasons": [], "thresholds": []`;

/** Last day of registering for emulation, in the settings of plans: none is set. */
export class Registering1700000090000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await asOwner(queryRunner, plans, `update plan set settings = settings || '{"registerBy": null}'`);
    await queryRunner.query(`alter table plan alter settings set default '{${usual}, "registerBy": null}'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await asOwner(queryRunner, plans, `update plan set settings = settings - 'registerBy'`);
    await queryRunner.query(`alter table plan alter settings set default '{${usual}}'`);
  }
}
