import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, eachCommune, grouped, type InAskedOrder } from '../database/batch.js';
import { membersOf } from '../database/columns.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { isAny, isOwn, isSubmitted, refersTo, where } from '../database/where.js';
import { erasedHash } from '../documents/file.rules.js';
import { measureOf } from '../indicators/indicators.queries.js';
import type { Years } from '../indicators/period.js';
import type { PlanState } from '../indicators/plan.entity.js';
import type { PlanSettings } from '../indicators/plan-settings.view.js';
import { termOn } from '../units/units.queries.js';
import { entriesWithIndicators, evidenceIds } from './entries.queries.js';
import { Entry } from './entry.entity.js';
import type { CheckedIndicator } from './check-subject.rules.js';
import { Submission } from './submission.entity.js';
import type { SubmissionState } from './submission.workflow.js';

/** A report with what deciding about it needs. */
export interface SubmissionRow extends Submission {
  planState: PlanState;
  planSettings: PlanSettings;
  planYears: Years;
  /** Path of its unit on the day asked. */
  unitPath: string;
}

/** The indicators of a plan by code, in the order of the plan. */
export type ReportedIndicators = ReadonlyMap<string, CheckedIndicator>;

/** Neighbours of rows `s`, and the day on which the place of the unit is asked for: $3. $1 is the commune. */
const neighbours = `
  left join plan p on p.commune_id = $1 and p.id = s.plan_id
  left join unit u on u.commune_id = $1 and u.id = s.unit_id
  cross join (select $3::date as day) asked`;

const columns = selectList<SubmissionRow>(Submission, 's', {
  computed: {
    plan: 'p.key',
    planState: 'p.state',
    planSettings: 'p.settings',
    planYears: `json_build_object('year', p.year, 'untilYear', p.until_year)`,
    unitCode: 'u.code',
    unitKind: 'u.kind',
    unitPath: `(select path from ${termOn('$1', 's.unit_id', 'asked.day')} t)`,
    entries: `coalesce((
      select json_agg(
        json_build_object(${membersOf(Entry, 'e')}, 'indicatorCode', i.code, 'evidenceIds', ${evidenceIds})
        order by i.sort_order, i.code)
      from ${entriesWithIndicators} and e.submission_id = s.id), '[]')`,
  },
});

export interface SubmissionFilter {
  units?: readonly string[];
  plans?: readonly string[];
  periods?: readonly string[];
  states?: readonly SubmissionState[];
  after: readonly [string] | null;
  limit: number;
  on: string;
}

@Injectable()
export class SubmissionsQueries {
  constructor(private readonly database: Database) {}

  /** Reports, the newest drafted first. */
  submissions(
    { communeId, sees, units: own, draftsAt }: Reach,
    { units, plans, periods, states, after, limit, on }: SubmissionFilter,
    members?: Projection,
  ): Promise<SubmissionRow[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, sees, on, limit], {
      own: isOwn('s', own),
      submitted: isSubmitted('s', draftsAt),
      units: refersTo('s.unit_id', 'unit.code', units),
      plans: refersTo('s.plan_id', 'plan.key', plans),
      periods: isAny('s.period', periods),
      states: isAny('s.state', states),
      after: [after?.[0], (id) => `s.id < ${id}`],
    });
    return this.database.rows(
      `submissions.submissions${asked.name}${shape}`,
      `select ${text}
       from (
         select s.* from submission s
         where s.commune_id = $1 and s.audience >= $2::audience${asked.text}
         order by s.id desc limit $4) s ${neighbours}
       order by s.id desc`,
      asked.values,
    );
  }

  /** The same page of the reports of each unit. */
  submissionsOf(
    of: readonly { reach: Reach; id: string }[],
    { periods, states, after, limit, on }: SubmissionFilter,
    members?: Projection,
  ): Promise<SubmissionRow[]> {
    const { shape, text } = columns(members);
    return eachCommune(of, ({ communeId, sees, units: own, draftsAt }, units) => {
      const asked = where([communeId, sees, on, units, limit], {
        own: isOwn('s', own),
        submitted: isSubmitted('s', draftsAt),
        periods: isAny('s.period', periods),
        states: isAny('s.state', states),
        after: [after?.[0], (id) => `s.id < ${id}`],
      });
      return this.database.rows(
        `submissions.submissionsOf${asked.name}${shape}`,
        `select ${text}
         from unnest($4::uuid[]) as r (unit_id)
         cross join lateral (
           select * from submission s
           where s.commune_id = $1 and s.unit_id = r.unit_id and s.audience >= $2::audience${asked.text}
           order by s.id desc limit $5) s ${neighbours}
         order by s.id desc`,
        asked.values,
      );
    });
  }

  /** Reports by id. */
  submissionsById(
    asked: readonly { reach: Reach; id: string }[],
    on: string,
    members?: Projection,
  ): Promise<InAskedOrder<SubmissionRow>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees, units, draftsAt }, ids) => {
      const own = where([communeId, sees, on, ids], {
        own: isOwn('s', units),
        submitted: isSubmitted('s', draftsAt),
      });
      return this.database.rows(
        `submissions.submissionsById${own.name}${shape}`,
        `select ${text} from submission s ${neighbours}
         where s.commune_id = $1 and s.audience >= $2::audience and s.id = any ($4)${own.text}`,
        own.values,
      );
    });
  }

  /** The report that holds a slot now, and whether it is a correction on its way. */
  occupant(
    { communeId }: Reach,
    slot: { unitId: string; planId: string; period: string },
    correcting: boolean,
  ): Promise<{ id: string; version: number } | undefined> {
    return this.database.row(
      'submissions.occupant',
      `select id, version from submission
       where commune_id = $1 and unit_id = $2 and plan_id = $3 and period = $4
         and (corrects_id is not null and state <> 'APPROVED') = $5 and state not in ('WITHDRAWN', 'SUPERSEDED')`,
      [communeId, slot.unitId, slot.planId, slot.period, correcting],
    );
  }

  /** Ids of those of these approved reports that a report in progress corrects. */
  async corrected({ communeId }: Reach, ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ id: string }>(
      'submissions.corrected',
      `select s.id from submission s
       where s.commune_id = $1 and s.id = any ($2) and exists (
         select from submission c
         where c.commune_id = $1 and (c.unit_id, c.plan_id, c.period) = (s.unit_id, s.plan_id, s.period)
           and c.corrects_id is not null and c.state not in ('APPROVED', 'WITHDRAWN', 'SUPERSEDED'))`,
      [communeId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Locks a report and the one it corrects, always in the order of ids, until this transaction ends. Its plan cannot be
   * closed meanwhile.
   */
  async lock({ communeId }: Reach, id: string): Promise<void> {
    await this.database.rows(
      'submissions.lock.plan',
      `select from plan
       where commune_id = $1 and id = (select plan_id from submission where commune_id = $1 and id = $2) for share`,
      [communeId, id],
    );
    await this.database.rows(
      'submissions.lock',
      `select from submission
       where commune_id = $1
         and (id = $2 or id = (select corrects_id from submission where commune_id = $1 and id = $2))
       order by id for update`,
      [communeId, id],
    );
  }

  /** Indicators of a plan as entries are judged by them, by code, in the order of the document. */
  async reportedIndicators(reach: Reach, planId: string): Promise<ReportedIndicators> {
    return (await this.reportedIndicatorsOf(reach, [planId]))(planId);
  }

  /** `reportedIndicators` of several plans, by id. */
  async reportedIndicatorsOf(
    { communeId, sees }: Reach,
    planIds: readonly string[],
  ): Promise<(planId: string) => ReportedIndicators> {
    const rows = await this.database.rows<CheckedIndicator & { planId: string }>(
      'submissions.reportedIndicatorsOf',
      `select id, plan_id as "planId", code, name,
         ${measureOf('indicator')} as measure,
         ends_at100 as "endsAt100", grades,
         out_of as "outOf", over_units as "overUnits", derived,
         retired_on as "retiredOn", evidence_required as "evidenceRequired", responsible_unit_id as "responsibleUnitId",
         target, baseline, comparator, basis, frequency, reported, over_time as "overTime", not_above as "notAbove",
         part_of_id as "partOfId", continues_id as "continuesId"
       from indicator where commune_id = $1 and plan_id = any ($2) and audience >= $3::audience
       order by sort_order, code`,
      [communeId, planIds, sees],
    );
    const rowsOf = grouped(rows, ({ planId }) => [planId]);
    return (planId) => new Map(rowsOf(planId).map((each) => [each.code, each]));
  }

  /** Hashes (hex) of the files that exist, by id. An erased file proves nothing any more and is left out. */
  async hashes({ communeId }: Reach, files: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; sha256: string }>(
      'submissions.hashes',
      'select id, sha256 from file where commune_id = $1 and id = any ($2) and sha256 <> $3',
      [communeId, files, erasedHash],
    );
    return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
  }

  /** Paths of the units that answer for indicators, on a day, by indicator id; "" where none does. */
  async responsible({ communeId }: Reach, indicatorIds: readonly string[], on: string): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; path: string }>(
      'submissions.responsible',
      `select i.id, coalesce(
         (select path from ${termOn('i.commune_id', 'i.responsible_unit_id', '$3::date')} t), '') as path
       from indicator i where i.commune_id = $1 and i.id = any ($2)`,
      [communeId, indicatorIds, on],
    );
    return new Map(rows.map(({ id, path }) => [id, path]));
  }
}
