import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns of every row of the catalogue: its source in the law, and whether the source was read. */
const sourced = 'source text not null, verified bool not null';
const dated = (table: string) => `constraint ${table}_dates check (valid_to >= valid_from)`;
const oneADay = `exclude using gist (daterange(valid_from, valid_to, '[]') with &&) deferrable initially deferred`;
const unitKinds = `array['BODY', 'DEPARTMENT', 'ORGANISATION', 'HAMLET', 'HOUSEHOLD', 'INDIVIDUAL']`;

/** Catalogue of award forms by rule set: authority, roads, votes, dossiers. Not of a commune; read-only for the API. */
export class Catalogue1700000014000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create schema catalogue;
      set local search_path = catalogue, public;
      create domain code as text collate "C" constraint code_form check (value ~ '^[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?$');

      create table rule_set (
        code code primary key,
        name text not null,
        valid_from date not null,
        valid_to date,
        ${sourced},
        ${dated('rule_set')},
        constraint rule_set_one_in_force ${oneADay}
      );
      create table award_form (
        rule_set code constraint award_form_rule_set_fkey references rule_set,
        code code,
        version int not null default 1,
        name text not null,
        category text collate "C" not null constraint award_form_category check (category in ('TITLE', 'COMMENDATION')),
        nominees text[] not null constraint award_form_nominees check (nominees <@ ${unitKinds} and cardinality(nominees) > 0),
        coefficient figure,
        prerequisite text,
        quota text,
        ${sourced},
        primary key (rule_set, code)
      );
      -- By how much the coefficient is multiplied for some of the nominees.
      create table nominee_factor (
        rule_set code,
        form code,
        ordinal int,
        nominees text[] not null constraint nominee_factor_nominees check (nominees <@ ${unitKinds} and cardinality(nominees) > 0),
        factor figure not null constraint nominee_factor_positive check (factor > 0),
        ${sourced},
        primary key (rule_set, form, ordinal),
        constraint nominee_factor_form_fkey foreign key (rule_set, form) references award_form
      );
      create table authority (
        rule_set code,
        form code,
        code code not null,
        title text not null,
        here bool not null,
        ${sourced},
        primary key (rule_set, form),
        constraint authority_form_fkey foreign key (rule_set, form) references award_form
      );
      create table vote_rule (
        rule_set code,
        form code,
        ballot text not null constraint vote_rule_ballot check (ballot in ('OPEN', 'PAPER')),
        quorum_numerator int not null,
        quorum_denominator int not null,
        pass_numerator int not null,
        pass_denominator int not null,
        base text not null constraint vote_rule_base check (base in ('ALL_MEMBERS', 'PRESENT')),
        absentee text not null constraint vote_rule_absentee check (absentee in ('WRITTEN_OPINION', 'NOT_COUNTED')),
        recused_leave_base bool not null,
        ${sourced},
        primary key (rule_set, form),
        constraint vote_rule_form_fkey foreign key (rule_set, form) references award_form,
        constraint vote_rule_quorum check (quorum_numerator >= 0 and quorum_numerator <= quorum_denominator and quorum_denominator > 0),
        constraint vote_rule_pass check (pass_numerator between 1 and pass_denominator)
      );
      create table road (
        rule_set code,
        form code,
        type text constraint road_type check (type in ('MERIT', 'MOVEMENT', 'SUDDEN', 'SERVICE')),
        steps text[] not null constraint road_steps
          check (steps <@ array['APPRAISAL', 'CONSULTATION', 'MEETING', 'FORWARDING', 'DECISION'] and cardinality(steps) > 0 and not (type = 'SUDDEN' and 'MEETING' = any (steps))),
        ${sourced},
        primary key (rule_set, form, type),
        constraint road_form_fkey foreign key (rule_set, form) references award_form
      );
      create table dossier_item (
        rule_set code,
        form code,
        type text,
        item code,
        ordinal int not null,
        document_type text not null,
        name text not null,
        required bool not null,
        ${sourced},
        primary key (rule_set, form, type, item),
        constraint dossier_item_road_fkey foreign key (rule_set, form, type) references road
      );

      -- Đồng a month; money is that in force on the day of the decision.
      create table base_salary (
        valid_from date primary key,
        valid_to date,
        amount bigint not null constraint base_salary_positive check (amount > 0),
        ${sourced},
        ${dated('base_salary')},
        constraint base_salary_one_in_force ${oneADay}
      );
      create table rounding_policy (
        rule_set code primary key constraint rounding_policy_rule_set_fkey references rule_set,
        method text not null constraint rounding_policy_method check (method in ('NONE', 'NEAREST', 'UP')),
        unit int not null constraint rounding_policy_unit check (unit > 0),
        ${sourced}
      );
      grant usage on schema catalogue to thidua_runtime;
      grant select on all tables in schema catalogue to thidua_runtime;
      set local search_path to default;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema catalogue cascade');
  }
}
