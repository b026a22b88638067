import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { reachesOf } from '../api/found.js';
import { Edge, Needs } from '../api/operation.js';
import { Commune } from '../communes/commune.entity.js';
import { Plan } from './plan.entity.js';
import { ListPlans, PlanKey } from './plan.inputs.js';
import { PlansService } from './plans.service.js';

@Resolver(() => Commune)
export class CommunePlansResolver {
  constructor(private readonly service: PlansService) {}

  @Edge('plans', Connection(Plan), 'Its plans, newest year first.')
  @Needs()
  plans(level: Level<Commune>, caller: Caller, @Args() list: ListPlans) {
    return level.pages((communes, members) => this.service.plansOf(caller, reachesOf(caller, communes), list, members));
  }

  @Edge('plan', Plan, 'One plan, by key.')
  @Needs()
  plan({ parents, members }: Level<Commune>, caller: Caller, @Args() { key }: PlanKey) {
    return this.service.plansByKey(caller, { communeIds: parents.map(({ id }) => id), key }, members);
  }
}
