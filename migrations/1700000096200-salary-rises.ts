import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Early raises of salary that forms of the catalogue may lead to. */
export class SalaryRises1700000096200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table catalogue.salary_rise (
        rule_set text not null,
        form text not null,
        months int not null,
        source text not null,
        verified boolean not null,
        constraint salary_rise_pkey primary key (rule_set, form),
        constraint salary_rise_form_fkey foreign key (rule_set, form) references catalogue.award_form (rule_set, code),
        constraint salary_rise_months check (months between 1 and 99)
      );
      grant select on catalogue.salary_rise to thidua_runtime;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table catalogue.salary_rise');
  }
}
