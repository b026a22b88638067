import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { RecordKey } from '../api/found.js';
import { byCommune, grouped } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { OwedQueries } from '../periods/owed.queries.js';
import { owes, reportedFor } from '../periods/owed.rules.js';
import { blankEntry, isSaid } from './blank-entry.rules.js';
import type { Entry } from './entry.entity.js';
import type { EntryValues } from './entry.rules.js';
import type { Submission } from './submission.entity.js';
import type { ReportedIndicators } from './submissions.queries.js';
import { SubmissionsService } from './submissions.service.js';

/** A report as far as what its unit owes follows from it. */
type OwingReport = Pick<Submission, 'communeId' | 'planId' | 'period' | 'unitId' | 'unitCode' | 'unitKind'>;

/** Figures that the units of reports owe for their periods. */
@Injectable()
export class SubmissionOwedService {
  constructor(
    private readonly database: Database,
    private readonly queries: OwedQueries,
    private readonly submissions: SubmissionsService,
  ) {}

  /** Codes of the indicators that the unit of each report owes for its period, in the order of the plan. */
  owed(caller: Caller, reports: readonly OwingReport[]): Promise<string[][]> {
    return this.database.read(caller, () =>
      byCommune(reports, async (communeId, rows) => {
        const planIds = [...new Set(rows.map(({ planId }) => planId))];
        const indicators = await this.queries.owing(caller.reachById(communeId), planIds);
        const indicatorsOf = grouped(indicators, ({ planId }) => [planId]);
        return rows.map(({ planId, period, unitId: id, unitCode: code, unitKind: kind }) => {
          const ofPlan = indicatorsOf(planId);
          const [plan] = ofPlan;
          if (!plan) return [];
          return reportedFor(ofPlan, period, { plan, seasons: daysOfSeasons(plan.settings) })
            .filter((each) => owes({ id, code, kind }, each, new Set(each.targeted)))
            .map((each) => each.code);
        });
      }),
    );
  }

  /** Codes of those that each report leaves out: no figure, and no word that there is nothing to report. */
  async leftOut(caller: Caller, reports: readonly (OwingReport & RecordKey)[]): Promise<string[][]> {
    const owed = await this.owed(caller, reports);
    const entries = await this.submissions.entriesOf(caller, reports);
    return owed.map((codes, index) => without(codes, entries[index] ?? []));
  }

  /** An empty entry for each figure that the unit of a new report owes. Part of the act that drafts the report. */
  async blanks(caller: Caller, report: OwingReport, indicators: ReportedIndicators): Promise<EntryValues[]> {
    const [owed = []] = await this.owed(caller, [report]);
    return owed.flatMap((code) => {
      const indicator = indicators.get(code);
      return indicator ? blankEntry(indicator, report.unitId) : [];
    });
  }

  /** One report with what its unit owes, and what it leaves out. Refusal: NOT_FOUND. */
  submission(caller: Caller, commune: string, id: string, members?: Projection): Promise<Submission> {
    return this.database.read(caller, async () =>
      this.withOwed(caller, await this.submissions.submission(caller, commune, id, members)),
    );
  }

  /** Runs an act on a report; its answer says what the unit owes, and what the report leaves out. */
  answering(caller: Caller, commune: string, act: () => Promise<Submission>): Promise<Submission> {
    return this.database.write(caller, caller.reachIn(commune).communeId, async () =>
      this.withOwed(caller, await act()),
    );
  }

  private async withOwed(caller: Caller, report: Submission): Promise<Submission> {
    const [owed = []] = await this.owed(caller, [report]);
    return { ...report, owed, leftOut: without(owed, report.entries) };
  }
}

function without(codes: readonly string[], entries: readonly Entry[]): string[] {
  const told = new Set(entries.filter(isSaid).map(({ indicatorCode }) => indicatorCode));
  return codes.filter((code) => !told.has(code));
}
