import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { periodOf } from '../indicators/period.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { thresholdsOf } from '../indicators/threshold.rules.js';
import { refuse } from '../refusals.js';
import { brokenFigures, findingsOf, withExplanations, type CheckedReport } from './finding.rules.js';
import { isVerified } from './judgement.rules.js';
import type { Finding } from './finding.view.js';
import { FindingsQueries } from './findings.queries.js';
import { withFigureInForce } from './judgement.rules.js';
import type { ReportedIndicators, SubmissionRow } from './submissions.queries.js';

/** A report as it is about to be written. `findings`: those before; their explanations stay while they do. */
type ReportToCheck = CheckedReport &
  Pick<SubmissionRow, 'planYears' | 'planSettings' | 'findings'> & { indicators: ReportedIndicators };

/** Findings of reports. Part of the write of the act that changes the report. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly database: Database,
    private readonly queries: FindingsQueries,
  ) {}

  /**
   * Findings about a report as it is judged. Refusal: RULE for verified figures that are out of order, or contradict.
   * A contradiction to a figure that another verifier still has to look at is a finding, and stops nothing yet.
   */
  refuseOrFindJudged(caller: Caller, reach: Reach, report: ReportToCheck): Promise<Finding[]> {
    const entries = report.entries.map(withFigureInForce);
    const verified = { ...report, entries: entries.filter(isVerified), seasons: daysOfSeasons(report.planSettings) };
    refuse(brokenFigures(verified, report.indicators));
    return this.find(caller, reach, { ...report, entries });
  }

  /** Findings about a report on the legal date: the same by every key, also by one that is bound to a unit. */
  async find(
    caller: Caller,
    { communeId }: Reach,
    { unitId, period, entries, planYears, planSettings, findings, indicators }: ReportToCheck,
  ): Promise<Finding[]> {
    const reported = entries.flatMap(({ indicatorCode }) => indicators.get(indicatorCode) ?? []);
    const own = reported.flatMap(({ id, continuesId }) => (continuesId === null ? [id] : [id, continuesId]));
    const ofCommune = new Set(entries.flatMap((each) => (each.scope === 'COMMUNE' ? each.indicatorCode : [])));
    const whole = reported.filter(({ code }) => ofCommune.has(code));
    const heldAgainst = { unitId, period, own, whole: whole.map(({ id }) => id), on: caller.on };
    const unbound = caller.unbound();
    const reach = unbound.reachById(communeId);
    const known = await this.database.read(unbound, async () => ({
      results: await this.queries.figuresInForce(reach, heldAgainst),
      targets: await this.queries.targets(reach, heldAgainst),
    }));
    const facts = { ...known, thresholds: thresholdsOf(planSettings), planPeriod: periodOf(planYears) };
    const report = { unitId, period, entries, seasons: daysOfSeasons(planSettings) };
    return withExplanations(findingsOf(report, indicators, facts), findings);
  }
}
