import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Councils, meetings, attendance, recusals and tallies. A member's choice is never stored: no column could hold it. */
export class Councils1700000015000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table council_member (
        commune_id int not null,
        id uuid not null,
        council_id uuid not null,
        person_id uuid not null,
        actor_id uuid,
        office text not null,
        valid_from date not null,
        valid_to date,
        document_id uuid,
        version int not null default 1,
        constraint council_member_pkey primary key (commune_id, id),
        constraint council_member_council_fkey foreign key (commune_id, council_id) references unit (commune_id, id),
        constraint council_member_person_fkey foreign key (commune_id, person_id) references unit (commune_id, id),
        constraint council_member_acts_as foreign key (commune_id, actor_id) references actor (commune_id, id),
        constraint council_member_rests_on foreign key (commune_id, document_id) references document (commune_id, id),
        constraint council_member_office check (office in ('CHAIR', 'VICE_CHAIR', 'SECRETARY', 'MEMBER')),
        constraint council_member_dates check (valid_to >= valid_from),
        constraint council_member_once exclude using gist (commune_id with =, council_id with =, person_id with =, daterange(valid_from, valid_to, '[]') with &&),
        constraint council_member_actor_once exclude using gist (commune_id with =, council_id with =, actor_id with =, daterange(valid_from, valid_to, '[]') with &&)
      );

      create table meeting (
        commune_id int not null,
        id uuid not null,
        council_id uuid not null,
        held_on date not null,
        place text,
        state text not null,
        convened_on date not null,
        attended_on date,
        closed_on date,
        minutes_id uuid,
        last_on date not null,
        audience audience not null,
        version int not null default 1,
        constraint meeting_pkey primary key (commune_id, id),
        constraint meeting_council_fkey foreign key (commune_id, council_id) references unit (commune_id, id),
        constraint meeting_minutes_fkey foreign key (commune_id, minutes_id) references document (commune_id, id),
        constraint meeting_state check (state in ('CONVENED', 'CLOSED')),
        constraint meeting_closed check ((state = 'CLOSED') = (closed_on is not null) and (state = 'CLOSED') = (minutes_id is not null))
      );
      create index meeting_of_council on meeting (commune_id, council_id, id);

      -- One nomination before one meeting, under the vote rule as it was when the meeting was convened.
      create table matter (
        commune_id int not null,
        meeting_id uuid not null,
        nomination_id uuid not null,
        unit_id uuid not null,
        ordinal int not null,
        rule jsonb not null,
        votes_for int,
        votes_against int,
        votes_blank int,
        not_returned int,
        recorded_by uuid,
        recorded_on date,
        confirmed_by uuid,
        confirmed_on date,
        base int,
        outcome text,
        constraint matter_pkey primary key (commune_id, meeting_id, nomination_id),
        constraint matter_once unique (commune_id, nomination_id),
        constraint matter_meeting_fkey foreign key (commune_id, meeting_id) references meeting (commune_id, id),
        constraint matter_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint matter_counts check (num_nulls(votes_for, votes_against, votes_blank, not_returned) in (0, 4) and least(votes_for, votes_against, votes_blank, not_returned) >= 0),
        constraint matter_four_eyes check (confirmed_by <> recorded_by),
        constraint matter_confirmed check (confirmed_on is null or recorded_on is not null),
        constraint matter_outcome check (outcome is null or outcome in ('RECOMMENDED', 'NOT_RECOMMENDED') and base is not null and votes_for is not null)
      );

      create table attendance (
        commune_id int not null,
        meeting_id uuid not null,
        member_id uuid not null,
        presence text not null,
        replaced_by uuid,
        opinion_on date,
        constraint attendance_pkey primary key (commune_id, meeting_id, member_id),
        constraint attendance_meeting_fkey foreign key (commune_id, meeting_id) references meeting (commune_id, id),
        constraint attendance_member_fkey foreign key (commune_id, member_id) references council_member (commune_id, id),
        constraint attendance_replaced_fkey foreign key (commune_id, replaced_by) references unit (commune_id, id),
        constraint attendance_presence check (presence in ('PRESENT', 'REPLACED', 'ABSENT') and (presence = 'REPLACED') = (replaced_by is not null)),
        constraint attendance_opinion check (opinion_on is null or presence = 'ABSENT')
      );

      create table recusal (
        commune_id int not null,
        meeting_id uuid not null,
        nomination_id uuid not null,
        member_id uuid not null,
        ground text not null,
        reason text,
        constraint recusal_pkey primary key (commune_id, meeting_id, nomination_id, member_id),
        constraint recusal_matter_fkey foreign key (commune_id, meeting_id, nomination_id) references matter (commune_id, meeting_id, nomination_id),
        constraint recusal_member_fkey foreign key (commune_id, member_id) references council_member (commune_id, id),
        constraint recusal_ground check (ground in ('SELF', 'OWN_UNIT', 'DECLARED'))
      );
      ${secure('council_member', 'select', 'insert', 'update')}
      ${secure('meeting', 'select', 'insert', 'update')}
      ${secure('matter', 'select', 'insert', 'update')}
      ${secure('attendance', 'select', 'insert', 'update')}
      ${secure('recusal', 'select', 'insert', 'update', 'delete')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table recusal, attendance, matter, meeting, council_member');
  }
}
