import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { reachesOf } from '../api/found.js';
import { Edge, Needs } from '../api/operation.js';
import { Commune } from '../communes/commune.entity.js';
import { Unit } from './unit.entity.js';
import { ListUnits } from './unit.inputs.js';
import { UnitsService } from './units.service.js';

@Resolver(() => Commune)
export class CommuneUnitsResolver {
  constructor(private readonly service: UnitsService) {}

  @Edge('units', Connection(Unit), 'The units of the commune valid on a day.')
  @Needs()
  units(level: Level<Commune>, caller: Caller, @Args() list: ListUnits) {
    return level.pages((communes, members) => this.service.unitsOf(caller, reachesOf(caller, communes), list, members));
  }
}
