import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A declared recusal stays with the member and the nomination: it does not stand while the nomination is off the agenda,
 * the meeting is cancelled, or the member has no seat on its day.
 */
export class RecusalsThatStay1700000049000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table recusal
        drop constraint recusal_matter_fkey,
        add constraint recusal_meeting_fkey foreign key (commune_id, meeting_id) references meeting (commune_id, id),
        add column stands boolean not null default true,
        add constraint recusal_stands check (stands or ground = 'DECLARED');
      create index recusal_nomination on recusal (commune_id, nomination_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop index recusal_nomination;
      alter table recusal no force row level security;
      delete from recusal where not stands;
      alter table recusal
        force row level security,
        drop constraint recusal_meeting_fkey,
        drop constraint recusal_stands,
        drop column stands,
        add constraint recusal_matter_fkey foreign key (commune_id, meeting_id, nomination_id)
          references matter (commune_id, meeting_id, nomination_id);
    `);
  }
}
