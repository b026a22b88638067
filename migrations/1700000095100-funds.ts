import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Funds of communes by year, and how communes round money by documents of their own. */
export class Funds1700000095100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table fund (
        commune_id int not null,
        id uuid not null,
        year int not null,
        regular_spending figure not null,
        rate figure not null,
        rate_source text not null,
        contributions figure not null,
        other_spending figure not null,
        document_id uuid,
        version int not null default 1,
        constraint fund_pkey primary key (commune_id, id),
        constraint fund_year_key unique (commune_id, year),
        constraint fund_commune_fkey foreign key (commune_id) references commune,
        constraint fund_document_fkey foreign key (commune_id, document_id) references document (commune_id, id),
        constraint fund_rate check (rate > 0 and rate <= 100),
        constraint fund_amounts check (
          least(regular_spending, contributions, other_spending) >= 0
          and (trunc(regular_spending), trunc(contributions), trunc(other_spending))
            = (regular_spending, contributions, other_spending))
      );
      create index fund_document on fund (commune_id, document_id);
      ${secure('fund', 'select', 'insert', 'update')}

      create table commune_rounding (
        commune_id int not null,
        id uuid not null,
        valid_from date not null,
        valid_to date,
        method text not null,
        unit int not null,
        document_id uuid not null,
        version int not null default 1,
        constraint commune_rounding_pkey primary key (commune_id, id),
        constraint commune_rounding_day_key unique (commune_id, valid_from),
        constraint commune_rounding_commune_fkey foreign key (commune_id) references commune,
        constraint commune_rounding_document_fkey foreign key (commune_id, document_id)
          references document (commune_id, id),
        constraint commune_rounding_days check (valid_from <= valid_to),
        constraint commune_rounding_method check (method in ('NONE', 'NEAREST', 'UP') and unit > 0)
      );
      create index commune_rounding_document on commune_rounding (commune_id, document_id);
      ${secure('commune_rounding', 'select', 'insert', 'update')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table commune_rounding; drop table fund');
  }
}
