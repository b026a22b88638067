import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An appointment recorded by mistake ends before its first day; acts delegated from one day on may be of two papers. */
export class TermsOfAppointments1700000084000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table appointment
        drop constraint appointment_dates,
        add constraint appointment_dates check (valid_to >= valid_from - 1);
      drop index appointment_delegated_once;
      create index appointment_delegated on appointment (commune_id, delegated_by) where delegated_by is not null;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop index appointment_delegated;
      -- Not unique: two delegations may begin on one day by now.
      create index appointment_delegated_once on appointment (commune_id, delegated_by, actor_id, valid_from)
        where delegated_by is not null;
      alter table appointment
        drop constraint appointment_dates,
        add constraint appointment_dates check (valid_to >= valid_from) not valid;
    `);
  }
}
