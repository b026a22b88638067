import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { Commune } from '../communes/commune.entity.js';
import { Plan } from './plan.entity.js';
import { ListPlans, PlanKey } from './plan.inputs.js';
import { PlansService } from './plans.service.js';

@Resolver(() => Commune)
export class CommunePlansResolver {
  constructor(
    private readonly service: PlansService,
    private readonly loaders: Loaders,
  ) {}

  @Edge('plans', 'plans', Connection(Plan), 'Its plans, newest year first.')
  async plans(@Parent() { id }: Commune, @CurrentCaller() caller: Caller, @Args() list: ListPlans) {
    return connection(
      await this.loaders.load(`commune.plans ${JSON.stringify(list)}`, id, (ids) =>
        this.service.plansOf(
          caller,
          ids.map((each) => caller.inCommune(each)),
          list,
        ),
      ),
    );
  }

  @Edge('plan', 'plan', Plan, 'One plan, by key.')
  plan(@Parent() { id }: Commune, @CurrentCaller() caller: Caller, @Args() { key }: PlanKey) {
    return this.loaders.load('plan', { communeId: id, key }, (asked) => this.service.plansByKey(caller, asked));
  }
}
