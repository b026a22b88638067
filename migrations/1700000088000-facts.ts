import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ofUnits, secure } from './secure.js';

/** Facts of persons and units that awards are judged by, and registrations for emulation. */
export class Facts1700000088000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table fact (
        commune_id int not null,
        id uuid not null,
        unit_id uuid not null,
        kind text not null,
        value text not null,
        title text,
        leads boolean,
        period period,
        valid_from date,
        valid_to date,
        issuer text,
        document_id uuid,
        source text,
        version int not null default 1,
        constraint fact_pkey primary key (commune_id, id),
        constraint fact_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint fact_document_fkey foreign key (commune_id, document_id) references document (commune_id, id),
        constraint fact_kind check (kind in (
          'SERVICE', 'RATING', 'INITIATIVE', 'DISCIPLINE', 'HOLD', 'LEAVE', 'SEX', 'RECOGNITION')),
        constraint fact_leads check ((kind = 'SERVICE') = (leads is not null)),
        constraint fact_period check ((kind = 'RATING') = (period is not null)),
        constraint fact_days check (valid_to is null or valid_from <= valid_to),
        constraint fact_proof check (document_id is not null or source is not null)
      );
      create index fact_unit on fact (commune_id, unit_id, kind);
      create index fact_document on fact (commune_id, document_id);
      ${secure('fact', 'select', 'insert', 'update', 'delete')}
      create policy fact_of_units on fact as restrictive for select using (${ofUnits});

      create table registration (
        commune_id int not null,
        id uuid not null,
        unit_id uuid not null,
        period period not null,
        forms text[] not null,
        with_below boolean not null,
        registered_on date not null,
        document_id uuid,
        state text not null,
        ended_on date,
        version int not null default 1,
        constraint registration_pkey primary key (commune_id, id),
        constraint registration_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint registration_document_fkey foreign key (commune_id, document_id)
          references document (commune_id, id),
        constraint registration_state check (
          state in ('REGISTERED', 'ENDED') and (state = 'ENDED') = (ended_on is not null))
      );
      create index registration_unit on registration (commune_id, unit_id, period);
      create index registration_document on registration (commune_id, document_id);
      ${secure('registration', 'select', 'insert', 'update')}
      create policy registration_of_units on registration as restrictive for select using (${ofUnits});
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table registration');
    await queryRunner.query('drop table fact');
  }
}
