import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse } from '../refusals.js';
import { explain } from './finding.rules.js';
import type { Submission } from './submission.entity.js';
import type { ExplainFinding, SubmissionAt } from './submission.inputs.js';
import { SubmissionsService } from './submissions.service.js';

/** Findings as units explain them. */
@Injectable()
export class FindingActsService {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * A unit explains a WARNING of its report (giải trình). Refusals: FORBIDDEN; ON_BEHALF_MISSING; STALE; STATE once
   * the report is approved or withdrawn; RULE for a finding that is not there, or an ERROR.
   */
  explainFinding(caller: Caller, at: AtVersion<SubmissionAt>, input: ExplainFinding): Promise<Submission> {
    const step = { type: this.submissions.recordType, act: 'explainFinding', at } as const;
    return this.records.act(caller, step, (before) => {
      const { findings, points } = explain(before.findings, input);
      refuse(points);
      return { findings };
    });
  }
}
