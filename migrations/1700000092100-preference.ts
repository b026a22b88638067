import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Preference of a rule set among equal nominees. */
export class Preference1700000092100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table catalogue.preference (
        rule_set catalogue.code not null,
        prefers text not null,
        source text not null,
        verified boolean not null,
        constraint preference_pkey primary key (rule_set),
        constraint preference_rule_set_fkey foreign key (rule_set) references catalogue.rule_set,
        constraint preference_prefers check (prefers in ('WOMEN'))
      );
      grant select on catalogue.preference to thidua_runtime;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table catalogue.preference');
  }
}
