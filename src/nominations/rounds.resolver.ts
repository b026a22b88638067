import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { RecordsService } from '../journal/records.service.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { RoundActsService } from './round-acts.service.js';
import { Round } from './round.entity.js';
import { AmendRound, CloseRound, DropRound, ListRounds, OpenRound, ReopenRound, RoundAt } from './round.inputs.js';
import { RoundsService } from './rounds.service.js';

@Resolver(() => Round)
export class RoundsResolver {
  constructor(
    private readonly service: RoundsService,
    private readonly acts: RoundActsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('rounds', Connection(Round))
  async rounds(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListRounds,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.rounds(caller, at.commune, list, members));
  }

  @Reads('round', Round)
  round(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RoundAt,
    @Needed() members?: Projection,
  ) {
    return this.service.round(caller, at.commune, which.id, members);
  }

  @Acts('openRound', Round)
  openRound(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: OpenRound) {
    return this.acts.openRound(caller, at.commune, input);
  }

  @Acts('amendRound', Round)
  amendRound(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RoundAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendRound,
  ) {
    return this.acts.amendRound(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('dropRound', Round)
  dropRound(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RoundAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: DropRound,
  ) {
    return this.acts.dropRound(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('closeRound', Round)
  closeRound(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RoundAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: CloseRound,
  ) {
    return this.acts.closeRound(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('reopenRound', Round)
  reopenRound(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RoundAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ReopenRound,
  ) {
    return this.acts.reopenRound(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('roundActions')
  actions({ parents }: Level<Round>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }
}
