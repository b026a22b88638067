import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ofUnits, secure } from './secure.js';

/** Consultations with their lists, objections to nominees, and the day by which a nomination is to be decided. */
export class Consultations1700000091100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table consultation (
        commune_id int not null,
        id uuid not null,
        round_id uuid not null,
        form_code text not null,
        form_name text not null,
        period period not null,
        nominees int not null constraint consultation_nominees check (nominees > 0),
        places text[] not null constraint consultation_places check (cardinality(places) > 0),
        document_id uuid,
        first_day date not null,
        days int not null constraint consultation_days check (days between 1 and 366),
        counted_in text not null constraint consultation_counted_in check (counted_in in ('CALENDAR', 'WORKING')),
        last_day date not null,
        state text not null,
        ended_on date,
        audience audience not null,
        version int not null default 1,
        constraint consultation_pkey primary key (commune_id, id),
        constraint consultation_round_fkey foreign key (commune_id, round_id) references round (commune_id, id),
        constraint consultation_document_fkey foreign key (commune_id, document_id)
          references document (commune_id, id),
        constraint consultation_last_day check (last_day >= first_day),
        constraint consultation_state check (
          state in ('OPEN', 'CLOSED', 'CANCELLED') and (state = 'OPEN') = (ended_on is null))
      );
      create index consultation_round on consultation (commune_id, round_id);
      create index consultation_document on consultation (commune_id, document_id);
      ${secure('consultation', 'select', 'insert', 'update')}

      create table listing (
        commune_id int not null,
        id uuid not null,
        consultation_id uuid not null,
        nomination_id uuid not null,
        unit_id uuid not null,
        nominee_name text not null,
        type text not null constraint listing_type check (type in ('MERIT', 'MOVEMENT', 'SUDDEN', 'SERVICE')),
        period period not null,
        audience audience not null,
        version int not null default 1,
        constraint listing_pkey primary key (commune_id, id),
        constraint listing_once unique (commune_id, consultation_id, nomination_id),
        constraint listing_consultation_fkey foreign key (commune_id, consultation_id)
          references consultation (commune_id, id),
        constraint listing_nomination_fkey foreign key (commune_id, nomination_id)
          references nomination (commune_id, id),
        constraint listing_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id)
      );
      create index listing_nomination on listing (commune_id, nomination_id);
      create index listing_unit on listing (commune_id, unit_id);
      ${secure('listing', 'select', 'insert', 'update')}

      create table objection (
        commune_id int not null,
        id uuid not null,
        consultation_id uuid not null,
        nomination_id uuid not null,
        unit_id uuid not null,
        raised_on date not null,
        objector_id uuid,
        objector text,
        text text not null,
        document_id uuid,
        state text not null,
        upheld boolean,
        answer text,
        answer_document_id uuid,
        answered_on date,
        version int not null default 1,
        constraint objection_pkey primary key (commune_id, id),
        constraint objection_listing_fkey foreign key (commune_id, consultation_id, nomination_id)
          references listing (commune_id, consultation_id, nomination_id),
        constraint objection_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint objection_objector_fkey foreign key (commune_id, objector_id) references unit (commune_id, id),
        constraint objection_document_fkey foreign key (commune_id, document_id) references document (commune_id, id),
        constraint objection_answer_document_fkey foreign key (commune_id, answer_document_id)
          references document (commune_id, id),
        constraint objection_state check (
          state in ('RAISED', 'ANSWERED')
          and (state = 'ANSWERED') = (upheld is not null)
          and (state = 'ANSWERED') = (answer is not null)
          and (state = 'ANSWERED') = (answered_on is not null))
      );
      create index objection_listing on objection (commune_id, consultation_id, nomination_id);
      create index objection_unit on objection (commune_id, unit_id);
      create index objection_objector on objection (commune_id, objector_id);
      create index objection_document on objection (commune_id, document_id);
      create index objection_answer_document on objection (commune_id, answer_document_id);
      ${secure('objection', 'select', 'insert', 'update')}
      create policy objection_of_units on objection as restrictive for select using (${ofUnits});

      alter table nomination add column decide_by date;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table nomination drop column decide_by');
    await queryRunner.query('drop table objection');
    await queryRunner.query('drop table listing');
    await queryRunner.query('drop table consultation');
  }
}
