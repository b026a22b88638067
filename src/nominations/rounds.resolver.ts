import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, Edge, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller } from '../api/request.js';
import { Round } from './round.entity.js';
import { CloseRound, ListRounds, OpenRound, RoundAt } from './round.inputs.js';
import { RoundsService } from './rounds.service.js';

@Resolver(() => Round)
export class RoundsResolver {
  constructor(private readonly service: RoundsService) {}

  @Reads('rounds', Connection(Round))
  async rounds(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() list: ListRounds) {
    return connection(await this.service.rounds(caller, at.commune, list));
  }

  @Reads('round', Round)
  round(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() which: RoundAt) {
    return this.service.round(caller, at.commune, which.id);
  }

  @Acts('openRound', Round)
  openRound(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: OpenRound) {
    return this.service.openRound(caller, at.commune, input);
  }

  @Acts('closeRound', Round)
  closeRound(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RoundAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: CloseRound,
  ) {
    return this.service.closeRound(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Edge('roundActions', 'actions', [PossibleAct], 'Possible acts on the record now, and the refusals against each.')
  async actions(@Parent() { communeId, id }: Round, @CurrentCaller() caller: Caller) {
    return (await this.service.roundActions(caller, caller.inCommune(communeId).key, id)).items;
  }
}
