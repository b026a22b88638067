import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ofUnits, secure, superiorsWrite } from './secure.js';

/** Remarks of superiors on results. */
export class Remarks1700000096100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table remark (
        commune_id int not null,
        id uuid not null,
        result_id uuid not null,
        unit_id uuid not null,
        superior_id uuid not null,
        text text not null,
        added_on date not null,
        state text not null,
        answer text,
        correction_id uuid,
        answered_on date,
        audience audience not null,
        version int not null default 1,
        constraint remark_pkey primary key (commune_id, id),
        constraint remark_result_fkey foreign key (commune_id, result_id) references result (commune_id, id),
        constraint remark_correction_fkey foreign key (commune_id, correction_id) references result (commune_id, id),
        constraint remark_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint remark_superior_fkey foreign key (superior_id) references superior (id),
        constraint remark_state check (
          state in ('OPEN', 'ANSWERED', 'WITHDRAWN') and (state = 'ANSWERED') = (answered_on is not null)),
        constraint remark_answer check (
          (answered_on is not null) = (answer is not null or correction_id is not null)),
        constraint remark_days check (answered_on >= added_on)
      );
      create index remark_of_result on remark (commune_id, result_id, id);
      create index remark_of_correction on remark (commune_id, correction_id);
      create index remark_of_unit on remark (commune_id, unit_id, id);
      create index remark_of_superior on remark (superior_id);
      ${secure('remark', 'select', 'insert', 'update')}
      create policy remark_of_units on remark as restrictive for select using (${ofUnits});
      ${superiorsWrite('remark', 'insert', 'update')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table remark');
  }
}
