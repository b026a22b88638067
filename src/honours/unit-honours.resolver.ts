import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Edge, Needs } from '../api/operation.js';
import { Unit } from '../units/unit.entity.js';
import { ListHonours } from './honour.inputs.js';
import { Honour } from './honour.view.js';
import { HonoursService } from './honours.service.js';

@Resolver(() => Unit)
export class UnitHonoursResolver {
  constructor(private readonly service: HonoursService) {}

  @Edge('honours', Connection(Honour), 'Its whole record: awards, standings, ratings, duties, the oldest first.')
  @Needs()
  honours(level: Level<Unit>, caller: Caller, @Args() list: ListHonours) {
    return level.pages((units) => this.service.honoursOf(caller, units, list));
  }
}
