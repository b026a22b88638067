import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Submissions of units, their entries with evidence, and the approved results. */
export class Submissions1700000010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table submission (
        commune_id int not null,
        id uuid not null,
        plan_id uuid not null,
        unit_id uuid not null,
        period period not null,
        corrects_id uuid,
        state text not null,
        narrative jsonb not null,
        returned_reason text,
        submitted_on date,
        submitted_by uuid,
        approved_on date,
        last_on date,
        content_salt bytea not null,
        content_hash text not null,
        audience audience not null,
        version int not null default 1,
        constraint submission_pkey primary key (commune_id, id),
        constraint submission_plan_fkey foreign key (commune_id, plan_id) references plan (commune_id, id),
        constraint submission_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint submission_corrects_fkey foreign key (commune_id, corrects_id) references submission (commune_id, id),
        constraint submission_state check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'VERIFIED', 'APPROVED', 'WITHDRAWN', 'SUPERSEDED'))
      );
      -- One report of a unit, plan and period, and beside it at most one correction on its way.
      create unique index submission_place_key on submission (commune_id, unit_id, plan_id, period, (corrects_id is not null and state <> 'APPROVED'))
        where state not in ('WITHDRAWN', 'SUPERSEDED');
      create index submission_of_plan on submission (commune_id, plan_id, id);
      create index submission_of_unit on submission (commune_id, unit_id, id);

      create table entry (
        commune_id int not null,
        submission_id uuid not null,
        indicator_id uuid not null,
        reported text,
        out_of figure,
        nothing_to_report text,
        note text,
        remark text,
        verified text,
        verified_reason text,
        verified_on date,
        approved text,
        approved_reason text,
        constraint entry_pkey primary key (commune_id, submission_id, indicator_id),
        constraint entry_submission_fkey foreign key (commune_id, submission_id) references submission (commune_id, id),
        constraint entry_indicator_fkey foreign key (commune_id, indicator_id) references indicator (commune_id, id),
        constraint entry_says_one_thing check ((reported is null) <> (nothing_to_report is null)),
        constraint entry_out_of check (out_of > 0)
      );

      create table evidence (
        commune_id int not null,
        submission_id uuid not null,
        indicator_id uuid not null,
        file_id uuid not null,
        constraint evidence_pkey primary key (commune_id, submission_id, indicator_id, file_id),
        constraint evidence_entry_fkey foreign key (commune_id, submission_id, indicator_id) references entry (commune_id, submission_id, indicator_id) on delete cascade,
        constraint evidence_file_fkey foreign key (commune_id, file_id) references file (commune_id, id)
      );

      create table result (
        commune_id int not null,
        id uuid not null,
        indicator_id uuid not null,
        unit_id uuid not null,
        period period not null,
        value text not null,
        out_of figure,
        submission_id uuid,
        supersedes_id uuid,
        approved_on date not null,
        superseded_on date,
        audience audience not null,
        version int not null default 1,
        constraint result_pkey primary key (commune_id, id),
        constraint result_indicator_fkey foreign key (commune_id, indicator_id) references indicator (commune_id, id),
        constraint result_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint result_submission_fkey foreign key (commune_id, submission_id) references submission (commune_id, id),
        constraint result_supersedes_fkey foreign key (commune_id, supersedes_id) references result (commune_id, id),
        constraint result_dates check (superseded_on >= approved_on)
      );
      create unique index result_in_force on result (commune_id, indicator_id, unit_id, period) where superseded_on is null;
      create index result_of_indicator on result (commune_id, indicator_id, id);
      create index result_of_unit on result (commune_id, unit_id, id);
      create index result_of_submission on result (commune_id, submission_id);
      ${secure('submission', 'select', 'insert', 'update')}
      ${secure('entry', 'select', 'insert', 'update', 'delete')}
      ${secure('evidence', 'select', 'insert', 'delete')}
      ${secure('result', 'select', 'insert', 'update')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table result, evidence, entry, submission');
  }
}
