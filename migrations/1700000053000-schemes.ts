import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Scoring schemes of plans, each revision a row. */
export class Schemes1700000053000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table scheme (
        commune_id int not null,
        id uuid not null,
        plan_id uuid not null,
        code text not null,
        revision int not null,
        name text not null,
        document_id uuid,
        rules jsonb not null,
        allowed jsonb not null,
        state text not null,
        valid_from date,
        adopted_on date,
        audience audience not null,
        version int not null default 1,
        constraint scheme_pkey primary key (commune_id, id),
        constraint scheme_plan_fkey foreign key (commune_id, plan_id) references plan (commune_id, id),
        constraint scheme_document_fkey foreign key (commune_id, document_id) references document (commune_id, id),
        constraint scheme_revision_key unique (commune_id, plan_id, code, revision),
        constraint scheme_state check (state in ('DRAFT', 'ADOPTED')),
        constraint scheme_adopted check (
          (state = 'ADOPTED') = (adopted_on is not null) and (state = 'ADOPTED') = (valid_from is not null)
          and (state = 'ADOPTED' or audience = 'INSIDE'))
      );
      create index scheme_document on scheme (commune_id, document_id);
      ${secure('scheme', 'select', 'insert', 'update', 'delete')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table scheme');
  }
}
