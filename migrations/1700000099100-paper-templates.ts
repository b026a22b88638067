import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Templates that a commune prints its papers by, and the bought forms that its certificates are printed on. */
export class PaperTemplates1700000099100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table paper_template (
        commune_id int not null,
        id uuid not null,
        kind text not null,
        file_id uuid,
        width int,
        height int,
        right_by int not null,
        down_by int not null,
        version int not null default 1,
        constraint paper_template_pkey primary key (commune_id, id),
        constraint paper_template_kind_key unique (commune_id, kind),
        constraint paper_template_commune_fkey foreign key (commune_id) references commune,
        constraint paper_template_file_fkey foreign key (commune_id, file_id) references file (commune_id, id),
        constraint paper_template_kind check (kind in ('DECISION', 'CERTIFICATE')),
        constraint paper_template_form check (
          (width is null) = (height is null) and least(width, height) >= 100 and greatest(width, height) <= 500
          and greatest(abs(right_by), abs(down_by)) <= 100 and (kind = 'CERTIFICATE' or width is null))
      );
      create index paper_template_file on paper_template (commune_id, file_id);
      ${secure('paper_template', 'select', 'insert', 'update')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table paper_template');
  }
}
