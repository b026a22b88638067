import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Plans and their indicators. */
export class Plans1700000005000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table plan (
        commune_id int not null constraint plan_commune_fkey references commune,
        id uuid not null,
        key text not null,
        kind text not null,
        year int not null,
        title text not null,
        also_called text,
        document_id uuid not null,
        purposes text[] not null default '{}',
        duties text[] not null default '{}',
        sections jsonb not null default '[]',
        deadline date,
        parent_plan_id uuid,
        state text not null,
        audience audience not null,
        version int not null default 1,
        primary key (commune_id, id),
        constraint plan_key_key unique (commune_id, key),
        constraint plan_document_fkey foreign key (commune_id, document_id) references document (commune_id, id),
        constraint plan_parent_fkey foreign key (commune_id, parent_plan_id) references plan (commune_id, id),
        constraint plan_kind check (kind in ('YEARLY', 'MOVEMENT', 'CHILD')),
        constraint plan_state check (state in ('DRAFT', 'ISSUED', 'CLOSED')),
        constraint plan_child_has_parent check ((kind = 'CHILD') = (parent_plan_id is not null))
      );

      create table indicator (
        commune_id int not null,
        id uuid not null,
        plan_id uuid not null,
        code text not null,
        name text not null,
        folded text not null,
        section_path text not null,
        printed_label text,
        sort_order int not null,
        measure_unit text not null,
        display_unit text not null,
        scale int not null default 0,
        direction text not null,
        comparator text not null,
        target figure,
        target_text text,
        upper_target figure,
        out_of figure,
        raw_text text not null,
        part_of_id uuid,
        derived boolean not null,
        counted boolean not null,
        baseline figure,
        frequency text not null,
        reported text not null,
        over_time text not null,
        over_units text not null,
        expected_share jsonb not null default '[]',
        responsible_unit_id uuid,
        assessed_by text,
        evidence_required boolean not null,
        needs_clarification boolean not null,
        clarification jsonb,
        continues_id uuid,
        retired_on date,
        not_printed text[] not null default '{}',
        audience audience not null,
        version int not null default 1,
        primary key (commune_id, id),
        constraint indicator_code_key unique (commune_id, plan_id, code),
        constraint indicator_plan_fkey foreign key (commune_id, plan_id) references plan (commune_id, id),
        constraint indicator_whole_fkey foreign key (commune_id, part_of_id) references indicator (commune_id, id),
        constraint indicator_unit_fkey foreign key (commune_id, responsible_unit_id) references unit (commune_id, id),
        constraint indicator_continues_fkey foreign key (commune_id, continues_id) references indicator (commune_id, id)
      );
      create index indicator_order on indicator (commune_id, plan_id, sort_order, id);
      create index indicator_parts on indicator (commune_id, part_of_id);
      ${secure('plan', 'select', 'insert', 'update')}
      ${secure('indicator', 'select', 'insert', 'update')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table indicator, plan');
  }
}
