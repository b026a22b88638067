import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import type { JournaledAct } from '../api/workflow.js';
import { spanOf } from '../indicators/period.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { beforeBound } from '../journal/bound.rules.js';
import { RecordsService } from '../journal/records.service.js';
import { judgedBefore, keepsLateness, timelinessOf, type Timeliness } from '../periods/due.rules.js';
import { PeriodsService } from '../periods/periods.service.js';
import { refuse } from '../refusals.js';
import { EntriesService } from './entries.service.js';
import type { EntryValues } from './entry.rules.js';
import { Submission } from './submission.entity.js';
import type { SubmissionAt } from './submission.inputs.js';
import { supersession, type submissionWorkflow } from './submission.workflow.js';
import type { SubmissionRow } from './submissions.queries.js';
import { SubmissionsService } from './submissions.service.js';

/** The columns a step changes, and the entries it replaces. */
type Changed = Partial<Omit<Submission, 'entries'>> & { entries?: readonly EntryValues[] };

type PlanAndPeriod = Pick<SubmissionRow, 'planId' | 'period' | 'planSettings'>;

/** The steps of a report's life, and what the calendar of its plan says of them. */
@Injectable()
export class SubmissionStepsService {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly entries: EntriesService,
    private readonly periods: PeriodsService,
    private readonly records: RecordsService,
  ) {}

  /** One step of a report's life: entries and hash change with its columns. Refusals: those of `records.act`. */
  act(
    caller: Caller,
    { act, at, reason }: { act: JournaledAct<typeof submissionWorkflow>; at: AtVersion<SubmissionAt>; reason?: string },
    decide: (before: SubmissionRow & { verifiable: ReadonlySet<string> }, reach: Reach) => Changed | Promise<Changed>,
  ): Promise<Submission> {
    return this.records.act(caller, { type: this.submissions.recordType, act, at, reason }, async (before) => {
      const reach = caller.reachIn(at.commune);
      const { entries = before.entries, ...columns } = await decide(before, reach);
      await this.entries.replace(reach, before, entries);
      return { ...columns, contentHash: await this.entries.hash(reach, { ...before, ...columns, entries }) };
    });
  }

  /**
   * Supersedes the report that a correction replaces. Part of the approval. Refusal: RULE for a legal date
   * before its own approval.
   */
  async supersede(caller: Caller, commune: string, id: string): Promise<void> {
    const before = await this.submissions.submission(caller, commune, id);
    if (before.approvedOn !== null) refuse(beforeBound(caller.on, { day: before.approvedOn, of: 'APPROVAL' }));
    const superseded = { entity: Submission, before, kind: 'submission.superseded' } as const;
    await this.records.change<SubmissionRow>(caller, superseded, { state: supersession.to });
  }

  /** Refuses a change of the figures of a closed period. Part of a step that holds the plan. Refusal: PERIOD_CLOSED. */
  refuseFrozen(reach: Reach, { planId, period, planSettings: settings }: PlanAndPeriod): Promise<void> {
    return this.periods.refuseFrozen(reach, { planId, period, settings });
  }

  /** Lateness that the correction of a report begins with; none where it is judged by its own day. */
  keptLateness({ period, planSettings, estimate, dueOn, late }: SubmissionRow): Partial<Timeliness> {
    return keepsLateness({ estimate, dueOn }, spanOf(period, daysOfSeasons(planSettings))) ? { dueOn, late } : {};
  }

  /** How a report stands in time when it is submitted: see `judgedBefore`. */
  async timeliness(caller: Caller, reach: Reach, report: SubmissionRow): Promise<Timeliness> {
    const { planId, period, planSettings: settings, unitId, correctsId } = report;
    const corrected =
      correctsId === null ? undefined : await this.submissions.submission(caller, reach.key, correctsId);
    const due = await this.periods.dueDay(reach, { planId, period, settings }, unitId);
    const span = spanOf(period, daysOfSeasons(settings));
    const judged = timelinessOf(caller.on, span, due);
    const before = judgedBefore(report, corrected, span);
    return before ? { ...judged, dueOn: before.dueOn, late: before.late } : judged;
  }
}
