import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ofUnits, secure } from './secure.js';

const acts = (list: string) => `
  alter table catalogue.time_limit drop constraint time_limit_act;
  alter table catalogue.time_limit add constraint time_limit_act check (act in (${list}));`;

/** Complaints about awards after their decision, and how they were settled. */
export class Complaints1700000097000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table complaint (
        commune_id int not null,
        id uuid not null,
        award_id uuid not null,
        unit_id uuid not null,
        complainant_id uuid,
        complainant text not null,
        complained_on date not null,
        text text not null,
        document_id uuid,
        accepted_on date not null,
        settle_by date,
        state text not null,
        outcome text,
        conclusion text,
        settlement_document_id uuid,
        settled_on date,
        version int not null default 1,
        constraint complaint_pkey primary key (commune_id, id),
        constraint complaint_award_fkey foreign key (commune_id, award_id) references award (commune_id, id),
        constraint complaint_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint complaint_complainant_fkey foreign key (commune_id, complainant_id)
          references unit (commune_id, id),
        constraint complaint_document_fkey foreign key (commune_id, document_id) references document (commune_id, id),
        constraint complaint_settlement_document_fkey foreign key (commune_id, settlement_document_id)
          references document (commune_id, id),
        constraint complaint_days check (complained_on <= accepted_on and settled_on >= accepted_on),
        constraint complaint_outcome check (outcome in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED')),
        constraint complaint_state check (
          state in ('ACCEPTED', 'SETTLED', 'WITHDRAWN')
          and (state = 'SETTLED') = (outcome is not null)
          and (state = 'SETTLED') = (conclusion is not null)
          and (state = 'SETTLED') = (settlement_document_id is not null)
          and (state = 'SETTLED') = (settled_on is not null))
      );
      create index complaint_of_award on complaint (commune_id, award_id, id);
      create index complaint_of_unit on complaint (commune_id, unit_id, id);
      create index complaint_complainant on complaint (commune_id, complainant_id);
      create index complaint_document on complaint (commune_id, document_id);
      create index complaint_settlement_document on complaint (commune_id, settlement_document_id);
      ${secure('complaint', 'select', 'insert', 'update')}
      create policy complaint_of_units on complaint as restrictive for select using (${ofUnits});
      ${acts(`'CONSULTATION', 'DECISION', 'REFUSAL', 'PUBLICATION', 'COMPLAINT', 'SETTLEMENT'`)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table complaint;
      delete from catalogue.time_limit where act in ('COMPLAINT', 'SETTLEMENT');
      ${acts(`'CONSULTATION', 'DECISION', 'REFUSAL', 'PUBLICATION'`)}
    `);
  }
}
