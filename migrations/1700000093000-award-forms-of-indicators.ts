import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indicators that count the awards of a form. The old checks of derived indicators know two ways alone. */
export class AwardFormsOfIndicators1700000093000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table indicator
        add award_form text,
        add constraint indicator_award_form check ((derivation is not distinct from 'AWARDS') = (award_form is not null));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- An indicator that counts awards is one that is reported, as it was before.
      alter table indicator drop award_form;
      alter table indicator no force row level security;
      update indicator set derived = false, derivation = null where derivation = 'AWARDS';
      alter table indicator force row level security;
    `);
  }
}
