import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { RemovalsService } from '../journal/removals.service.js';
import { Refusal } from '../refusals.js';
import { EntriesService } from './entries.service.js';
import { FindingsService } from './findings.service.js';
import type { EntryValues } from './entry.rules.js';
import { Submission } from './submission.entity.js';
import type { DropSubmission, SubmissionAt } from './submission.inputs.js';
import { drafting } from './submission.workflow.js';
import { SubmissionsQueries, type ReportedIndicators, type SubmissionRow } from './submissions.queries.js';
import { SubmissionsService } from './submissions.service.js';

/** A new report; of a correction also what it takes over. */
type Draft = Pick<SubmissionRow, 'planId' | 'plan' | 'unitId' | 'unitCode' | 'period'> &
  Partial<Pick<SubmissionRow, 'correctsId' | 'dueOn' | 'late' | 'findings'>> & {
    narrative?: Partial<Submission['narrative']>;
    entries: readonly EntryValues[];
    /** Members of the plan that the figures are checked against. */
    against: Pick<SubmissionRow, 'planYears' | 'planSettings'> & { indicators: ReportedIndicators };
  };

const noProse = { done: null, shortfalls: null, causes: null, proposals: null };
const noReport = { correctsId: null, dueOn: null, late: null };

/** The slots that reports take: one for a unit, plan and period, and one for the correction on its way. */
@Injectable()
export class SubmissionDraftsService {
  constructor(
    private readonly database: Database,
    private readonly queries: SubmissionsQueries,
    private readonly submissions: SubmissionsService,
    private readonly entries: EntriesService,
    private readonly findings: FindingsService,
    private readonly removals: RemovalsService,
  ) {}

  /** Inserts a new report, if its slot is free. Part of the act that drafts it. Refusals: ALREADY_REPORTED; BUSY. */
  async insert(caller: Caller, reach: Reach, draft: Draft): Promise<Submission> {
    const { entries, against, findings = [], ...given } = draft;
    const narrative = { ...noProse, ...given.narrative };
    const contentSalt = randomBytes(16);
    const row = {
      ...noReport,
      ...given,
      narrative,
      communeId: reach.communeId,
      id: v7(),
      version: 1,
      state: drafting.to,
      audience: 'INSIDE',
      findings: await this.findings.find(caller, reach, { ...draft, ...against, findings }),
      contentSalt,
      contentHash: await this.entries.hash(reach, { ...draft, narrative, contentSalt }),
    } as const;
    // The later of two at once waits here, and can still be told which report holds the slot.
    await this.database.manager.createQueryBuilder().insert().into(Submission).values(row).orIgnore().execute();
    const occupant = await this.queries.occupant(reach, draft, row.correctsId !== null);
    if (!occupant) throw new Refusal('BUSY');
    if (occupant.id !== row.id) throw new Refusal('ALREADY_REPORTED', { id: occupant.id, current: occupant.version });
    await this.entries.insert(reach, row.id, entries);
    return this.submissions.submission(caller, reach.key, row.id);
  }

  /**
   * Drops a draft that was never submitted, with its entries: its place is free again. Refusals: FORBIDDEN;
   * ON_BEHALF_MISSING; STALE; STATE once it is submitted.
   */
  async dropSubmission(caller: Caller, at: AtVersion<SubmissionAt>, { reason }: DropSubmission): Promise<Submission> {
    const step = { type: this.submissions.recordType, act: 'dropSubmission', at, reason } as const;
    const clear = (before: SubmissionRow) => this.entries.replace(caller.reachIn(at.commune), before, []);
    return { ...(await this.removals.act(caller, step, clear)), entries: [] };
  }
}
