import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forms that decrees prescribe for the papers of an award form. */
export class PrescribedForms1700000106100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table catalogue.prescribed_form (
        rule_set text not null,
        form text not null,
        paper text not null,
        ordinal int not null,
        number text,
        layout_read boolean not null,
        source text not null,
        verified boolean not null,
        constraint prescribed_form_pkey primary key (rule_set, form, paper),
        constraint prescribed_form_form_fkey foreign key (rule_set, form)
          references catalogue.award_form (rule_set, code)
      );
      grant select on catalogue.prescribed_form to thidua_runtime;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table catalogue.prescribed_form');
  }
}
