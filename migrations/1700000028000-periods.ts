import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secure } from './secure.js';

/** The calendar of a plan: its settings, holidays, periods with their closings, and reports that are late. */
export class Periods1700000028000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table plan
        add settings jsonb not null default '{"dueDays": null, "dueIn": "CALENDAR", "seasons": [], "thresholds": []}',
        add constraint plan_settings check (settings ->> 'dueIn' in ('CALENDAR', 'WORKING'));

      create table holiday (
        commune_id int not null,
        id uuid not null,
        day date not null,
        name text not null,
        kind text not null,
        audience audience not null,
        version int not null default 1,
        constraint holiday_pkey primary key (commune_id, id),
        constraint holiday_commune_fkey foreign key (commune_id) references commune,
        constraint holiday_day_key unique (commune_id, day),
        constraint holiday_kind check (kind in ('OFF', 'WORKING'))
      );

      create table plan_period (
        commune_id int not null,
        id uuid not null,
        plan_id uuid not null,
        period period not null,
        state text not null,
        closed_on date,
        head jsonb,
        reopened_on date,
        extensions jsonb not null default '[]',
        last_on date,
        audience audience not null,
        version int not null default 1,
        constraint plan_period_pkey primary key (commune_id, id),
        constraint plan_period_plan_fkey foreign key (commune_id, plan_id) references plan (commune_id, id),
        constraint plan_period_place_key unique (commune_id, plan_id, period),
        constraint plan_period_state check (state in ('OPEN', 'CLOSED')),
        constraint plan_period_closed check ((closed_on is null) = (head is null) and (state = 'OPEN' or closed_on is not null))
      );

      -- Null on reports that were submitted before: nobody knew a due day then.
      alter table submission
        add due_on date,
        add late boolean,
        add estimate boolean,
        -- A correction keeps what its report was judged by.
        add constraint submission_late check (
          (late is null) = (due_on is null) and (corrects_id is not null or due_on is null or late = (submitted_on > due_on)));
      ${secure('holiday', 'select', 'insert', 'update')}
      ${secure('plan_period', 'select', 'insert', 'update')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table submission drop constraint submission_late, drop due_on, drop late, drop estimate;
      drop table plan_period, holiday;
      alter table plan drop constraint plan_settings, drop settings;
    `);
  }
}
