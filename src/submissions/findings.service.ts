import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { thresholdsOf } from '../indicators/threshold.rules.js';
import { findingsOf, withExplanations, type CheckedReport } from './finding.rules.js';
import type { Finding } from './finding.view.js';
import { FindingsQueries } from './findings.queries.js';
import { SubmissionsQueries, type SubmissionRow } from './submissions.queries.js';

/** Findings of reports. Part of the write of the act that changes the report. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly queries: FindingsQueries,
    private readonly submissions: SubmissionsQueries,
  ) {}

  /**
   * Findings about a report as it is about to be written, on the legal date. `findings`: those before; their
   * explanations stay while code and figures do.
   */
  async find(
    { on }: Pick<Caller, 'on'>,
    reach: Reach,
    report: CheckedReport & Pick<SubmissionRow, 'planId' | 'planSettings' | 'findings'>,
  ): Promise<Finding[]> {
    const indicators = await this.submissions.reportedIndicators(reach, report.planId);
    const ids = report.entries.flatMap(({ indicatorCode }) => {
      const indicator = indicators.get(indicatorCode);
      return indicator ? [indicator.id, ...(indicator.continuesId === null ? [] : [indicator.continuesId])] : [];
    });
    const results = await this.queries.figuresInForce(reach, ids, on);
    const targets = await this.queries.targets(reach, ids);
    const { unitId, period, entries } = report;
    const thresholds = thresholdsOf(report.planSettings);
    const found = findingsOf({ unitId, period, entries }, indicators, { results, targets, thresholds });
    return withExplanations(found, report.findings);
  }
}
