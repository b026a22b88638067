import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import { groups } from '../database/batch.js';
import type { RecordChange } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { SeveralRecordsService, type ChangeOfSeveral } from '../journal/several-records.service.js';
import { alreadyNominated } from './already-nominated.js';
import { DecisionDaysService } from './decision-days.service.js';
import { Nomination } from './nomination.entity.js';
import {
  nominationWorkflow,
  stateBeforeDecision,
  stateBeforeMeeting,
  type NominationState,
} from './nomination.workflow.js';
import { NominationsQueries, type NominationRow } from './nominations.queries.js';
import { NominationsService } from './nominations.service.js';

type ChangeAll = Omit<ChangeOfSeveral<Nomination>, 'entity' | 'readEach'>;

/** Outcomes of nominations, by meetings and decisions. Each method is part of the write of that act. */
@Injectable()
export class NominationOutcomesService {
  constructor(
    private readonly queries: NominationsQueries,
    private readonly nominations: NominationsService,
    private readonly records: RecordsService,
    private readonly several: SeveralRecordsService,
    private readonly decisionDays: DecisionDaysService,
  ) {}

  /**
   * The nominations that a decision or meeting names, in that order, held for the write it is part of; those that are
   * not there are left out.
   */
  async nominationsForUpdate(caller: Caller, reach: Reach, ids: readonly string[]): Promise<NominationRow[]> {
    await this.queries.lock(reach, ids);
    const asked = [...new Set(ids)].map((id) => ({ reach, id }));
    return (await this.queries.nominationsById(asked, caller.on)).filter((row) => row !== undefined);
  }

  /** Records the outcome that a closed meeting or a signed decision has for several nominations. Part of that write. */
  async recordOutcomes(
    caller: Caller,
    before: readonly NominationRow[],
    outcome: Pick<Nomination, 'state'> & { state: keyof typeof kinds } & Partial<Nomination>,
  ): Promise<void> {
    await this.goOnAll(caller, { kind: `nomination.${kinds[outcome.state]}`, set: outcome }, before);
  }

  /** Takes the advice of a meeting back that is reopened: the nomination is before it again. Part of that write. */
  async reconsider(caller: Caller, before: NominationRow, reason: string): Promise<void> {
    const state = expected(stateBeforeMeeting(before.steps), `The road of ${before.id} has no meeting.`);
    await this.change(caller, { before, kind: 'nomination.reconsidered', reason }, { state, decideBy: null });
  }

  /** Puts a nomination back to where it stood before a decision whose paper does not name it. Part of that write. */
  async takeBack(caller: Caller, before: NominationRow, reason: string): Promise<void> {
    const reach = caller.reachById(before.communeId);
    const advice = await this.queries.adviceOn(reach, before.id);
    const decided = stateBeforeDecision(before.steps, advice);
    const state = expected(decided, `The nomination ${before.id} was decided without advice.`);
    if (before.state === 'REFUSED' || before.revokedOn !== null) await this.refuseOccupied(reach, before);
    const undecided = { decisionId: null, decidedOn: null, outcomeReason: null, revokedOn: null };
    await this.change(caller, { before, kind: 'nomination.corrected', reason }, { state, ...undecided });
  }

  /** Puts a nomination back above, whose recorded outcome is taken back with its award. Part of that write. */
  async awaitOutcome(
    caller: Caller,
    { reach, id, reason }: { reach: Reach; id: string; reason?: string },
  ): Promise<void> {
    const [found] = await this.nominationsForUpdate(caller, reach, [id]);
    const before = expected(found, `The nomination ${id} of an award is not there.`);
    const { to: state } = nominationWorkflow.forwardNomination;
    const undecided = { decidedOn: null, outcomeReason: null };
    await this.change(caller, { before, kind: 'nomination.corrected', reason }, { state, ...undecided });
  }

  /** Gives a nomination the day that its decision has, or the one that revoked its award. Part of that correction. */
  async redate(
    caller: Caller,
    before: NominationRow,
    { set, reason }: { set: Partial<Pick<Nomination, 'decidedOn' | 'revokedOn'>>; reason: string },
  ): Promise<void> {
    await this.change(caller, { before, kind: 'nomination.corrected', reason }, set);
  }

  /**
   * Keeps that the award of a nomination is revoked from a day on, or (null) in force again: then it takes its place in
   * the round again. Part of that write. Refusal: ALREADY_NOMINATED.
   */
  async recordRevocation(
    caller: Caller,
    reach: Reach,
    { id, revokedOn }: { id: string; revokedOn: string | null },
  ): Promise<void> {
    const [found] = await this.nominationsForUpdate(caller, reach, [id]);
    const before = expected(found, `The nomination ${id} of an award is not there.`);
    if (revokedOn === null) await this.refuseOccupied(reach, before);
    await this.change(
      caller,
      { before, kind: revokedOn === null ? 'nomination.restored' : 'nomination.revoked' },
      { revokedOn },
    );
  }

  /** Takes several nominations to a state, each with the day by which it is to be decided then. Part of that write. */
  async goOnAll(
    caller: Caller,
    change: ChangeAll & { set: { state: NominationState } },
    before: readonly NominationRow[],
  ): Promise<void> {
    const { state } = change.set;
    for (const alike of groups(before, ({ ruleSet, formCode, steps }) => [ruleSet, formCode, steps.join()])) {
      const [first] = alike;
      const reach = caller.reachById(first.communeId);
      const decideBy = await this.decisionDays.decideBy(caller, reach, { ...first, state });
      await this.changeAll(
        caller,
        { ...change, set: { ...change.set, ...(decideBy !== null && { decideBy }) } },
        alike,
      );
    }
  }

  /** Changes several nominations alike. Part of a write that holds them. */
  async changeAll(caller: Caller, change: ChangeAll, before: readonly NominationRow[]): Promise<void> {
    const readEach = this.nominations.nominationsById.bind(this.nominations);
    await this.several.changeAll<Nomination>(caller, { entity: Nomination, readEach, ...change }, before);
  }

  private async change(
    caller: Caller,
    { before, kind, reason }: Pick<RecordChange<NominationRow>, 'before' | 'kind' | 'reason'>,
    set: Partial<Nomination>,
  ): Promise<void> {
    const { key } = caller.reachById(before.communeId);
    const read = () => this.nominations.nomination(caller, key, before.id);
    await this.records.change<Nomination>(caller, { entity: Nomination, before, kind, reason, read }, set);
  }

  /** Refuses a nomination whose place in the round another has by now. Refusal: ALREADY_NOMINATED, naming it. */
  private async refuseOccupied(reach: Reach, nomination: NominationRow): Promise<void> {
    const occupant = await this.queries.occupant(reach, nomination);
    if (occupant) throw alreadyNominated(occupant);
  }
}

const kinds = {
  RECOMMENDED: 'recommended',
  NOT_RECOMMENDED: 'notRecommended',
  GRANTED: 'granted',
  REFUSED: 'refused',
} as const;
