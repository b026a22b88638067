import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from '../src/database/migrate.js';

/**
 * Leaves of form 2, with the audience in the leaf and the content hashed apart. Lines that exist keep form 1. `form` has
 * no default: an older program would append lines of form 1, which no verifier takes after form 2.
 */
export class LeafForm1700000022000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table change add form int not null default 1, add content bytea,
        add constraint change_form check (form = 1 and content is null or form = 2 and content is not null);
      alter table change alter form drop default;
      comment on column change.content is 'hash of the content of a leaf of form 2';
      alter table commune_head add at timestamptz(3);
      comment on column commune_head.at is 'the latest time of a line; no later line has an earlier one';
      alter table change no force row level security;
    `);
    await asOwner(
      queryRunner,
      { table: 'commune_head' },
      `update commune_head h set at = (select max(c.at) from change c where c.commune_id = h.commune_id)`,
    );
    await queryRunner.query('alter table change force row level security');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table change drop column form, drop column content;
      alter table commune_head drop column at;
    `);
  }
}
