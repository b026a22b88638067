import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { Costs, Edge, Needs } from '../api/operation.js';
import { Plan } from '../indicators/plan.entity.js';
import { limits } from '../limits/limits.js';
import { ListProgress } from './progress.inputs.js';
import { ProgressService } from './progress.service.js';
import { Progress } from './progress.view.js';

@Resolver(() => Plan)
export class PlanProgressResolver {
  constructor(private readonly service: ProgressService) {}

  @Edge(
    'progress',
    Connection(Progress),
    'Progress of its indicators, in the order of the document; none for a period of other years.',
  )
  @Costs(limits.progress.plan)
  @Needs()
  progress(level: Level<Plan>, caller: Caller, @Args() list: ListProgress) {
    return level.pages((plans, members) => this.service.progressOfPlans(caller, plans, list, members));
  }
}
