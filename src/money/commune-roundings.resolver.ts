import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { CommuneRounding } from './commune-rounding.entity.js';
import { ListRoundings, RoundingAt, SetRounding } from './commune-rounding.inputs.js';
import { CommuneRoundingsService } from './commune-roundings.service.js';

@Resolver(() => CommuneRounding)
export class CommuneRoundingsResolver {
  constructor(private readonly service: CommuneRoundingsService) {}

  @Reads('roundings', Connection(CommuneRounding))
  async roundings(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListRoundings,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.roundings(caller, at.commune, list, members));
  }

  @Acts('setRounding', CommuneRounding)
  setRounding(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RoundingAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: SetRounding,
  ) {
    return this.service.setRounding(caller, { ...at, ...which, expectedVersion }, input);
  }
}
