import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { Unit } from '../units/unit.entity.js';
import { Award } from './award.entity.js';
import { ListOwnAwards } from './award.inputs.js';
import { AwardsService } from './awards.service.js';

@Resolver(() => Unit)
export class UnitAwardsResolver {
  constructor(
    private readonly service: AwardsService,
    private readonly loaders: Loaders,
  ) {}

  @Edge('awards', 'awards', Connection(Award), 'Its awards, the oldest first.')
  async awards(@Parent() { communeId, id }: Unit, @CurrentCaller() caller: Caller, @Args() list: ListOwnAwards) {
    return connection(
      await this.loaders.load(`unit.awards ${JSON.stringify(list)}`, { communeId, id }, (units) =>
        this.service.awardsOf(caller, units, list),
      ),
    );
  }
}
