import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { byId, paged } from '../api/lists.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { demandState } from '../api/workflow.js';
import type { InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { Refusal, wrong } from '../refusals.js';
import { Round } from './round.entity.js';
import type { ListRounds, RoundAt } from './round.inputs.js';
import { roundWorkflow } from './round.workflow.js';
import { RoundsQueries } from './rounds.queries.js';

/** Rounds: the award forms considered for a period, by one rule set. */
@Injectable()
export class RoundsService {
  readonly recordType: RecordType<Round, RoundAt, typeof roundWorkflow> = {
    entity: Round,
    workflow: roundWorkflow,
    lock: (reach, { id }) => this.queries.lock(reach, id, 'update'),
    read: (caller, { commune, id }) => this.round(caller, commune, id),
    readEach: (caller, asked) => this.roundsById(caller, asked),
    // A nomination names its own unit.
    pathOf: (_, act) => (act === 'nominate' ? undefined : wholeCommune),
    states: 'round',
    stateOf: ({ state }) => state,
    notBefore: ({ openedOn, closedOn }, act) => {
      if (act === 'closeRound') return { day: openedOn, of: 'OPENING' };
      return act === 'reopenRound' && closedOn !== null ? { day: closedOn, of: 'CLOSING' } : null;
    },
    hindrances: async (caller, rows) => {
      const counts = await this.queries.nominationsIn(withReach(caller, rows));
      return counts.map(({ drafts, submitted, settled }) => ({
        dropRound: drafts + submitted + settled > 0 ? 'STILL_REFERRED_TO' : undefined,
      }));
    },
  };

  constructor(
    private readonly database: Database,
    private readonly queries: RoundsQueries,
    private readonly records: RecordsService,
  ) {}

  /** The rounds of a commune, the newest first. */
  rounds(caller: Caller, commune: string, page: ListRounds, members?: Projection): Promise<Page<Round>> {
    return this.database.read(caller, () =>
      paged(page, byId, (slice) => this.queries.rounds(caller.reachIn(commune), slice, members)),
    );
  }

  /** One round. Refusal: NOT_FOUND. */
  async round(caller: Caller, commune: string, id: string, members?: Projection): Promise<Round> {
    return firstOrNotFound(
      await this.roundsById(caller, [{ communeId: caller.reachIn(commune).communeId, id }], members),
    );
  }

  /** Rounds by id. */
  roundsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Round>> {
    return this.database.read(caller, () => this.queries.roundsById(withReach(caller, asked), members));
  }

  /** The acts on a round: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  roundActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }

  /** The round of a new nomination; it is not closed meanwhile. Part of that write. Refusals: RULE for none; STATE. */
  async roundToNominate(reach: Reach, id: string): Promise<Round> {
    await this.queries.lock(reach, id, 'share');
    const [round] = await this.queries.roundsById([{ reach, id }]);
    if (!round) throw wrong('/round', 'UNKNOWN', { en: `There is no round ${id}.`, vi: `Không có đợt xét ${id}.` });
    demandState(roundWorkflow, 'nominate', { of: 'round', ...round });
    return round;
  }

  /** Holds the open round of a draft that is submitted, as `roundToNominate`. Refusal: ROUND_CLOSED. */
  async demandOpen(reach: Reach, id: string): Promise<void> {
    await this.queries.lock(reach, id, 'share');
    const [round] = await this.queries.roundsById([{ reach, id }]);
    if (round?.state === 'CLOSED') throw new Refusal('ROUND_CLOSED', { round: round.name });
  }

  /** Refuses the closing of a round in which nominations are open. Part of that write. Refusal: NOMINATIONS_OPEN. */
  async demandSettled(reach: Reach, id: string): Promise<void> {
    const [{ drafts, submitted } = { drafts: 0, submitted: 0 }] = await this.queries.nominationsIn([{ reach, id }]);
    if (drafts + submitted > 0) throw new Refusal('NOMINATIONS_OPEN', { drafts, submitted });
  }
}
