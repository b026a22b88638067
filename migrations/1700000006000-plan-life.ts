import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** Child plans of units, targets of units and shorter periods, acknowledgements. */
export class PlanLife1700000006000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create domain period as text
        constraint period_form check (value ~ '^\\d{4}(-(H[12]|9M|Q[1-4]|0[1-9]|1[0-2]|spring|summer|autumn|winter|\\d{4})|-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2})?$');

      alter table plan add column unit_id uuid;
      alter table plan add constraint plan_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id);
      alter table plan add constraint plan_child_of_unit check ((kind = 'CHILD') = (unit_id is not null));

      create table target (
        commune_id int not null,
        id uuid not null,
        indicator_id uuid not null,
        unit_id uuid not null,
        period period not null,
        value figure not null,
        audience audience not null,
        version int not null default 1,
        constraint target_pkey primary key (commune_id, id),
        constraint target_place_key unique (commune_id, indicator_id, unit_id, period),
        constraint target_indicator_fkey foreign key (commune_id, indicator_id) references indicator (commune_id, id),
        constraint target_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id)
      );
      create index target_unit on target (commune_id, unit_id);

      create table acknowledgement (
        commune_id int not null,
        id uuid not null,
        plan_id uuid not null,
        unit_id uuid not null,
        form text not null,
        held_on date not null,
        people_reached int,
        note text,
        version int not null default 1,
        constraint acknowledgement_pkey primary key (commune_id, id),
        constraint acknowledgement_unit_key unique (commune_id, plan_id, unit_id),
        constraint acknowledgement_plan_fkey foreign key (commune_id, plan_id) references plan (commune_id, id),
        constraint acknowledgement_unit_fkey foreign key (commune_id, unit_id) references unit (commune_id, id),
        constraint acknowledgement_people check (people_reached >= 0)
      );
      ${secure('target', 'select', 'insert', 'update')}
      ${secure('acknowledgement', 'select', 'insert')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table acknowledgement, target;
      alter table plan drop column unit_id;
      drop domain period;
    `);
  }
}
