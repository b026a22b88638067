import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A meeting without a quorum can be closed; its nominations may go on the agenda of another meeting. */
export class WithoutQuorum1700000019000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table matter drop constraint matter_once, drop constraint matter_outcome,
        add constraint matter_outcome check (outcome is null or outcome = 'NO_QUORUM' and votes_for is null or outcome in ('RECOMMENDED', 'NOT_RECOMMENDED') and base is not null and votes_for is not null);
      create unique index matter_once on matter (commune_id, nomination_id) where outcome is distinct from 'NO_QUORUM';
      create index matter_nomination on matter (commune_id, nomination_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      delete from recusal r using matter m where (m.commune_id, m.meeting_id, m.nomination_id) = (r.commune_id, r.meeting_id, r.nomination_id) and m.outcome = 'NO_QUORUM';
      delete from matter where outcome = 'NO_QUORUM';
      drop index matter_nomination;
      drop index matter_once;
      alter table matter drop constraint matter_outcome,
        add constraint matter_outcome check (outcome is null or outcome in ('RECOMMENDED', 'NOT_RECOMMENDED') and base is not null and votes_for is not null),
        add constraint matter_once unique (commune_id, nomination_id);
    `);
  }
}
