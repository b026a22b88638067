import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { Edge, Needs } from '../api/operation.js';
import { Unit } from '../units/unit.entity.js';
import { Award } from './award.entity.js';
import { ListOwnAwards } from './award.inputs.js';
import { AwardsService } from './awards.service.js';

@Resolver(() => Unit)
export class UnitAwardsResolver {
  constructor(private readonly service: AwardsService) {}

  @Edge('awards', Connection(Award), 'Its awards, the oldest first.')
  @Needs()
  awards(level: Level<Unit>, caller: Caller, @Args() list: ListOwnAwards) {
    return level.pages((units, members) => this.service.awardsOf(caller, units, list, members));
  }
}
