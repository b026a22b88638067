import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { Costs, Edge, Needs } from '../api/operation.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { limits } from '../limits/limits.js';
import { ListOwnProgress } from './progress.inputs.js';
import { ProgressService } from './progress.service.js';
import { Progress } from './progress.view.js';

@Resolver(() => Indicator)
export class IndicatorProgressResolver {
  constructor(private readonly service: ProgressService) {}

  @Edge(
    'progress',
    Connection(Progress),
    "Its progress: the commune's row, then those of units where they are asked for; none for a period of other years.",
  )
  @Costs(limits.progress.part)
  @Needs<Indicator>('planId')
  progress(level: Level<Indicator>, caller: Caller, @Args() list: ListOwnProgress) {
    return level.pages((indicators, members) => this.service.progressOfIndicators(caller, indicators, list, members));
  }
}
