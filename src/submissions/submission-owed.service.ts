import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { RecordKey } from '../api/found.js';
import { byCommune, grouped } from '../database/batch.js';
import { Database } from '../database/database.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { OwedQueries } from '../periods/owed.queries.js';
import { owes, reportedFor } from '../periods/owed.rules.js';
import type { Submission } from './submission.entity.js';
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
        const indicators = await this.queries.owing(caller.inCommune(communeId), planIds);
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

  /** Runs an act on a report; its answer says what the unit owes, and what the report leaves out. */
  answering(caller: Caller, commune: string, act: () => Promise<Submission>): Promise<Submission> {
    return this.database.write(caller, caller.in(commune).commune, async () => {
      const report = await act();
      const [owed = []] = await this.owed(caller, [report]);
      return { ...report, owed, leftOut: without(owed, report.entries) };
    });
  }
}

function without(codes: readonly string[], entries: readonly { indicatorCode: string }[]): string[] {
  const told = new Set(entries.map(({ indicatorCode }) => indicatorCode));
  return codes.filter((code) => !told.has(code));
}
