import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ofUnits, secure } from './secure.js';

/** Score sheets of units, with the files that prove what they name; days by which a scheme wants each column. */
export class ScoreSheets1700000058000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table scheme add deadlines jsonb;

      create table score_sheet (
        commune_id int not null,
        id uuid not null,
        plan_id uuid not null,
        scheme text not null,
        period period not null,
        unit_id uuid not null,
        state text not null,
        self jsonb not null,
        verified jsonb,
        final jsonb,
        allowances jsonb not null,
        exceptions jsonb not null,
        due_on date,
        submitted_on date,
        submitted_by uuid,
        late boolean,
        returned_reason text,
        last_on date,
        audience audience not null,
        version int not null default 1,
        constraint score_sheet_pkey primary key (commune_id, id),
        constraint score_sheet_plan_fkey foreign key (commune_id, plan_id) references plan (commune_id, id),
        constraint score_sheet_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint score_sheet_place_key unique (commune_id, plan_id, scheme, period, unit_id),
        constraint score_sheet_state check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'VERIFIED', 'CONCLUDED')),
        constraint score_sheet_columns check (
          (state in ('VERIFIED', 'CONCLUDED')) = (verified is not null)
          and (state = 'CONCLUDED') = (final is not null)),
        constraint score_sheet_submitted check ((state = 'DRAFT') = (submitted_on is null)),
        constraint score_sheet_audience check (audience = 'INSIDE')
      );
      create index score_sheet_of_plan on score_sheet (commune_id, plan_id, id);
      create index score_sheet_of_unit on score_sheet (commune_id, unit_id, id);

      create table score_evidence (
        commune_id int not null,
        sheet_id uuid not null,
        file_id uuid not null,
        constraint score_evidence_pkey primary key (commune_id, sheet_id, file_id),
        constraint score_evidence_sheet_fkey foreign key (commune_id, sheet_id)
          references score_sheet (commune_id, id) on delete cascade,
        constraint score_evidence_file_fkey foreign key (commune_id, file_id) references file (commune_id, id)
      );
      create index score_evidence_file on score_evidence (commune_id, file_id);
      ${secure('score_sheet', 'select', 'insert', 'update', 'delete')}
      ${secure('score_evidence', 'select', 'insert', 'delete')}
      create policy score_sheet_of_units on score_sheet as restrictive for select using (${ofUnits});
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table score_evidence;
      drop table score_sheet;
      alter table scheme drop deadlines;
    `);
  }
}
