import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { byId, byRank, pagedEach, pagedIn } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { ofEach, type InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { nameSearch } from '../database/text.js';
import { CommunesService } from '../communes/communes.service.js';
import type { Page } from '../database/page.js';
import type { Hindrances, RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { Refusal } from '../refusals.js';
import { Nomination } from './nomination.entity.js';
import type { ListNominations, ListOwnNominations, NominationAt } from './nomination.inputs.js';
import { missing, returnedOnce } from './nomination.rules.js';
import {
  drafting,
  mayBeAppraised,
  mayBeConsulted,
  mayBeForwarded,
  mayBeWithdrawn,
  nominationWorkflow,
  type NominationAct,
  type NominationState,
} from './nomination.workflow.js';
import type { RoundState } from './round.workflow.js';
import { RoundsService } from './rounds.service.js';
import type { ParentOfNominations } from './grounds.queries.js';
import { NominationsQueries, type NominationRow } from './nominations.queries.js';

/** Nominations as they are read, and the right to act on one. */
@Injectable()
export class NominationsService {
  readonly recordType: RecordType<NominationRow, NominationAt, typeof nominationWorkflow> = {
    entity: Nomination,
    workflow: nominationWorkflow,
    lock: (reach, { id }) => this.queries.lock(reach, [id]),
    read: (caller, { commune, id }) => this.nomination(caller, commune, id),
    readEach: (caller, asked) => this.nominationsById(caller, asked),
    demandRight,
    states: 'nomination',
    stateOf: ({ state }) => state,
    notBefore: ({ deedOn }) => (deedOn === null ? null : { day: deedOn, of: 'DEED' }),
    hindrances: async (caller, rows) => {
      const ofRound = rows.map(({ communeId, roundId }) => ({ communeId, id: roundId }));
      const rounds = await this.rounds.roundsById(caller, ofRound);
      const forOthers = await Promise.all(rows.map((row) => this.isForOther(caller, row)));
      return rows.map((row, index) => ({
        ...hindrances(row, rounds[index]?.state),
        ...(forOthers[index] && { receiveNomination: 'RULE', recordOutcome: 'RULE' }),
      }));
    },
  };

  constructor(
    private readonly database: Database,
    private readonly queries: NominationsQueries,
    private readonly rounds: RoundsService,
    private readonly communes: CommunesService,
    private readonly records: RecordsService,
  ) {}

  /**
   * The nominations of a commune, the newest first; of a search by rank. Refusal: SCOPE_MISSING for names without the
   * right to units.
   */
  async nominations(
    caller: Caller,
    commune: string,
    list: ListNominations,
    members?: Projection,
  ): Promise<Page<Nomination>> {
    return firstOrNotFound(await this.nominationsIn(caller, [caller.reachIn(commune)], list, members));
  }

  /** The same page of several communes, in the order asked. Refusal: as `nominations`. */
  nominationsIn(
    caller: Caller,
    reaches: readonly Reach[],
    { round, form, unit, state, type, restsOn, decision, year, search, ...page }: ListNominations,
    members?: Projection,
  ): Promise<Page<Nomination>[]> {
    // eslint-disable-next-line no-restricted-syntax -- The right to read names, wherever it holds.
    if (search !== undefined) reaches.forEach(({ key }) => caller.demand('units', key));
    const filter = {
      rounds: round,
      forms: form,
      units: unit,
      states: state,
      types: type,
      restsOn,
      decisions: decision,
      year,
      search: nameSearch(search),
      on: caller.on,
    };
    return this.database.read(caller, () =>
      pagedIn(reaches, { ...page, order: byRank }, (reach, slice) =>
        this.queries.nominations(reach, { ...filter, ...slice }, members),
      ),
    );
  }

  /**
   * The same page of those of each unit, or that rest on each result or the figures of each indicator; in the order
   * asked.
   */
  nominationsOf(
    caller: Caller,
    { of, records }: { of: ParentOfNominations; records: readonly RecordKey[] },
    { state, ...page }: ListOwnNominations,
    members?: Projection,
  ): Promise<Page<Nomination>[]> {
    return this.database.read(caller, () =>
      pagedEach(page, byId, async (slice) => {
        const asked = withReach(caller, records);
        const rows = await this.queries.nominationsOf(of, asked, { states: state, on: caller.on, ...slice }, members);
        return ofEach(asked, rows, (row) => row.of);
      }),
    );
  }

  /** One nomination. Refusal: NOT_FOUND. */
  async nomination(caller: Caller, commune: string, id: string, members?: Projection): Promise<NominationRow> {
    const asked = [{ communeId: caller.reachIn(commune).communeId, id }];
    return firstOrNotFound(await this.nominationsById(caller, asked, members));
  }

  /** Nominations by id. */
  nominationsById(
    caller: Caller,
    asked: readonly RecordKey[],
    members?: Projection,
  ): Promise<InAskedOrder<NominationRow>> {
    return this.database.read(caller, () => this.queries.nominationsById(withReach(caller, asked), caller.on, members));
  }

  /**
   * Whether a superior asks for what was forwarded to another. A nomination forwarded to one that supervises no more is
   * for whoever supervises on the legal date.
   */
  async isForOther(
    caller: Caller,
    { communeId, forwardedTo }: Pick<NominationRow, 'communeId' | 'forwardedTo'>,
  ): Promise<boolean> {
    const own = caller.superiorKeys('recordOutcome');
    if (forwardedTo === null || own.length === 0 || own.includes(forwardedTo)) return false;
    const { items } = await this.communes.superiors(caller, caller.reachById(communeId).key, { asOf: caller.on });
    return items.some(({ key }) => key === forwardedTo);
  }

  /** The acts on a nomination: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  nominationActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }
}

/**
 * The right where the nominee stands; nobody judges the nomination they have submitted themselves.
 * Refusals: FORBIDDEN, SCOPE_MISSING, FOUR_EYES.
 */
function demandRight(
  caller: Caller,
  { act, commune }: { act: NominationAct; commune: string },
  { unitPath, submittedBy, state }: NominationRow,
): void {
  caller.demandFor(act, commune, unitPath);
  // A nomination that was sent up is taken back by whoever sends.
  if (act === 'withdrawNomination' && state === 'FORWARDED') caller.demandFor('forwardNomination', commune, unitPath);
  if (ownSubmission(caller, act, { submittedBy })) throw new Refusal('FOUR_EYES');
}

/** Whether an act would judge a nomination that the caller has submitted. */
export const ownSubmission = (
  caller: Caller,
  act: NominationAct,
  { submittedBy }: Pick<Nomination, 'submittedBy'>,
): boolean =>
  (act === 'returnNomination' || act === 'appraiseNomination') && caller.id !== null && caller.id === submittedBy;

/** Codes of what stands against acts in the state that allows them. */
function hindrances(row: NominationRow, round: RoundState | undefined): Hindrances<NominationAct> {
  const { state, steps, dossier, meetingId, draftId, receivedBy, forwardedOn } = row;
  const { appraiseNomination, withdrawNomination } = nominationWorkflow;
  const isIn = (states: readonly NominationState[]) => states.includes(state);
  const from: readonly NominationState[] = nominationWorkflow.submitNomination.from;
  return {
    submitNomination:
      state === drafting.to && round === 'CLOSED'
        ? 'ROUND_CLOSED'
        : from.includes(state) && missing(dossier).length > 0
          ? 'RULE'
          : undefined,
    returnNomination: state === 'SUBMITTED' && returnedOnce(row).length > 0 ? 'RULE' : undefined,
    appraiseNomination: isIn(appraiseNomination.from) && !mayBeAppraised(state, steps) ? 'STATE' : undefined,
    forwardNomination: mayBeForwarded(row) ? undefined : 'STATE',
    withdrawNomination: !isIn(withdrawNomination.from)
      ? undefined
      : !mayBeWithdrawn(state, steps)
        ? 'STATE'
        : state === 'FORWARDED' && receivedBy !== null
          ? 'ALREADY_RECEIVED'
          : meetingId !== null && forwardedOn === null && !mayBeConsulted(state, steps)
            ? 'ALREADY_BEFORE_MEETING'
            : draftId !== null
              ? 'ALREADY_IN_DECISION'
              : undefined,
  };
}
