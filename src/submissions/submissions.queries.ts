import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { askedRows, askedValues, grouped, inAskedOrder, type InAskedOrder } from '../database/batch.js';
import { columnsOf, membersOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { isOwn } from '../database/where.js';
import { erasedHash } from '../documents/file.rules.js';
import type { PlanState } from '../indicators/plan.entity.js';
import { termOn } from '../units/units.queries.js';
import { Entry } from './entry.entity.js';
import type { ReportedIndicator } from './entry.rules.js';
import { Submission } from './submission.entity.js';
import type { SubmissionState } from './submission.workflow.js';

/** A report with what deciding about it needs. */
export interface SubmissionRow extends Submission {
  planState: PlanState;
  /** Path of its unit on the day asked. */
  unitPath: string;
}

/** The indicators of a plan by code, in the order of the plan. */
export type ReportedIndicators = ReadonlyMap<string, ReportedIndicator & { id: string }>;

const columns = `
  ${columnsOf(Submission, 's')}, p.key as plan, p.state as "planState", u.code as "unitCode", u.kind as "unitKind",
  (select path from ${termOn('s.commune_id', 's.unit_id', 'asked.day')} t) as "unitPath"`;

/** Its figures, in the order of the plan. */
const entries = `
  coalesce((
    select json_agg(json_build_object(${membersOf(Entry, 'e')}, 'indicatorCode', i.code, 'evidenceIds', array(
        select v.file_id from evidence v
        where v.commune_id = e.commune_id and v.submission_id = e.submission_id and v.indicator_id = e.indicator_id
        order by v.file_id)
    ) order by i.sort_order, i.code)
    from entry e join indicator i on i.commune_id = e.commune_id and i.id = e.indicator_id
    where e.commune_id = s.commune_id and e.submission_id = s.id), '[]') as entries`;

const joined = `
  join plan p on p.commune_id = s.commune_id and p.id = s.plan_id
  join unit u on u.commune_id = s.commune_id and u.id = s.unit_id`;

export interface SubmissionFilter {
  units?: readonly string[];
  plans?: readonly string[];
  periods?: readonly string[];
  states?: readonly SubmissionState[];
  after: readonly [string] | null;
  limit: number;
}

@Injectable()
export class SubmissionsQueries {
  constructor(private readonly database: Database) {}

  /** Reports, the newest drafted first. The page is cut before anything is joined. */
  submissions(
    { commune, sees, units: own }: Reach,
    { units, plans, periods, states, after, limit }: SubmissionFilter,
    on: string,
  ): Promise<SubmissionRow[]> {
    return this.database.rows(
      'submissions.submissions',
      `select ${columns}, ${entries}
       from (
         select * from submission s
         where s.commune_id = $1 and s.audience >= $2::audience and ${isOwn('s', '$10')}
           and ($3::text[] is null
             or s.unit_id = any (array(select id from unit where commune_id = $1 and code = any ($3))))
           and ($4::text[] is null
             or s.plan_id = any (array(select id from plan where commune_id = $1 and key = any ($4))))
           and ($5::text[] is null or s.period = any ($5)) and ($6::text[] is null or s.state = any ($6))
           and ($7::uuid is null or s.id < $7)
         order by s.id desc limit $8) s
       cross join (select $9::date as day) asked ${joined}
       order by s.id desc`,
      [
        commune,
        sees,
        units ?? null,
        plans ?? null,
        periods ?? null,
        states ?? null,
        after?.[0] ?? null,
        limit,
        on,
        own,
      ],
    );
  }

  /** The same page of the reports of each unit, without their entries, which `entriesOf` reads. */
  submissionsOf(
    units: readonly { reach: Reach; unitId: string }[],
    { periods, states, after, limit }: SubmissionFilter,
    on: string,
  ): Promise<Omit<SubmissionRow, 'entries'>[]> {
    return this.database.rows(
      'submissions.submissionsOf',
      `select ${columns}
       from unnest($1::int[], $2::audience[], $3::uuid[]) with ordinality as r (commune_id, sees, unit_id, place)
       cross join lateral (
         select * from submission s
         where s.commune_id = r.commune_id and s.unit_id = r.unit_id and s.audience >= r.sees and ${isOwn('s', '$9')}
           and ($4::text[] is null or s.period = any ($4)) and ($5::text[] is null or s.state = any ($5))
           and ($6::uuid is null or s.id < $6)
         order by s.id desc limit $7) s
       cross join (select $8::date as day) asked ${joined}
       order by r.place, s.id desc`,
      [
        units.map(({ reach }) => reach.commune),
        units.map(({ reach }) => reach.sees),
        units.map(({ unitId }) => unitId),
        periods ?? null,
        states ?? null,
        after?.[0] ?? null,
        limit,
        on,
        units[0]?.reach.units ?? null,
      ],
    );
  }

  /** Reports by id. */
  async submissionsById(
    asked: readonly { reach: Reach; id: string }[],
    on: string,
  ): Promise<InAskedOrder<SubmissionRow>> {
    const rows = await this.database.rows<SubmissionRow>(
      'submissions.submissionsById',
      `select ${columns}, ${entries}
       from ${askedRows}
       join submission s on s.commune_id = r.commune_id and s.id = r.id and s.audience >= r.sees and ${isOwn('s', '$5')}
       cross join (select $4::date as day) asked ${joined}`,
      [...askedValues(asked), on, asked[0]?.reach.units ?? null],
    );
    return inAskedOrder(asked, rows);
  }

  /** The entries of reports the caller was given, in the order asked. */
  async entriesOf(asked: readonly { communeId: number; id: string }[]): Promise<Entry[][]> {
    const rows = await this.database.rows<{ entries: Entry[] }>(
      'submissions.entriesOf',
      `select ${entries} from unnest($1::int[], $2::uuid[]) with ordinality as s (commune_id, id, place)
       order by s.place`,
      [asked.map(({ communeId }) => communeId), asked.map(({ id }) => id)],
    );
    return rows.map((row) => row.entries);
  }

  /** The report that holds a place now, and whether it is a correction on its way. */
  occupant(
    { commune }: Reach,
    place: { unitId: string; planId: string; period: string },
    correcting: boolean,
  ): Promise<{ id: string; version: number } | undefined> {
    return this.database.row(
      'submissions.occupant',
      `select id, version from submission
       where commune_id = $1 and unit_id = $2 and plan_id = $3 and period = $4
         and (corrects_id is not null and state <> 'APPROVED') = $5 and state not in ('WITHDRAWN', 'SUPERSEDED')`,
      [commune, place.unitId, place.planId, place.period, correcting],
    );
  }

  /** Ids of those of these approved reports that a report in progress corrects. */
  async corrected({ commune }: Reach, ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ id: string }>(
      'submissions.corrected',
      `select s.id from submission s
       where s.commune_id = $1 and s.id = any ($2) and exists (
         select from submission c
         where c.commune_id = $1 and (c.unit_id, c.plan_id, c.period) = (s.unit_id, s.plan_id, s.period)
           and c.corrects_id is not null and c.state not in ('APPROVED', 'WITHDRAWN', 'SUPERSEDED'))`,
      [commune, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Locks a report and the one it corrects, always in the order of ids, until this transaction ends. Its plan cannot be
   * closed meanwhile.
   */
  async lock({ commune }: Reach, id: string): Promise<void> {
    await this.database.rows(
      'submissions.lock.plan',
      `select from plan
       where commune_id = $1 and id = (select plan_id from submission where commune_id = $1 and id = $2) for share`,
      [commune, id],
    );
    await this.database.rows(
      'submissions.lock',
      `select from submission
       where commune_id = $1
         and (id = $2 or id = (select corrects_id from submission where commune_id = $1 and id = $2))
       order by id for update`,
      [commune, id],
    );
  }

  /** Indicators of a plan as entries are judged by them, by code, in the order of the document. */
  async reportedIndicators(reach: Reach, planId: string): Promise<ReportedIndicators> {
    return (await this.reportedIndicatorsOf(reach, [planId]))(planId);
  }

  /** `reportedIndicators` of several plans, by id. */
  async reportedIndicatorsOf(
    { commune, sees }: Reach,
    planIds: readonly string[],
  ): Promise<(planId: string) => ReportedIndicators> {
    const rows = await this.database.rows<ReportedIndicator & { id: string; planId: string }>(
      'submissions.reportedIndicatorsOf',
      `select id, plan_id as "planId", code,
         json_build_object('unit', measure_unit, 'displayUnit', display_unit, 'scale', scale) as measure,
         out_of as "outOf", over_units as "overUnits", derived,
         retired_on as "retiredOn", evidence_required as "evidenceRequired", responsible_unit_id as "responsibleUnitId"
       from indicator where commune_id = $1 and plan_id = any ($2) and audience >= $3::audience
       order by sort_order, code`,
      [commune, planIds, sees],
    );
    const rowsOf = grouped(rows, ({ planId }) => [planId]);
    return (planId) => new Map(rowsOf(planId).map((each) => [each.code, each]));
  }

  /** Hashes (hex) of the files that exist, by id. An erased file proves nothing any more and is left out. */
  async hashes({ commune }: Reach, files: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; sha256: string }>(
      'submissions.hashes',
      'select id, sha256 from file where commune_id = $1 and id = any ($2) and sha256 <> $3',
      [commune, files, erasedHash],
    );
    return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
  }

  /** Paths of the units that answer for indicators, on a day, by indicator id; "" where none does. */
  async responsible({ commune }: Reach, indicatorIds: readonly string[], on: string): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; path: string }>(
      'submissions.responsible',
      `select i.id, coalesce(
         (select path from ${termOn('i.commune_id', 'i.responsible_unit_id', '$3::date')} t), '') as path
       from indicator i where i.commune_id = $1 and i.id = any ($2)`,
      [commune, indicatorIds, on],
    );
    return new Map(rows.map(({ id, path }) => [id, path]));
  }
}
