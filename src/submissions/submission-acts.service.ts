import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { AtVersion, CommuneAt } from '../api/place.js';
import { wrongState } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { during } from '../indicators/period.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { PlansService } from '../indicators/plans.service.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse, wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { isSaid } from './blank-entry.rules.js';
import { EntriesService } from './entries.service.js';
import { brokenNames } from './entry-names.rules.js';
import { scopesOf, withFigureInForce, withoutJudgements } from './entry.rules.js';
import { FindingsService } from './findings.service.js';
import { approvals, isVerified, judge, verifications, withVerificationDay } from './judgement.rules.js';
import { ResultActsService } from './result-acts.service.js';
import { SubmissionDraftsService } from './submission-drafts.service.js';
import { Submission } from './submission.entity.js';
import type {
  AmendSubmission,
  ApproveSubmission,
  CorrectSubmission,
  DraftSubmission,
  ReturnSubmission,
  SubmissionAt,
  VerifySubmission,
  WithdrawSubmission,
} from './submission.inputs.js';
import { brokenPlace, brokenReport } from './submission.rules.js';
import { submissionWorkflow } from './submission.workflow.js';
import { SubmissionOwedService } from './submission-owed.service.js';
import { SubmissionStepsService } from './submission-steps.service.js';
import { SubmissionsQueries } from './submissions.queries.js';
import { SubmissionsService, withSeasons } from './submissions.service.js';

/** Reports as units write them and the commune verifies, returns and approves them. */
@Injectable()
export class SubmissionActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: SubmissionsQueries,
    private readonly submissions: SubmissionsService,
    private readonly entries: EntriesService,
    private readonly drafts: SubmissionDraftsService,
    private readonly findings: FindingsService,
    private readonly results: ResultActsService,
    private readonly plans: PlansService,
    private readonly steps: SubmissionStepsService,
    private readonly owed: SubmissionOwedService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Drafts a unit's report, with an empty entry for each figure it owes where none are given. Refusals: FORBIDDEN;
   * ON_BEHALF_MISSING; STATE unless the plan is issued; PERIOD_CLOSED; ALREADY_REPORTED; RULE with every rule unit,
   * period and entries break; ASKED_BACK.
   */
  draftSubmission(
    caller: Caller,
    commune: string,
    { plan: planKey, unit: unitCode, narrative, entries: given, confirm, ...input }: DraftSubmission,
  ): Promise<Submission> {
    const drafted = { commune, entity: Submission, kind: 'submission.drafted' } as const;
    const draft = async (reach: Reach) => {
      const plan = await this.plans.planToReport(caller, commune, planKey);
      const on = during(input.period, daysOfSeasons(plan.settings));
      const unit = await this.units.unitNamed(caller, { commune, unit: unitCode, on }, '/unit');
      caller.demandOwnStatement('draftSubmission', commune, { code: unitCode, path: unit.pathToday });
      if (plan.state !== 'ISSUED') throw wrongState({ of: 'plan', ...plan });
      const slot = { ...input, planId: plan.id, unitId: unit.id };
      const indicators = await this.queries.reportedIndicators(reach, plan.id);
      const { settings: planSettings } = plan;
      const amending = { ...slot, planSettings, entries: [], indicators, confirm };
      const { entries: said, points, ...read } = await this.entries.amend(reach, amending, given ?? []);
      this.records.refuseOrConfirm({ ...read, points: [...brokenPlace(plan, unit, input.period), ...points] });
      await this.steps.refuseFrozen(reach, { ...slot, planSettings });
      const owing = { ...slot, communeId: reach.communeId, unitCode: unit.code, unitKind: unit.kind };
      const entries = given ? said : await this.owed.blanks(caller, owing, indicators);
      return this.drafts.insert(caller, reach, {
        ...slot,
        ...{ plan: plan.key, unitCode: unit.code, narrative, entries },
        against: { planYears: plan, planSettings, indicators },
      });
    };
    return this.owed.answering(caller, commune, () => this.records.add(caller, drafted, draft));
  }

  /**
   * Amends a draft or a returned report. Refusals: FORBIDDEN; ON_BEHALF_MISSING; STALE; STATE; RULE with every rule
   * its entries break, or NOTHING_CHANGED; ASKED_BACK.
   */
  amendSubmission(
    caller: Caller,
    at: AtVersion<SubmissionAt>,
    { narrative, entries: given = [], confirm }: AmendSubmission,
  ): Promise<Submission> {
    return this.steps.act(caller, { act: 'amendSubmission', at }, async (before, reach) => {
      const indicators = await this.queries.reportedIndicators(reach, before.planId);
      const amending = { ...before, indicators, confirm };
      const { entries, ...read } = await this.entries.amend(reach, amending, given);
      this.records.refuseOrConfirm(read);
      const after = { narrative: { ...before.narrative, ...narrative }, entries };
      const sameContent = (await this.entries.hash(reach, { ...before, ...after })) === before.contentHash;
      if (sameContent && isDeepStrictEqual(scopesOf(entries), scopesOf(before.entries)))
        throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      return { ...after, findings: await this.findings.find(caller, reach, { ...before, ...after, indicators }) };
    });
  }

  /**
   * A unit submits its report; the answer names what is left out. Whether it is an estimate is judged now, whether it
   * is late by its first submission. Refusals: FORBIDDEN; ON_BEHALF_MISSING; STALE; STATE; PERIOD_CLOSED; RULE with all
   * that `brokenReport` finds.
   */
  submitSubmission(caller: Caller, at: AtVersion<SubmissionAt>): Promise<Submission> {
    const submit = () =>
      this.steps.act(caller, { act: 'submitSubmission', at }, async (before, reach) => {
        await this.steps.refuseFrozen(reach, before);
        const indicators = await this.queries.reportedIndicators(reach, before.planId);
        refuse(brokenReport(withSeasons(before), indicators, caller.on));
        return {
          ...(await this.steps.timeliness(caller, reach, before)),
          state: submissionWorkflow.submitSubmission.to,
          submittedOn: caller.on,
          submittedBy: caller.id,
          returnedReason: null,
          findings: await this.findings.find(caller, reach, { ...before, indicators }),
          entries: before.entries.filter(isSaid).map(withoutJudgements),
        };
      });
    return this.owed.answering(caller, at.commune, submit);
  }

  /**
   * Verifies the entries the caller is responsible for. Refusals: FORBIDDEN without any; STALE; STATE; RULE for a
   * figure that differs and gives no reason, and for verified figures that contradict each other then; ASKED_BACK.
   */
  verifySubmission(
    caller: Caller,
    at: AtVersion<SubmissionAt>,
    { entries: given = [], confirm }: VerifySubmission,
  ): Promise<Submission> {
    return this.steps.act(caller, { act: 'verifySubmission', at }, async (before, reach) => {
      const judgements = verifications(given);
      const indicators = await this.queries.reportedIndicators(reach, before.planId);
      const judgedCodes = before.verifiable;
      const how = { from: 'reported', to: 'verified', judgedCodes, indicators, confirm } as const;
      const { entries, ...read } = judge(before.entries, judgements, how);
      this.records.refuseOrConfirm(read);
      const verified = withVerificationDay(caller.on, { entries, judgements, judgedCodes });
      return {
        entries: verified,
        findings: await this.findings.refuseOrFindJudged(caller, reach, { ...before, entries: verified, indicators }),
        state: verified.every(isVerified) ? submissionWorkflow.verifySubmission.to : before.state,
      };
    });
  }

  /**
   * Returns a report to be mended. Refusals: FORBIDDEN for a caller who verifies none of its entries; STALE; STATE;
   * RULE for a remark on no entry.
   */
  returnSubmission(
    caller: Caller,
    at: AtVersion<SubmissionAt>,
    { reason, entries: remarks = [] }: ReturnSubmission,
  ): Promise<Submission> {
    return this.steps.act(caller, { act: 'returnSubmission', at, reason }, ({ entries }) => {
      refuse(brokenNames(remarks, entries));
      const remarkOn = new Map(remarks.map(({ indicatorCode, remark }) => [indicatorCode, remark]));
      return {
        state: submissionWorkflow.returnSubmission.to,
        returnedReason: reason,
        entries: entries.map((entry) => ({ ...entry, remark: remarkOn.get(entry.indicatorCode) ?? null })),
      };
    });
  }

  /**
   * Approves a verified report: its figures become results, a correction supersedes the report it corrects. Refusals:
   * FORBIDDEN; FOUR_EYES; STALE; STATE; PERIOD_CLOSED; RULE for a figure that differs and gives no reason, and for
   * figures that contradict each other then; ASKED_BACK.
   */
  approveSubmission(
    caller: Caller,
    at: AtVersion<SubmissionAt>,
    { entries: given = [], confirm }: ApproveSubmission,
  ): Promise<Submission> {
    // Report and results are one transaction.
    return this.database.write(caller, caller.reachIn(at.commune).communeId, async () => {
      const approved = await this.steps.act(caller, { act: 'approveSubmission', at }, async (before, reach) => {
        await this.steps.refuseFrozen(reach, before);
        const indicators = await this.queries.reportedIndicators(reach, before.planId);
        const how = { from: 'verified', to: 'approved', indicators, confirm } as const;
        const { entries, ...read } = judge(before.entries, approvals(given), how);
        this.records.refuseOrConfirm(read);
        // One approved report holds the slot: the other gives it up first.
        if (before.correctsId !== null) await this.steps.supersede(caller, at.commune, before.correctsId);
        const findings = await this.findings.refuseOrFindJudged(caller, reach, { ...before, entries, indicators });
        return { state: submissionWorkflow.approveSubmission.to, approvedOn: caller.on, entries, findings };
      });
      await this.results.recordResults(caller, approved);
      return approved;
    });
  }

  /** A unit takes its report back. Refusals: FORBIDDEN; ON_BEHALF_MISSING; STALE; STATE once it is verified. */
  withdrawSubmission(caller: Caller, at: AtVersion<SubmissionAt>, { reason }: WithdrawSubmission): Promise<Submission> {
    return this.steps.act(caller, { act: 'withdrawSubmission', at, reason }, () => ({
      state: submissionWorkflow.withdrawSubmission.to,
    }));
  }

  /**
   * Drafts the correction of an approved report: a new one with the figures in force. Refusals: FORBIDDEN;
   * ON_BEHALF_MISSING; STATE; PERIOD_CLOSED; ALREADY_REPORTED when another is on its way.
   */
  correctSubmission(caller: Caller, at: CommuneAt & SubmissionAt, { reason }: CorrectSubmission): Promise<Submission> {
    const correction = { commune: at.commune, entity: Submission, kind: 'submission.drafted', reason } as const;
    return this.records.add(caller, correction, async (reach) => {
      const type = this.submissions.recordType;
      const before = await this.records.load(caller, { type, act: 'correctSubmission', at });
      const { id: correctsId, planId, plan, unitId, unitCode, period } = before;
      const { narrative, findings, planYears, planSettings } = before;
      await this.steps.refuseFrozen(reach, before);
      return this.drafts.insert(caller, reach, {
        ...{ planId, plan, unitId, unitCode, period },
        ...{ narrative, correctsId, findings },
        ...this.steps.keptLateness(before),
        entries: before.entries.map(withFigureInForce),
        against: { planYears, planSettings, indicators: await this.queries.reportedIndicators(reach, planId) },
      });
    });
  }
}
