import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { isAny, where } from '../database/where.js';
import type { AwardForm, FormCategory } from './award-form.view.js';
import type { BaseSalary, RuleSet } from './rule-set.view.js';

const here = 'x.rule_set = f.rule_set and x.form = f.code';
const sourced = `'source', x.source, 'verified', x.verified`;
const listed = (row: string, order: string, table: string) =>
  `coalesce((
    select json_agg(json_build_object(${row}, ${sourced}) order by ${order})
    from catalogue.${table} x where ${here}), '[]')`;

/** Types and steps in the order in which they are declared, as the doors list them. */
const byType = `array_position(array['MERIT', 'MOVEMENT', 'SUDDEN', 'SERVICE'], x.type)`;

const voteRule = `
  select json_build_object(
    'ballot', x.ballot, 'quorumNumerator', x.quorum_numerator, 'quorumDenominator', x.quorum_denominator,
    'passNumerator', x.pass_numerator, 'passDenominator', x.pass_denominator, 'base', x.base, 'absentee', x.absentee,
    'recusedLeaveBase', x.recused_leave_base, ${sourced})
  from catalogue.vote_rule x where ${here}`;

const dossierItem = `
  'type', x.type, 'item', x.item, 'documentType', x.document_type, 'name', x.name, 'required', x.required`;

const condition = `
  'code', x.code, 'types', x.types, 'nominees', x.nominees, 'text', x.text, 'cure', x.cure, 'needs', x.needs`;

const form = `
  f.rule_set || ':' || f.code as id, f.version, f.code, f.name, f.category, f.nominees, f.rule_set as "ruleSet",
  r.valid_from as "validFrom", r.valid_to as "validTo",
  (select json_build_object('code', x.code, 'title', x.title, 'here', x.here, 'level', x.level, ${sourced})
   from catalogue.authority x where ${here}) as authority,
  f.coefficient,
  ${listed(`'nominees', x.nominees, 'factor', x.factor::text`, 'x.ordinal', 'nominee_factor')} as factors,
  (select json_build_object('months', x.months, ${sourced}) from catalogue.salary_rise x where ${here}) as "salaryRise",
  f.prerequisite, f.quota, (${voteRule}) as "voteRule",
  ${listed(`'type', x.type, 'steps', x.steps`, byType, 'road')} as roads,
  ${listed(dossierItem, `${byType}, x.ordinal`, 'dossier_item')} as dossier,
  ${listed(`'paper', x.paper, 'number', x.number, 'layoutRead', x.layout_read`, 'x.ordinal', 'prescribed_form')}
    as prescribed,
  ${listed(`'of', x.act, 'days', x.days, 'countedIn', x.counted_in`, 'x.ordinal', 'time_limit')} as "timeLimits",
  ${listed(condition, 'x.ordinal', 'condition')} as conditions,
  f.source, f.verified`;

/** All award forms as they are answered; more conditions may follow. */
export const formRows = `
  select ${form}
  from catalogue.award_form f join catalogue.rule_set r on r.code = f.rule_set`;

/** All rule sets as they are answered; more conditions may follow. */
export const ruleSetRows = `
  select r.code as id, r.version, r.code, r.name, r.valid_from as "validFrom", r.valid_to as "validTo",
    (select json_build_object('method', x.method, 'unit', x.unit, ${sourced})
     from catalogue.rounding_policy x where x.rule_set = r.code) as rounding,
    (select json_build_object('pays', x.pays, ${sourced})
     from catalogue.several_awards x where x.rule_set = r.code) as several,
    (select json_build_object('earlier', x.earlier, ${sourced})
     from catalogue.transition x where x.rule_set = r.code) as transition,
    (select json_build_object('prefers', x.prefers, ${sourced})
     from catalogue.preference x where x.rule_set = r.code) as preference,
    r.source, r.verified
  from catalogue.rule_set r`;

/** All base salaries as they are answered; more conditions may follow. */
export const baseSalaryRows = `
  select r.given_from::text as id, r.version, r.valid_from as "validFrom", r.valid_to as "validTo",
    r.amount::text as amount, r.source, r.verified
  from catalogue.base_salary r`;

const inForce = (day: string) => `${day}::date between r.valid_from and coalesce(r.valid_to, 'infinity')`;

/** Filter of rule sets or base salaries; a member left out does not narrow. */
export interface SpansFilter {
  on?: string;
  after?: readonly [string, string] | null;
  limit?: number;
}

/** Filter of forms; a member left out does not narrow. */
export interface FormsFilter {
  on?: string;
  ruleSet?: string;
  codes?: readonly string[];
  ids?: readonly string[];
  categories?: readonly FormCategory[];
  after?: readonly [string, string] | null;
  limit?: number;
}

/** The catalogue belongs to no commune and is open to everybody: its reads take no reach. */
@Injectable()
export class CatalogueQueries {
  constructor(private readonly database: Database) {}

  /** Code and name of each form, as each rule set has it. */
  codesAndNames(): Promise<Pick<AwardForm, 'code' | 'name'>[]> {
    return this.database.rows(
      'catalogue.codesAndNames',
      'select distinct code, name from catalogue.award_form order by code, name',
      [],
    );
  }

  /** Award forms by category and code, then oldest rule set first. */
  forms({ on, ruleSet, codes, ids, categories, after, limit }: FormsFilter): Promise<AwardForm[]> {
    const asked = where([limit ?? null], {
      on: [on, inForce],
      ruleSet: [ruleSet, (code) => `f.rule_set = ${code}`],
      codes: isAny('f.code', codes),
      categories: isAny('f.category', categories),
      ids: isAny("f.rule_set || ':' || f.code", ids),
      after: [...(after ?? [null]), (category, code) => `(f.category, f.code) > (${category}, ${code}::text)`],
    });
    return this.database.rows(
      `catalogue.forms${asked.name}`,
      `${formRows} where true${asked.text} order by f.category, f.code, r.valid_from limit $1`,
      asked.values,
    );
  }

  /** Rule sets by first day, then code. */
  ruleSets(filter: SpansFilter): Promise<RuleSet[]> {
    return this.spans('ruleSets', { ...filter, rows: ruleSetRows, key: 'r.code' });
  }

  /** Base salaries by first day. */
  baseSalaries(filter: SpansFilter): Promise<BaseSalary[]> {
    return this.spans('baseSalaries', { ...filter, rows: baseSalaryRows, key: 'r.given_from' });
  }

  /** The rule set in force on a day. */
  ruleSetOn(day: string): Promise<{ code: string } | undefined> {
    return this.database.row(
      'catalogue.ruleSetOn',
      `select code from catalogue.rule_set where $1::date between valid_from and coalesce(valid_to, 'infinity')`,
      [day],
    );
  }

  private spans<T extends object>(
    name: string,
    { on, after, limit, rows, key }: SpansFilter & { rows: string; key: string },
  ): Promise<T[]> {
    const asked = where([limit ?? null], {
      on: [on, inForce],
      after: [...(after ?? [null]), (first, of) => `(r.valid_from, ${key}::text) > (${first}::date, ${of}::text)`],
    });
    return this.database.rows(
      `catalogue.spans.${name}${asked.name}`,
      `${rows} where true${asked.text} order by r.valid_from, ${key}::text limit $1`,
      asked.values,
    );
  }
}
