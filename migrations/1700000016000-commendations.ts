import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Function `erase_personal`: values of some records, and reasons about these records in other records. */
const eraseBesides = `
        delete from change_value v
          using change c
          where c.commune_id = p_commune and v.commune_id = p_commune and v.position = c.position and v.item = c.item
            and c.type in ('decision', 'meeting') and v.pointer like '/data/%/reason'
            and exists (
              select from unnest(array['nominationId', 'memberId']) as m (member)
              where c.data #>> ((string_to_array(v.pointer, '/'))[3:cardinality(string_to_array(v.pointer, '/')) - 1] || m.member) = any (p_ids));
        get diagnostics besides = row_count;`;

const erasePersonal = (besides: string) => `
      create or replace function erase_personal(p_commune int, p_types text[], p_ids text[]) returns int
        language plpgsql volatile security definer set search_path = public, pg_temp as $$
      declare
        dropped int;
        besides int := 0;
      begin
        if p_commune is distinct from nullif(current_setting('app.commune', true), '')::int then
          raise insufficient_privilege using message = 'A write erases in its own commune.';
        end if;
        delete from file_chunk
          where commune_id = p_commune and file_id in (select r.id::uuid from unnest(p_types, p_ids) as r (type, id) where r.type = 'file');
        delete from change_value v
          using change c join unnest(p_types, p_ids) as r (type, id) on r.type = c.type and r.id = c.record_id
          where c.commune_id = p_commune and v.commune_id = p_commune and v.position = c.position
            and (v.item = c.item and v.pointer <> '/actor' or c.item = 1 and v.pointer = '/reason');
        get diagnostics dropped = row_count;${besides}
        return dropped + besides;
      end $$;`;

/** Rounds, nominations with their grounds and dossiers, decisions with their numbers, awards. */
export class Commendations1700000016000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table round (
        commune_id int not null,
        id uuid not null,
        name text not null,
        period period not null,
        forms text[] not null,
        calendar jsonb not null,
        rule_set text not null,
        state text not null,
        opened_on date not null,
        closed_on date,
        audience audience not null,
        version int not null default 1,
        constraint round_pkey primary key (commune_id, id),
        constraint round_commune_fkey foreign key (commune_id) references commune,
        constraint round_state check (state in ('OPEN', 'CLOSED') and (state = 'CLOSED') = (closed_on is not null)),
        constraint round_forms check (cardinality(forms) > 0),
        constraint round_dates check (closed_on >= opened_on)
      );

      create table decision (
        commune_id int not null,
        id uuid not null,
        kind text not null,
        state text not null,
        issuer text not null,
        series text not null,
        symbol text not null,
        year int,
        number int,
        title text not null,
        place text,
        bases text[] not null,
        recipients text[] not null,
        signer_name text,
        signer_title text,
        signer_capacity text,
        signed_on date,
        document_id uuid,
        file_id uuid,
        sha256 text,
        head_position int,
        head_hash text,
        last_on date not null,
        audience audience not null,
        version int not null default 1,
        constraint decision_pkey primary key (commune_id, id),
        constraint decision_commune_fkey foreign key (commune_id) references commune,
        constraint decision_document_fkey foreign key (commune_id, document_id) references document (commune_id, id),
        constraint decision_file_fkey foreign key (commune_id, file_id) references file (commune_id, id),
        constraint decision_kind check (kind in ('GRANT', 'REVOCATION')),
        constraint decision_state check (state in ('DRAFT', 'SIGNED', 'CANCELLED')),
        constraint decision_signed check (num_nulls(year, number, signed_on, document_id, file_id, sha256, head_position, head_hash) = case when state = 'SIGNED' then 0 else 8 end),
        constraint decision_number_key unique (commune_id, issuer, series, year, number)
      );

      create table nomination (
        commune_id int not null,
        id uuid not null,
        round_id uuid not null,
        unit_id uuid not null,
        form_code text not null,
        form_name text not null,
        type text not null,
        rule_set text not null,
        steps text[] not null,
        period period not null,
        deed_on date,
        summary text not null,
        state text not null,
        submitted_on date,
        submitted_by uuid,
        returned_reason text,
        times_returned int not null default 0,
        appraised_on date,
        appraised_by uuid,
        appraisal text,
        decision_id uuid,
        decided_on date,
        outcome_reason text,
        last_on date not null,
        audience audience not null,
        version int not null default 1,
        constraint nomination_pkey primary key (commune_id, id),
        constraint nomination_round_fkey foreign key (commune_id, round_id) references round (commune_id, id),
        constraint nomination_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint nomination_decision_fkey foreign key (commune_id, decision_id) references decision (commune_id, id),
        constraint nomination_type check (type in ('MERIT', 'MOVEMENT', 'SUDDEN', 'SERVICE')),
        constraint nomination_deed check ((type = 'SUDDEN') = (deed_on is not null)),
        constraint nomination_returned check (times_returned between 0 and 1),
        constraint nomination_decided check ((state in ('GRANTED', 'REFUSED')) = (decision_id is not null) and (decision_id is null) = (decided_on is null)),
        constraint nomination_state check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPRAISED', 'CONSULTED', 'RECOMMENDED', 'NOT_RECOMMENDED', 'FORWARDED', 'GRANTED', 'REFUSED', 'WITHDRAWN'))
      );
      -- One live nomination per round, form and nominee.
      create unique index nomination_live on nomination (commune_id, round_id, form_code, unit_id) where state not in ('WITHDRAWN', 'REFUSED');
      create index nomination_of_unit on nomination (commune_id, unit_id, id);
      create index nomination_of_decision on nomination (commune_id, decision_id);
      alter table matter add constraint matter_nomination_fkey foreign key (commune_id, nomination_id) references nomination (commune_id, id);

      -- Grounds of a nomination: exactly one record a row.
      create table nomination_ground (
        commune_id int not null,
        nomination_id uuid not null,
        ordinal int not null,
        result_id uuid,
        submission_id uuid,
        document_id uuid,
        file_id uuid,
        constraint nomination_ground_pkey primary key (commune_id, nomination_id, ordinal),
        constraint nomination_ground_once unique nulls not distinct (commune_id, nomination_id, result_id, submission_id, document_id, file_id),
        constraint nomination_ground_one check (num_nonnulls(result_id, submission_id, document_id, file_id) = 1),
        constraint nomination_ground_nomination foreign key (commune_id, nomination_id) references nomination (commune_id, id),
        constraint nomination_ground_result foreign key (commune_id, result_id) references result (commune_id, id),
        constraint nomination_ground_submission foreign key (commune_id, submission_id) references submission (commune_id, id),
        constraint nomination_ground_document foreign key (commune_id, document_id) references document (commune_id, id),
        constraint nomination_ground_file foreign key (commune_id, file_id) references file (commune_id, id)
      );
      create index nomination_ground_of_result on nomination_ground (commune_id, result_id) where result_id is not null;
      create index nomination_ground_of_submission on nomination_ground (commune_id, submission_id) where submission_id is not null;

      -- Its dossier: the checklist as it was when it was put forward, and the documents handed in.
      create table nomination_paper (
        commune_id int not null,
        nomination_id uuid not null,
        item text not null,
        ordinal int not null,
        name text not null,
        document_type text not null,
        required boolean not null,
        document_id uuid,
        constraint nomination_paper_pkey primary key (commune_id, nomination_id, item),
        constraint nomination_paper_nomination foreign key (commune_id, nomination_id) references nomination (commune_id, id),
        constraint nomination_paper_document foreign key (commune_id, document_id) references document (commune_id, id)
      );

      -- Lines of a decision, one for each nomination. A nomination stands in one draft at a time, and is decided once.
      create table decision_item (
        commune_id int not null,
        decision_id uuid not null,
        nomination_id uuid not null,
        ordinal int not null,
        outcome text not null,
        reason text,
        constraint decision_item_pkey primary key (commune_id, decision_id, nomination_id),
        constraint decision_item_decision_fkey foreign key (commune_id, decision_id) references decision (commune_id, id),
        constraint decision_item_nomination_fkey foreign key (commune_id, nomination_id) references nomination (commune_id, id),
        constraint decision_item_once unique (commune_id, nomination_id),
        constraint decision_item_outcome check (outcome in ('GRANTED', 'REFUSED') and (outcome = 'GRANTED' or reason is not null))
      );

      -- The last number of an issuer's series in a year; without gaps, for it moves in the transaction that uses the number.
      create table number_counter (
        commune_id int not null,
        issuer text not null,
        series text not null,
        year int not null,
        last int not null,
        constraint number_counter_pkey primary key (commune_id, issuer, series, year),
        constraint number_counter_commune_fkey foreign key (commune_id) references commune
      );

      create table award (
        commune_id int not null,
        id uuid not null,
        unit_id uuid not null,
        form_code text not null,
        form_name text not null,
        rule_set text,
        type text,
        period period not null,
        citation text not null,
        decision_id uuid,
        nomination_id uuid,
        verification_code text not null,
        granted_on date not null,
        deed_on date,
        issuer text not null,
        number_text text,
        document_id uuid,
        revoked_on date,
        revoked_ground text,
        revoked_reason text,
        revoking_decision_id uuid,
        audience audience not null,
        version int not null default 1,
        constraint award_pkey primary key (commune_id, id),
        constraint award_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint award_decision_fkey foreign key (commune_id, decision_id) references decision (commune_id, id),
        constraint award_nomination_fkey foreign key (commune_id, nomination_id) references nomination (commune_id, id),
        constraint award_document_fkey foreign key (commune_id, document_id) references document (commune_id, id),
        constraint award_revoking_fkey foreign key (commune_id, revoking_decision_id) references decision (commune_id, id),
        constraint award_nomination_once unique (commune_id, nomination_id),
        constraint award_verification_key unique (commune_id, verification_code),
        constraint award_here check ((decision_id is null) = (nomination_id is null)),
        constraint award_revoked check (num_nulls(revoked_on, revoked_ground, revoked_reason, revoking_decision_id) in (0, 4) and revoked_on >= granted_on),
        constraint award_ground check (revoked_ground in ('FRAUD', 'FORGED_DOSSIER', 'UNLAWFUL_DECISION', 'VIOLATION'))
      );
      create index award_of_unit on award (commune_id, unit_id, granted_on, id);
      create index award_of_decision on award (commune_id, decision_id);
      ${secure('round', 'select', 'insert', 'update')}
      ${secure('nomination', 'select', 'insert', 'update')}
      ${secure('nomination_ground', 'select', 'insert', 'delete')}
      ${secure('nomination_paper', 'select', 'insert', 'update')}
      ${secure('decision', 'select', 'insert', 'update')}
      ${secure('decision_item', 'select', 'insert', 'delete')}
      ${secure('number_counter', 'select', 'insert', 'update')}
      ${secure('award', 'select', 'insert', 'update')}
      grant update on decision_item to thidua_runtime;
      ${erasePersonal(eraseBesides)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table matter drop constraint matter_nomination_fkey;
      ${erasePersonal('')}
      drop table award, number_counter, decision_item, nomination_paper, nomination_ground, nomination, decision, round;
    `);
  }
}
