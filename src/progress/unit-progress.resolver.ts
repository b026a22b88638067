import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { Costs, Edge, Needs } from '../api/operation.js';
import { Unit } from '../units/unit.entity.js';
import { limits } from '../limits/limits.js';
import { ListUnitProgress } from './progress.inputs.js';
import { ProgressService } from './progress.service.js';
import { Progress } from './progress.view.js';

@Resolver(() => Unit)
export class UnitProgressResolver {
  constructor(private readonly service: ProgressService) {}

  @Edge(
    'progress',
    Connection(Progress),
    'Its rows in a plan of the commune, in the order of the document; none without such a plan, or for a period of ' +
      'other years.',
  )
  @Costs(limits.progress.part)
  @Needs()
  progress(level: Level<Unit>, caller: Caller, @Args() list: ListUnitProgress) {
    return level.pages((units, members) => this.service.progressOfUnits(caller, units, list, members));
  }
}
