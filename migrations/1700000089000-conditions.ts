import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conditions that the law sets for a form, in words that the program judges by. */
export class Conditions1700000089000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table catalogue.condition (
        rule_set text not null,
        form text not null,
        code text not null,
        ordinal int not null,
        types text[] not null,
        nominees text[] not null,
        text text not null,
        cure text,
        needs text not null,
        source text not null,
        verified boolean not null,
        constraint condition_pkey primary key (rule_set, form, code),
        constraint condition_form_fkey foreign key (rule_set, form) references catalogue.award_form (rule_set, code)
      );
      grant select on catalogue.condition to thidua_runtime;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table catalogue.condition');
  }
}
