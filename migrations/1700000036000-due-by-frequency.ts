import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from '../src/database/migrate.js';

const plans = { table: 'plan', mayBeNone: true };

/** Due days by frequency, in the settings of a plan: none is set, so that every plan keeps its due days. */
export class DueByFrequency1700000036000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await asOwner(queryRunner, plans, `update plan set settings = settings || '{"dueByFrequency": []}'`);
    await queryRunner.query(`alter table plan alter settings set default
      '{"dueDays": null, "dueIn": "CALENDAR", "dueByFrequency": [], "seasons": [], "thresholds": []}'`);
  }

  /** A due day before the end of a period becomes its last day: before, there was none. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await asOwner(
      queryRunner,
      plans,
      `update plan set settings = settings - 'dueByFrequency'
         || case when (settings ->> 'dueDays')::int < 0 then '{"dueDays": 0}'::jsonb else '{}' end`,
    );
    await queryRunner.query(`alter table plan alter settings set default
      '{"dueDays": null, "dueIn": "CALENDAR", "seasons": [], "thresholds": []}'`);
  }
}
