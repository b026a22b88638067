import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ofUnits, secure, superiorsWrite, superiorsWriteNoMore } from './secure.js';

/**
 * Nominations that go up and come back: the level of an authority, the law of transition, what was forwarded to whom,
 * and the outcomes from above. A superior writes nominations, their outcomes and awards, no other table.
 */
export class Upward1700000092000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table catalogue.authority
        add level text constraint authority_level check (level in ('COMMUNE', 'DISTRICT', 'PROVINCE', 'STATE'));
      create table catalogue.transition (
        rule_set catalogue.code not null,
        earlier text not null,
        source text not null,
        verified boolean not null,
        constraint transition_pkey primary key (rule_set),
        constraint transition_rule_set_fkey foreign key (rule_set) references catalogue.rule_set,
        constraint transition_earlier check (earlier in ('MORE_FAVOURABLE'))
      );
      grant select on catalogue.transition to thidua_runtime;

      alter table nomination
        add received_on date,
        add received_by text,
        add receipt_document_id uuid,
        add conditions_rule_set text,
        add conditions_reason text,
        add forwarded_on date,
        add forwarded_to text,
        add forwarding_document_id uuid,
        add constraint nomination_receipt_document_fkey
          foreign key (commune_id, receipt_document_id) references document (commune_id, id),
        add constraint nomination_forwarding_document_fkey
          foreign key (commune_id, forwarding_document_id) references document (commune_id, id),
        add constraint nomination_forwarded
          check (num_nulls(forwarded_on, forwarded_to, forwarding_document_id) in (0, 3)
            and (state <> 'FORWARDED' or forwarded_on is not null)),
        add constraint nomination_received
          check ((conditions_rule_set is null) = (received_on is null) and (received_by is null or forwarded_on is not null)),
        drop constraint nomination_decided,
        add constraint nomination_decided
          check ((state in ('GRANTED', 'REFUSED')) = (decided_on is not null)
            and (decided_on is null or (decision_id is null) = (forwarded_on is not null))
            and (decision_id is null or decided_on is not null));
      -- What was handed in before was received on the day of its submission.
      alter table nomination no force row level security;
      update nomination n set received_on = submitted_on, conditions_rule_set = coalesce(
        (select code from catalogue.rule_set where n.submitted_on between valid_from and coalesce(valid_to, 'infinity')),
        n.rule_set)
      where submitted_on is not null;
      alter table nomination force row level security;

      alter table award
        drop constraint award_here,
        add constraint award_here check (decision_id is null or nomination_id is not null);

      create table outcome (
        commune_id int not null,
        id uuid not null,
        nomination_id uuid not null,
        unit_id uuid not null,
        outcome text not null,
        decided_on date not null,
        decided_by text not null,
        number_text text,
        issuer text,
        reason text,
        document_id uuid,
        audience audience not null,
        version int not null default 1,
        constraint outcome_pkey primary key (commune_id, id),
        constraint outcome_nomination_fkey foreign key (commune_id, nomination_id) references nomination (commune_id, id),
        constraint outcome_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint outcome_document_fkey foreign key (commune_id, document_id) references document (commune_id, id),
        constraint outcome_outcome check (outcome in ('GRANTED', 'REFUSED', 'RETURNED')),
        constraint outcome_told check (case outcome when 'GRANTED' then issuer else reason end is not null)
      );
      create index outcome_of_nomination on outcome (commune_id, nomination_id);
      create index outcome_of_unit on outcome (commune_id, unit_id);
      ${secure('outcome', 'select', 'insert', 'update')}
      create policy outcome_of_units on outcome as restrictive for select using (${ofUnits});

      ${superiorsWrite('outcome', 'insert')}
      ${superiorsWrite('nomination', 'update')}
      ${superiorsWrite('award', 'insert')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${superiorsWriteNoMore('award', 'insert')}
      ${superiorsWriteNoMore('nomination', 'update')}
      drop table outcome;
      -- What was decided above was decided nowhere before: it waits again, and its award stands by itself.
      alter table nomination no force row level security;
      alter table award no force row level security;
      update award set nomination_id = null where decision_id is null and nomination_id is not null;
      update nomination set state = 'RECOMMENDED', decided_on = null, outcome_reason = null
      where decision_id is null and state in ('GRANTED', 'REFUSED', 'FORWARDED');
      alter table award force row level security;
      alter table nomination force row level security;
      alter table award
        drop constraint award_here,
        add constraint award_here check ((decision_id is null) = (nomination_id is null)) not valid;
      alter table nomination
        drop constraint nomination_decided,
        drop constraint nomination_forwarded,
        drop constraint nomination_received,
        drop constraint nomination_receipt_document_fkey,
        drop constraint nomination_forwarding_document_fkey,
        drop received_on,
        drop received_by,
        drop receipt_document_id,
        drop conditions_rule_set,
        drop conditions_reason,
        drop forwarded_on,
        drop forwarded_to,
        drop forwarding_document_id,
        add constraint nomination_decided check ((state in ('GRANTED', 'REFUSED')) = (decision_id is not null) and (decision_id is null) = (decided_on is null)) not valid;
      drop table catalogue.transition;
      alter table catalogue.authority drop level;
    `);
  }
}
