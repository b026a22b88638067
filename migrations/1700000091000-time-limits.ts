import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Time limits of the law for a form: of its consultation, decision, refusal and publication. */
export class TimeLimits1700000091000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table catalogue.time_limit (
        rule_set text not null,
        form text not null,
        act text not null constraint time_limit_act
          check (act in ('CONSULTATION', 'DECISION', 'REFUSAL', 'PUBLICATION')),
        ordinal int not null,
        days int not null constraint time_limit_days check (days between 1 and 366),
        counted_in text not null constraint time_limit_counted_in check (counted_in in ('CALENDAR', 'WORKING')),
        source text not null,
        verified boolean not null,
        constraint time_limit_pkey primary key (rule_set, form, act),
        constraint time_limit_form_fkey foreign key (rule_set, form) references catalogue.award_form (rule_set, code)
      );
      grant select on catalogue.time_limit to thidua_runtime;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table catalogue.time_limit');
  }
}
