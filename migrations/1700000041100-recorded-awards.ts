import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Awards that old papers tell of: granted in a year or month alone, without a period. One given here has its day, its
 * period and its document.
 */
export class RecordedAwards1700000041100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table award
        drop constraint award_revoked,
        drop constraint award_corrected,
        alter period drop not null,
        alter granted_on type legal_date collate "C" using granted_on::text,
        add constraint award_given_here
          check (decision_id is null or (period is not null and document_id is not null and length(granted_on) = 10)),
        add constraint award_revoked check (
          num_nulls(revoked_on, revoked_ground, revoked_reason, revoking_decision_id) in (0, 4)
          and revoked_on >= rpad(granted_on, 10, '-01-01')::date),
        add constraint award_corrected check (
          (corrected_on is null) = (correction_document_id is null)
          and corrected_on >= rpad(granted_on, 10, '-01-01')::date);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table award
        drop constraint award_given_here,
        drop constraint award_revoked,
        drop constraint award_corrected,
        no force row level security;
      update award set period = left(granted_on, 4) where period is null;
      alter table award
        force row level security,
        alter period set not null,
        alter granted_on type date using rpad(granted_on, 10, '-01-01')::date,
        add constraint award_revoked check (
          num_nulls(revoked_on, revoked_ground, revoked_reason, revoking_decision_id) in (0, 4)
          and revoked_on >= granted_on),
        add constraint award_corrected check (
          (corrected_on is null) = (correction_document_id is null) and corrected_on >= granted_on);
    `);
  }
}
