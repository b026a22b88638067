import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Domains of values, and the registry: communes, superiors, supervisions. Not of a commune; read-only for the API. */
export class Registry1700000001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create extension if not exists btree_gist;
      create type audience as enum ('INSIDE', 'SUPERIOR', 'PUBLIC');
      create domain figure as numeric
        constraint figure_canonical check (scale(value) = min_scale(value) and scale(value) <= 6 and abs(value) < 1e18);
      create domain legal_date as text
        constraint legal_date_form check (value ~ '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$');

      create table commune (
        id int primary key,
        key text not null constraint commune_key_key unique constraint commune_key_form check (key ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
        name text not null,
        kind_text text not null,
        valid_from date,
        valid_to date,
        identifiers jsonb not null default '[]',
        invented boolean not null,
        version int not null default 1
      );
      create table commune_lineage (
        predecessor_id int not null constraint commune_lineage_predecessor_fkey references commune,
        successor_id int not null constraint commune_lineage_successor_fkey references commune,
        primary key (predecessor_id, successor_id)
      );
      create table superior (
        id uuid primary key,
        key text not null constraint superior_key_key unique,
        name text not null,
        kind_text text not null,
        identifiers jsonb not null default '[]',
        invented boolean not null,
        version int not null default 1
      );
      create table supervision (
        id uuid primary key,
        superior_id uuid not null constraint supervision_superior_fkey references superior,
        commune_id int constraint supervision_commune_fkey references commune,
        subordinate_id uuid constraint supervision_subordinate_fkey references superior,
        valid_from date not null,
        valid_to date,
        document_text text,
        version int not null default 1,
        constraint supervision_of_one check (num_nonnulls(commune_id, subordinate_id) = 1),
        constraint supervision_dates check (valid_to >= valid_from),
        constraint supervision_once exclude using gist (superior_id with =, coalesce(commune_id::text, subordinate_id::text) with =, daterange(valid_from, valid_to, '[]') with &&)
      );
      create index supervision_commune on supervision (commune_id);
      create index supervision_superior on supervision (superior_id);
      insert into commune (id, key, name, kind_text, invented) values (0, 'registry', 'Danh bạ', 'danh bạ', false);
      grant select on commune, commune_lineage, superior, supervision to thidua_runtime;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table supervision, superior, commune_lineage, commune;
      drop domain legal_date, figure;
      drop type audience;
      drop extension btree_gist;
    `);
  }
}
