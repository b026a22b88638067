import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Tables of standings, candidates and published, and the standing of each unit in a published one. */
export class Standings1700000059000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table publication (
        commune_id int not null,
        id uuid not null,
        plan_id uuid not null,
        scheme_id uuid not null,
        scheme text not null,
        revision int not null,
        period text not null,
        stage text not null,
        state text not null,
        number int,
        replaces int,
        members_on date not null,
        as_of date not null,
        final boolean not null,
        figures jsonb not null,
        ties jsonb not null,
        input_hash text not null,
        content jsonb not null,
        published_on date,
        audience audience not null,
        version int not null default 1,
        constraint publication_pkey primary key (commune_id, id),
        constraint publication_plan_fkey foreign key (commune_id, plan_id) references plan (commune_id, id),
        constraint publication_scheme_fkey foreign key (commune_id, scheme_id) references scheme (commune_id, id),
        constraint publication_number_key unique (commune_id, plan_id, scheme, period, number),
        constraint publication_state check (state in ('CANDIDATE', 'PUBLISHED')),
        constraint publication_stage check (stage in ('SELF', 'VERIFIED', 'FINAL')),
        constraint publication_published check (
          (state = 'PUBLISHED') = (number is not null) and (state = 'PUBLISHED') = (published_on is not null)
          and (state = 'PUBLISHED' or (audience = 'INSIDE' and replaces is null))
          and (state = 'CANDIDATE' or stage = 'FINAL'))
      );
      create unique index publication_candidate_key on publication (commune_id, plan_id, scheme, period)
        where state = 'CANDIDATE';
      create index publication_scheme on publication (commune_id, scheme_id);
      ${secure('publication', 'select', 'insert', 'update', 'delete')}

      create table standing (
        commune_id int not null,
        id uuid not null,
        publication_id uuid not null,
        plan_id uuid not null,
        scheme text not null,
        revision int not null,
        period text not null,
        number int not null,
        replaces int,
        place int not null,
        unit_id uuid not null,
        block text not null,
        block_name text not null,
        points numeric,
        rank int,
        class text,
        class_name text,
        reasons jsonb not null,
        missing jsonb not null,
        inputs jsonb not null,
        tree jsonb not null,
        input_hash text not null,
        published_on date not null,
        audience audience not null,
        version int not null default 1,
        constraint standing_pkey primary key (commune_id, id),
        constraint standing_publication_fkey foreign key (commune_id, publication_id)
          references publication (commune_id, id),
        constraint standing_plan_fkey foreign key (commune_id, plan_id) references plan (commune_id, id),
        constraint standing_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint standing_place_key unique (commune_id, publication_id, place)
      );
      create index standing_list on standing (commune_id, plan_id, period, scheme, number, place);
      create index standing_unit on standing (commune_id, unit_id);
      ${secure('standing', 'select', 'insert')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table standing');
    await queryRunner.query('drop table publication');
  }
}
