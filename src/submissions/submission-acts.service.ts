import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { PlansService } from '../indicators/plans.service.js';
import { JournalService } from '../journal/journal.service.js';
import { refuse, Refusal, wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { Entry, Evidence } from './entry.entity.js';
import { amended, inForce, judged, misnamed, unseen, type ReportedIndicator, type EntryValues } from './entry.rules.js';
import { ResultsService } from './results.service.js';
import { Submission } from './submission.entity.js';
import type {
  AmendSubmission,
  ApproveSubmission,
  CorrectSubmission,
  DraftSubmission,
  EntryGiven,
  ReturnSubmission,
  VerifySubmission,
  WithdrawSubmission,
} from './submission.inputs.js';
import { brokenPlace, brokenReport, contentHash } from './submission.rules.js';
import { corrected, demandStep, drafted, submissionWorkflow, type SubmissionAct } from './submission.workflow.js';
import { SubmissionsQueries, type SubmissionRow } from './submissions.queries.js';
import { demandRight, SubmissionsService } from './submissions.service.js';

/** Which report, the version its change was decided on, and why it is changed. */
interface Step {
  act: Exclude<SubmissionAct, 'correctSubmission'>;
  commune: string;
  id: string;
  expectedVersion: number;
  reason?: string;
}

/** What a step changes. */
type Changed = Partial<Omit<Submission, 'entries'>> & { entries?: readonly EntryValues[] };

/** A report about to be changed. */
interface ReportForUpdate {
  before: SubmissionRow;
  /** The plan's indicators by code, in its order. */
  indicators: ReadonlyMap<string, ReportedIndicator & { id: string }>;
  /** Codes of the entries the caller verifies. */
  verifies: ReadonlySet<string>;
}

const silent = { done: null, shortfalls: null, causes: null, proposals: null };

/** Reports as units write them and the commune verifies, returns and approves them. */
@Injectable()
export class SubmissionActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: SubmissionsQueries,
    private readonly submissions: SubmissionsService,
    private readonly results: ResultsService,
    private readonly plans: PlansService,
    private readonly units: UnitsService,
    private readonly journal: JournalService,
  ) {}

  /** Drafts a unit's report. Refusals: ON_BEHALF_MISSING; STATE unless the plan is issued; ALREADY_REPORTED; RULE with every rule unit, period and entries break. */
  draftSubmission(
    caller: Caller,
    commune: string,
    { plan: planKey, unit: unitCode, period, narrative, entries = [] }: DraftSubmission,
  ): Promise<Submission> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      const plan = await this.plans.planToReport(caller, commune, planKey);
      const unit = await this.units.unitNamed(caller, commune, unitCode, '/unit');
      caller.demandSaying('draftSubmission', commune, unit);
      if (plan.state !== 'ISSUED') throw new Refusal('STATE', { state: plan.state });
      const place = { planId: plan.id, unitId: unit.id, period };
      const indicators = await this.queries.asking(reach, plan.id);
      const draft = {
        ...place,
        plan: plan.key,
        unitCode: unit.code,
        narrative: { ...silent, ...narrative },
        correctsId: null,
      };
      const told = await this.amended(reach, [], entries, { ...place, indicators });
      refuse([...brokenPlace(plan, unit, period), ...told.points]);
      return this.draft(caller, reach, { ...draft, lastOn: null, entries: told.entries });
    });
  }

  /** Amends a draft or a returned report. Refusals: STALE; STATE; RULE with every rule its entries break. */
  amendSubmission(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { narrative, entries = [] }: AmendSubmission,
  ): Promise<Submission> {
    return this.changed(
      caller,
      { act: 'amendSubmission', commune, id, expectedVersion },
      'submission.amended',
      async ({ before, indicators }) => {
        const told = await this.amended(caller.in(commune), before.entries, entries, { ...before, indicators });
        refuse(told.points);
        const after = { narrative: { ...before.narrative, ...narrative }, entries: told.entries };
        if ((await this.hashOf(caller.in(commune), { ...before, ...after })) === before.contentHash)
          throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
        return after;
      },
    );
  }

  /** A unit submits its report. Refusals: STALE; STATE; RULE with all that `brokenReport` finds. */
  submitSubmission(caller: Caller, commune: string, id: string, expectedVersion: number): Promise<Submission> {
    return this.changed(
      caller,
      { act: 'submitSubmission', commune, id, expectedVersion },
      'submission.submitted',
      ({ before, indicators }) => {
        refuse(brokenReport(before, indicators, caller.on));
        return {
          state: submissionWorkflow.submitSubmission.to,
          lastOn: caller.on,
          submittedOn: caller.on,
          submittedBy: caller.id,
          returnedReason: null,
          entries: before.entries.map(unseen),
        };
      },
    );
  }

  /** Verifies the entries the caller is responsible for. Refusals: STALE; STATE; FORBIDDEN without any; RULE for a figure that differs and gives no reason. */
  verifySubmission(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { entries: found = [] }: VerifySubmission,
  ): Promise<Submission> {
    return this.changed(
      caller,
      { act: 'verifySubmission', commune, id, expectedVersion },
      'submission.verified',
      ({ before, indicators, verifies }) => {
        const judgements = found.map(({ indicatorCode, verified, verifiedReason }) => ({
          indicatorCode,
          value: verified,
          reason: verifiedReason,
        }));
        const { entries, points } = judged(before.entries, judgements, {
          from: 'reported',
          to: 'verified',
          mine: verifies,
          indicators,
          unitId: before.unitId,
        });
        refuse(points);
        const named = new Set(judgements.map(({ indicatorCode }) => indicatorCode));
        const verified = entries.map((entry) =>
          verifies.has(entry.indicatorCode) && (entry.verifiedOn === null || named.has(entry.indicatorCode))
            ? { ...entry, verifiedOn: caller.on }
            : entry,
        );
        return {
          lastOn: caller.on,
          entries: verified,
          state: verified.every(({ verifiedOn }) => verifiedOn !== null)
            ? submissionWorkflow.verifySubmission.to
            : before.state,
        };
      },
    );
  }

  /** Returns a report to be mended. Refusals: STALE; STATE; FORBIDDEN for who verifies none of its entries; RULE for a remark on no entry. */
  returnSubmission(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { reason, entries: remarks = [] }: ReturnSubmission,
  ): Promise<Submission> {
    return this.changed(
      caller,
      { act: 'returnSubmission', commune, id, expectedVersion, reason },
      'submission.returned',
      ({ before }) => {
        refuse(misnamed(remarks, before.entries));
        const remarked = before.entries.map((entry) => ({
          ...entry,
          remark: remarks.find(({ indicatorCode }) => indicatorCode === entry.indicatorCode)?.remark ?? null,
        }));
        return {
          state: submissionWorkflow.returnSubmission.to,
          lastOn: caller.on,
          returnedReason: reason,
          entries: remarked,
        };
      },
    );
  }

  /**
   * Approves a verified report: its figures become results, and where it corrects another, that one and its results are superseded.
   * Refusals: STALE; STATE; FOUR_EYES; RULE for a figure that differs and gives no reason.
   */
  approveSubmission(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { entries: decided = [] }: ApproveSubmission,
  ): Promise<Submission> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      const approved = await this.changed(
        caller,
        { act: 'approveSubmission', commune, id, expectedVersion },
        'submission.approved',
        async ({ before, indicators }) => {
          const judgements = decided.map(({ indicatorCode, approved: value, approvedReason }) => ({
            indicatorCode,
            value,
            reason: approvedReason,
          }));
          const { entries, points } = judged(before.entries, judgements, {
            from: 'verified',
            to: 'approved',
            mine: new Set(before.entries.map(({ indicatorCode }) => indicatorCode)),
            indicators,
            unitId: before.unitId,
          });
          refuse(points);
          if (before.correctsId !== null) await this.supersede(caller, commune, before.correctsId);
          return { state: submissionWorkflow.approveSubmission.to, lastOn: caller.on, approvedOn: caller.on, entries };
        },
      );
      await this.results.recordResults(caller, reach, approved);
      return approved;
    });
  }

  /** A unit takes its report back. Refusals: STALE; STATE once it is verified. */
  withdrawSubmission(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { reason }: WithdrawSubmission,
  ): Promise<Submission> {
    return this.changed(
      caller,
      { act: 'withdrawSubmission', commune, id, expectedVersion, reason },
      'submission.withdrawn',
      () => ({ state: submissionWorkflow.withdrawSubmission.to, lastOn: caller.on }),
    );
  }

  /** Drafts the correction of an approved report: a new one with the figures in force. Refusals: STATE; ALREADY_REPORTED when another is on its way. */
  correctSubmission(caller: Caller, commune: string, id: string, { reason }: CorrectSubmission): Promise<Submission> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      const { before } = await this.loadForUpdate(caller, 'correctSubmission', commune, id);
      demandStep('correctSubmission', before);
      refuseEarlierDate(caller, before);
      return this.draft(
        caller,
        reach,
        { ...before, correctsId: before.id, entries: before.entries.map(inForce) },
        reason,
      );
    });
  }

  /** One step of a report's life: right, version, state, change, journal. */
  private changed(
    caller: Caller,
    { act, commune, id, expectedVersion, reason }: Step,
    kind: `submission.${string}`,
    set: (held: ReportForUpdate) => Changed | Promise<Changed>,
  ): Promise<Submission> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      const held = await this.loadForUpdate(caller, act, commune, id);
      const { before } = held;
      if (before.version !== expectedVersion) throw new Refusal('STALE', { current: before.version });
      demandStep(act, before);
      refuseEarlierDate(caller, before);
      const { entries, ...given } = await set(held);
      if (entries) await this.saveEntries(reach, id, before.entries, entries);
      await this.database.change(
        Submission,
        { commune: reach.commune, id, version: before.version },
        {
          ...given,
          contentHash: await this.hashOf(reach, { ...before, ...given, entries: entries ?? before.entries }),
        },
      );
      return this.recorded(caller, commune, kind, before, reason);
    });
  }

  /** A report about to be changed: the caller must hold the right. */
  private async loadForUpdate(
    caller: Caller,
    act: SubmissionAct,
    commune: string,
    id: string,
  ): Promise<ReportForUpdate> {
    await this.queries.lock(caller.in(commune), id);
    const before = await this.submissions.submission(caller, commune, id);
    const verifies = await this.submissions.verifiedBy(caller, commune, before);
    demandRight(caller, act, commune, { ...before, verifies });
    return { before, verifies, indicators: await this.queries.asking(caller.in(commune), before.planId) };
  }

  /** The report a correction takes the place of. */
  private async supersede(caller: Caller, commune: string, id: string): Promise<void> {
    const before = await this.submissions.submission(caller, commune, id);
    refuseEarlierDate(caller, before);
    await this.database.change(
      Submission,
      { commune: before.communeId, id, version: before.version },
      { state: corrected.to },
    );
    await this.recorded(caller, commune, 'submission.superseded', before);
  }

  private async recorded(
    caller: Caller,
    commune: string,
    kind: `submission.${string}`,
    before: Submission,
    reason?: string,
  ): Promise<Submission> {
    const record = await this.submissions.submission(caller, commune, before.id);
    this.journal.record({
      caller,
      commune: record.communeId,
      kind,
      view: Submission,
      record,
      seen: { before: before.audience, after: record.audience },
      reason,
    });
    return record;
  }

  /** A new report, if its place is free. */
  private async draft(
    caller: Caller,
    reach: Reach,
    draft: Pick<
      Submission,
      'planId' | 'plan' | 'unitId' | 'unitCode' | 'period' | 'correctsId' | 'narrative' | 'lastOn'
    > & { entries: readonly EntryValues[] },
    reason?: string,
  ): Promise<Submission> {
    const { planId, unitId, period, correctsId, narrative, lastOn, entries } = draft;
    const contentSalt = randomBytes(16);
    const row = {
      communeId: reach.commune,
      id: v7(),
      version: 1,
      planId,
      unitId,
      period,
      correctsId,
      narrative,
      state: drafted.to,
      audience: 'INSIDE',
      lastOn,
      contentSalt,
      contentHash: await this.hashOf(reach, { ...draft, contentSalt }),
    } as const;
    // Of two at once the later waits here, and can still be told who holds the place.
    await this.database.manager.createQueryBuilder().insert().into(Submission).values(row).orIgnore().execute();
    const holding = await this.queries.occupant(reach, draft, correctsId !== null);
    if (!holding) throw new Refusal('BUSY');
    if (holding.id !== row.id) throw new Refusal('ALREADY_REPORTED', { id: holding.id, current: holding.version });
    await this.saveEntries(reach, row.id, [], entries);
    const record = await this.submissions.submission(caller, reach.key, row.id);
    this.journal.record({
      caller,
      commune: reach.commune,
      kind: 'submission.drafted',
      view: Submission,
      record,
      seen: { before: null, after: record.audience },
      reason,
    });
    return record;
  }

  private async amended(
    reach: Reach,
    before: readonly EntryValues[],
    given: readonly EntryGiven[],
    { unitId, period, indicators }: Pick<Submission, 'unitId' | 'period'> & Pick<ReportForUpdate, 'indicators'>,
  ) {
    const files = await this.queries.hashes(
      reach,
      given.flatMap(({ evidenceIds = [] }) => evidenceIds),
    );
    return amended(before, given, { indicators, files, of: { unitId, period } });
  }

  /** Writes what is new or another, and takes out what is gone. */
  private async saveEntries(
    { commune: communeId }: Reach,
    submissionId: string,
    before: readonly EntryValues[],
    after: readonly EntryValues[],
  ): Promise<void> {
    const { manager } = this.database;
    const gone = before
      .filter(({ indicatorId }) => !after.some((entry) => entry.indicatorId === indicatorId))
      .map(({ indicatorId }) => indicatorId);
    if (gone.length > 0) await manager.delete(Entry, { communeId, submissionId, indicatorId: In(gone) });
    for (const { evidenceIds, ...entry } of after) {
      const at = { communeId, submissionId, indicatorId: entry.indicatorId };
      const known = before.find(({ indicatorId }) => indicatorId === entry.indicatorId);
      if (isDeepStrictEqual(known, { ...known, ...entry, evidenceIds })) continue;
      await (known ? manager.update(Entry, at, columnsOf(entry)) : manager.insert(Entry, { ...entry, ...at }));
      if (isDeepStrictEqual(known?.evidenceIds ?? [], evidenceIds)) continue;
      await manager.delete(Evidence, at);
      await manager.insert(
        Evidence,
        evidenceIds.map((fileId) => ({ ...at, fileId })),
      );
    }
  }

  private async hashOf(
    reach: Reach,
    said: Parameters<typeof contentHash>[0] & Pick<Submission, 'contentSalt'>,
  ): Promise<string> {
    return contentHash(said, {
      salt: said.contentSalt,
      sha256: await this.queries.hashes(
        reach,
        said.entries.flatMap(({ evidenceIds }) => evidenceIds),
      ),
    });
  }
}

/** What of an entry may change. */
const columnsOf = ({
  reported,
  outOf,
  nothingToReport,
  note,
  remark,
  verified,
  verifiedReason,
  verifiedOn,
  approved,
  approvedReason,
}: Omit<EntryValues, 'evidenceIds'>) => ({
  reported,
  outOf,
  nothingToReport,
  note,
  remark,
  verified,
  verifiedReason,
  verifiedOn,
  approved,
  approvedReason,
});

/** Refuses a legal date before that of the last step. */
function refuseEarlierDate({ on }: Caller, { lastOn }: Submission): void {
  if (lastOn !== null && on < lastOn)
    throw wrong('/headers/legal-date', 'TOO_EARLY', `${on} lies before ${lastOn}, the day of the step before.`);
}
