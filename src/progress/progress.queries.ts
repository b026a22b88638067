import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import type { ReportedBy } from '../indicators/indicator-members.view.js';
import type { Span } from '../indicators/period.js';
import { termOn } from '../units/units.queries.js';
import type { Assigned, Reporter } from '../periods/owed.rules.js';
import type { FigureScope } from '../submissions/scope.rules.js';
import type { Report } from './completeness.rules.js';
import type { Nothing } from './facts.js';

/** Rows of plans as they were known in law on a day. */
interface OfPlans {
  planIds: readonly string[];
  asOf: string;
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

/** A result as it is stored: its days follow from its period. */
export interface ResultRow {
  id: string;
  indicatorId: string;
  unitId: string;
  scope: FigureScope;
  period: string;
  value: string;
  outOf: string | null;
}

/** Reads what progress is computed from: whoever asks, the figures of the whole commune. */
@Injectable()
export class ProgressQueries {
  constructor(private readonly database: Database) {}

  /** Approved figures in force on a day. */
  results({ commune }: Reach, { planIds, asOf }: OfPlans): Promise<ResultRow[]> {
    return this.database.rows(
      'progress.results',
      `select x.id, x.indicator_id as "indicatorId", x.unit_id as "unitId", x.scope, x.period, x.value,
         x.out_of as "outOf"
       from result x
       where x.commune_id = $1 and x.approved_on <= $3::date and (x.superseded_on is null or x.superseded_on > $3::date)
         and x.indicator_id = any (array(select i.id from indicator i where i.commune_id = $1 and i.plan_id = any ($2)))
       order by x.id`,
      [commune, planIds, asOf],
    );
  }

  /** Approved reports that have nothing to report. */
  nothing({ commune }: Reach, { planIds, asOf }: OfPlans): Promise<Omit<Nothing, 'from' | 'to'>[]> {
    return this.database.rows(
      'progress.nothing',
      `select e.indicator_id as "indicatorId", s.unit_id as "unitId", e.scope, s.period
       from submission s join entry e on e.commune_id = $1 and e.submission_id = s.id
       where s.commune_id = $1 and s.plan_id = any ($2) and s.state in ('APPROVED', 'SUPERSEDED')
         and s.approved_on <= $3::date and not ${supersededBy('$3::date')}
         and e.approved is null and e.nothing_to_report is not null`,
      [commune, planIds, asOf],
    );
  }

  /**
   * Reports for periods that were submitted by a day, of each unit and period one: the approved one in force on that
   * day; before an estimate the correction on its way.
   */
  reports({ commune }: Reach, { planId, periods, asOf }: OfPeriods): Promise<Report[]> {
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
      [commune, planId, periods, asOf],
    );
  }

  targets({ commune }: Reach, planIds: readonly string[]): Promise<Assigned[]> {
    return this.database.rows(
      'progress.targets',
      `select t.indicator_id as "indicatorId", t.unit_id as "unitId", t.period, t.value
       from target t
       where t.commune_id = $1
         and t.indicator_id = any (array(
           select i.id from indicator i where i.commune_id = $1 and i.plan_id = any ($2)))`,
      [commune, planIds],
    );
  }

  /** The plan that each plan continues: that of its first indicator that continues another. */
  continued({ commune, sees }: Reach, planIds: readonly string[]): Promise<{ planId: string; earlierId: string }[]> {
    return this.database.rows(
      'progress.continued',
      `select distinct on (i.plan_id) i.plan_id as "planId", c.plan_id as "earlierId"
       from indicator i join indicator c on c.commune_id = $1 and c.id = i.continues_id and c.audience >= $2::audience
       where i.commune_id = $1 and i.audience >= $2::audience and i.plan_id = any ($3)
       order by i.plan_id, i.sort_order, i.id`,
      [commune, sees, planIds],
    );
  }

  /**
   * Units by id, code or kind that are valid on some day of a span, each at its place on the last day: those of each
   * span.
   */
  reporters(
    { commune }: Reach,
    { ids, codes, kinds }: { ids: readonly string[]; codes: readonly string[]; kinds: ReportedBy['kinds'] },
    spans: readonly Span[],
  ): Promise<(Reporter & Span)[]> {
    return this.database.rows(
      'progress.reporters',
      `select u.id, u.code, u.kind, t.path, s."from", s."to"
       from unnest($5::date[], $6::date[]) as s ("from", "to")
       join unit u on u.commune_id = $1
         and (u.id = any ($2) or u.code = any ($3) or u.kind = any ($4) or u.kind = 'BODY')
         and u.valid_from <= s."to" and (u.valid_to is null or u.valid_to >= s."from")
       cross join lateral ${termOn('$1', 'u.id', 's."to"')} t
       order by u.code`,
      [commune, ids, codes, kinds, spans.map(({ from }) => from), spans.map(({ to }) => to)],
    );
  }
}
