import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Documents, and the tree of units with dated names and places. */
export class UnitsDocuments1700000003000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table document (
        commune_id int not null constraint document_commune_fkey references commune,
        id uuid not null,
        type text not null,
        number int constraint document_number check (number > 0),
        symbol text,
        series text,
        year int not null,
        issued_on legal_date,
        place text,
        issuer text not null,
        title text not null,
        folded text not null,
        signer_name text,
        signer_title text,
        signer_capacity text,
        recipients text[] not null default '{}',
        bases text[] not null default '{}',
        refers_to text[] not null default '{}',
        audience audience not null,
        version int not null default 1,
        primary key (commune_id, id)
      );

      create table unit (
        commune_id int not null constraint unit_commune_fkey references commune,
        id uuid not null,
        code text not null,
        kind text not null,
        kind_text text,
        valid_from date not null,
        valid_to date,
        identifiers jsonb not null default '[]',
        invented boolean not null,
        audience audience not null,
        version int not null default 1,
        primary key (commune_id, id),
        constraint unit_code_key unique (commune_id, code),
        constraint unit_kind check (kind in ('BODY', 'DEPARTMENT', 'ORGANISATION', 'HAMLET', 'HOUSEHOLD', 'INDIVIDUAL')),
        constraint unit_dates check (valid_to >= valid_from)
      );
      create index unit_identifiers on unit using gin (identifiers jsonb_path_ops);

      create table unit_term (
        commune_id int not null,
        unit_id uuid not null,
        valid_from date not null,
        valid_to date,
        name text not null,
        sort_name text collate "vi-x-icu" not null,
        folded text not null,
        parent_id uuid,
        path text not null,
        primary key (commune_id, unit_id, valid_from),
        constraint unit_term_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint unit_term_parent_fkey foreign key (commune_id, parent_id) references unit (commune_id, id),
        constraint unit_term_dates check (valid_to >= valid_from),
        constraint unit_term_no_overlap exclude using gist (commune_id with =, unit_id with =, daterange(valid_from, valid_to, '[]') with &&)
      );
      create index unit_term_parent on unit_term (commune_id, parent_id);
      create index unit_term_name on unit_term (commune_id, sort_name, unit_id);
      ${secure('document', 'select', 'insert', 'update')}
      ${secure('unit', 'select', 'insert', 'update')}
      ${secure('unit_term', 'select', 'insert', 'update')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table unit_term, unit, document');
  }
}
