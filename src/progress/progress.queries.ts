import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import type { ReportedBy } from '../indicators/indicator-members.view.js';
import type { Span, Years } from '../indicators/period.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import { termOn } from '../units/units.queries.js';
import type { AssignedTarget, Reporter } from '../periods/owed.rules.js';
import type { FigureScope } from '../submissions/scope.rules.js';
import type { AwardsBelow } from './award-figures.rules.js';
import type { Report } from './completeness.rules.js';
import type { ApprovedFigure, Nothing } from './facts.js';

/** SQL of the year that an award `a` is of: that of its period, else of its grant; as text. */
export const yearOfAward = `
  coalesce(substring(a.period from '^[0-9]{4}-([0-9]{4})$'), left(coalesce(a.period, a.granted_on), 4))`;

/** Rows of plans as they were known in law on a day. */
interface OfPlans {
  planIds: readonly string[];
  asOf: string;
}

/** Approved figures of plans, with their ids or without. */
interface OfResults extends OfPlans {
  ids: 'with ids' | 'without ids';
}

/** Reports of a plan for periods, as they were known on a day. */
interface OfPeriods {
  planId: string;
  periods: readonly string[];
  asOf: string;
}

/** Whether the correction of the report `s` was approved by a day. */
const supersededBy = (day: string) =>
  `exists (select from submission c
   where c.commune_id = $1 and c.corrects_id = s.id
     and c.state in ('APPROVED', 'SUPERSEDED') and c.approved_on <= ${day})`;

/** Approved figures of an indicator. They stay packed until they are asked for, one indicator after the other. */
interface ResultsOf {
  indicatorId: string;
  /** Units that have some. */
  unitIds: ReadonlySet<string>;
  results(this: void): ApprovedFigure[];
}

/** Approved figures of an indicator as they are read: a list of values of each member. Faster than a row of each. */
type Packed = Record<Exclude<keyof ApprovedFigure, 'id'> | 'indicatorId', string> & { id: string | null };

/** Between two values of a list: no value has a control character. */
const separator = '\x1f';

/** SQL of the list of an expression over results `x`. */
const listed = (expression: string) => `string_agg(${expression}, E'\\x1f' order by x.id)`;

function unpacked(row: Packed): ApprovedFigure[] {
  const of = (member: Exclude<keyof ApprovedFigure, 'id'>) => {
    const values = row[member].split(separator);
    return (index: number) => values[index] as string;
  };
  const [scope, period, value, outOf] = [of('scope'), of('period'), of('value'), of('outOf')];
  const ids = row.id?.split(separator);
  return row.unitId.split(separator).map((unitId, index) => ({
    id: ids?.[index] ?? null,
    unitId,
    scope: scope(index) as FigureScope,
    period: period(index),
    value: value(index),
    outOf: outOf(index) || null,
  }));
}

/** Reads what progress is computed from: whoever asks, the figures of the whole commune. */
@Injectable()
export class ProgressQueries {
  constructor(private readonly database: Database) {}

  /** Approved figures in force on a day. */
  async results({ communeId }: Reach, { planIds, asOf, ids }: OfResults): Promise<ResultsOf[]> {
    const [variant, id] = ids === 'with ids' ? ['', listed('x.id::text')] : ['.withoutIds', 'null'];
    const rows = await this.database.rows<Packed>(
      `progress.results${variant}`,
      `select x.indicator_id as "indicatorId", ${id} as id, ${listed('x.unit_id::text')} as "unitId",
         ${listed('x.scope')} as scope, ${listed('x.period')} as period, ${listed('x.value')} as value,
         ${listed("coalesce(x.out_of::text, '')")} as "outOf"
       from result x
       where x.commune_id = $1 and x.approved_on <= $3::date and (x.superseded_on is null or x.superseded_on > $3::date)
         and x.indicator_id = any (array(select i.id from indicator i where i.commune_id = $1 and i.plan_id = any ($2)))
       group by x.indicator_id`,
      [communeId, planIds, asOf],
    );
    return rows.map((row) => ({
      indicatorId: row.indicatorId,
      unitIds: new Set(row.unitId.split(separator)),
      results: () => unpacked(row),
    }));
  }

  /** Approved reports that have nothing to report. */
  nothing({ communeId }: Reach, { planIds, asOf }: OfPlans): Promise<(Nothing & { indicatorId: string })[]> {
    return this.database.rows(
      'progress.nothing',
      `select e.indicator_id as "indicatorId", s.unit_id as "unitId", e.scope, s.period
       from submission s join entry e on e.commune_id = $1 and e.submission_id = s.id
       where s.commune_id = $1 and s.plan_id = any ($2) and s.state in ('APPROVED', 'SUPERSEDED')
         and s.approved_on <= $3::date and not ${supersededBy('$3::date')}
         and e.approved is null and e.nothing_to_report is not null`,
      [communeId, planIds, asOf],
    );
  }

  /**
   * Reports for periods that were submitted by a day, of each unit and period one: the approved one in force on that
   * day; before an estimate the correction on its way.
   */
  reports({ communeId }: Reach, { planId, periods, asOf }: OfPeriods): Promise<Report[]> {
    return this.database.rows(
      'progress.reports',
      `select distinct on (s.unit_id, s.period) s.unit_id as "unitId", s.period,
         case s.state when 'SUPERSEDED' then 'APPROVED' else s.state end as state, s.late, s.estimate, coalesce((
         select json_agg(json_build_object(
           'indicatorId', e.indicator_id, 'nothing', e.nothing_to_report is not null))
         from entry e where e.commune_id = $1 and e.submission_id = s.id), '[]') as entries
       from submission s
       where s.commune_id = $1 and s.plan_id = $2 and s.period = any ($3) and s.submitted_on <= $4::date
         and s.state in ('SUBMITTED', 'RETURNED', 'VERIFIED', 'APPROVED', 'SUPERSEDED')
         and not ${supersededBy('$4::date')}
       order by s.unit_id, s.period,
         coalesce(s.approved_on <= $4::date and s.estimate is not true, false) desc, s.id desc`,
      [communeId, planId, periods, asOf],
    );
  }

  /**
   * Awards of forms for some years that were in force on a day, by the units right above those who hold them at the end
   * of the year; each holder once a year. `total`: all units of the kinds that hold the form, and those who hold it.
   */
  awards(
    { communeId }: Reach,
    { forms, years, asOf }: { forms: readonly string[]; years: Years; asOf: string },
  ): Promise<AwardsBelow[]> {
    return this.database.rows(
      'progress.awards',
      `with held as (
         select a.form_code as form, ${yearOfAward} as period, u.kind, a.unit_id,
           a.decision_id
         from award a join unit u on u.commune_id = $1 and u.id = a.unit_id
         where a.commune_id = $1 and a.form_code = any ($2)
           and ${yearOfAward}::int between $3 and $4
           and rpad(a.granted_on, 10, '-01') <= $5 and (a.revoked_on is null or a.revoked_on > $5::date)),
       kind as (select distinct form, period, kind, (period || '-12-31')::date as on_day from held)
       select k.form, k.period, t.parent_id as "unitId", count(distinct h.unit_id)::text as holders,
         count(distinct u.id)::text as total,
         coalesce(array_agg(distinct h.decision_id) filter (where h.decision_id is not null), '{}') as "decisionIds"
       from kind k
       join unit u on u.commune_id = $1 and u.kind = k.kind
       left join held h on h.form = k.form and h.period = k.period and h.unit_id = u.id
       cross join lateral ${termOn('$1', 'u.id', 'k.on_day')} t
       where t.parent_id is not null
         and (h.unit_id is not null or k.on_day between u.valid_from and coalesce(u.valid_to, 'infinity'))
       group by k.form, k.period, t.parent_id order by k.form, k.period, t.parent_id`,
      [communeId, forms, years.year, years.untilYear ?? years.year, asOf],
    );
  }

  targets({ communeId }: Reach, planIds: readonly string[]): Promise<AssignedTarget[]> {
    return this.database.rows(
      'progress.targets',
      `select t.indicator_id as "indicatorId", t.unit_id as "unitId", t.period, t.value
       from target t
       where t.commune_id = $1
         and t.indicator_id = any (array(
           select i.id from indicator i where i.commune_id = $1 and i.plan_id = any ($2)))`,
      [communeId, planIds],
    );
  }

  /** The plan that each plan continues: that of its first indicator that continues another. */
  continued({ communeId, sees }: Reach, planIds: readonly string[]): Promise<{ planId: string; earlierId: string }[]> {
    return this.database.rows(
      'progress.continued',
      `select distinct on (i.plan_id) i.plan_id as "planId", c.plan_id as "earlierId"
       from indicator i join indicator c on c.commune_id = $1 and c.id = i.continues_id and c.audience >= $2::audience
       where i.commune_id = $1 and i.audience >= $2::audience and i.plan_id = any ($3)
       order by i.plan_id, i.sort_order, i.id`,
      [communeId, sees, planIds],
    );
  }

  /**
   * Units by id, code or kind that are valid on some day of a span, each at its place on the last day: those of each
   * span.
   */
  reporters(
    { communeId }: Reach,
    { ids, codes, kinds }: { ids: readonly string[]; codes: readonly string[]; kinds: ReportedBy['kinds'] },
    spans: readonly Span[],
  ): Promise<(Reporter & Span & { kind: UnitKind })[]> {
    return this.database.rows(
      'progress.reporters',
      `select u.id, u.code, u.kind, t.path, s."from", s."to"
       from unnest($5::date[], $6::date[]) as s ("from", "to")
       join unit u on u.commune_id = $1
         and (u.id = any ($2) or u.code = any ($3) or u.kind = any ($4) or u.kind = 'BODY')
         and u.valid_from <= s."to" and (u.valid_to is null or u.valid_to >= s."from")
       cross join lateral ${termOn('$1', 'u.id', 's."to"')} t
       order by u.code`,
      [communeId, ids, codes, kinds, spans.map(({ from }) => from), spans.map(({ to }) => to)],
    );
  }
}
