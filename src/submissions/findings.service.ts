import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { thresholdsOf } from '../indicators/threshold.rules.js';
import { refuse } from '../refusals.js';
import { brokenFigures, findingsOf, withExplanations, type CheckedReport } from './finding.rules.js';
import type { Finding } from './finding.view.js';
import { FindingsQueries } from './findings.queries.js';
import { asJudged } from './judgement.rules.js';
import type { ReportedIndicators, SubmissionRow } from './submissions.queries.js';

/** A report as it is about to be written. `findings`: those before; their explanations stay while they do. */
type Found = CheckedReport &
  Pick<SubmissionRow, 'planPeriod' | 'planSettings' | 'findings'> & { indicators: ReportedIndicators };

/** Findings of reports. Part of the write of the act that changes the report. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly database: Database,
    private readonly queries: FindingsQueries,
  ) {}

  /** Findings about a report as it is judged. Refusal: RULE for figures that are out of order, or contradict. */
  findJudged(caller: Caller, reach: Reach, report: Found): Promise<Finding[]> {
    const judged = { ...report, entries: report.entries.map(asJudged) };
    refuse(brokenFigures({ ...judged, seasons: daysOfSeasons(report.planSettings) }, report.indicators));
    return this.find(caller, reach, judged);
  }

  /** Findings about a report on the legal date: the same by every key, also by one that is bound to a unit. */
  async find(
    caller: Caller,
    { commune }: Reach,
    { unitId, period, entries, planPeriod, planSettings, findings, indicators }: Found,
  ): Promise<Finding[]> {
    const reported = entries.flatMap(({ indicatorCode }) => indicators.get(indicatorCode) ?? []);
    const own = reported.flatMap(({ id, continuesId }) => (continuesId === null ? [id] : [id, continuesId]));
    const ofCommune = new Set(entries.flatMap((each) => (each.scope === 'COMMUNE' ? each.indicatorCode : [])));
    const whole = reported.filter(({ code }) => ofCommune.has(code));
    const heldAgainst = { unitId, period, own, whole: whole.map(({ id }) => id), on: caller.on };
    const unbound = caller.unbound();
    const reach = unbound.inCommune(commune);
    const known = await this.database.read(unbound, async () => ({
      results: await this.queries.figuresInForce(reach, heldAgainst),
      targets: await this.queries.targets(reach, heldAgainst),
    }));
    const facts = { ...known, thresholds: thresholdsOf(planSettings), planPeriod };
    const report = { unitId, period, entries, seasons: daysOfSeasons(planSettings) };
    return withExplanations(findingsOf(report, indicators, facts), findings);
  }
}
