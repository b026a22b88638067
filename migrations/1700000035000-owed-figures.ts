import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from '../src/database/migrate.js';

/** First day of an indicator; entries of a draft for figures that are owed, which say nothing yet. */
export class OwedFigures1700000035000 implements MigrationInterface {
  /** Null on indicators that were there before: from the beginning of their plan. */
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table indicator add applies_from date;
      alter table entry
        drop constraint entry_says_one_thing,
        add constraint entry_says_one_thing check (reported is null or nothing_to_report is null),
        add constraint entry_judged_is_said check (
          reported is not null or nothing_to_report is not null
          or (verified is null and verified_on is null and approved is null));
    `);
  }

  /** Entries that say nothing are deleted: before, there were none. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await asOwner(
      queryRunner,
      { table: 'entry', mayBeNone: true },
      'delete from entry where reported is null and nothing_to_report is null',
    );
    await queryRunner.query(`
      alter table entry
        drop constraint entry_judged_is_said,
        drop constraint entry_says_one_thing,
        add constraint entry_says_one_thing check ((reported is null) <> (nothing_to_report is null));
      alter table indicator drop applies_from;
    `);
  }
}
