import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { Caller } from '../api/request.js';
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
  async plans(@Parent() { id }: Commune, @Caller() actor: Actor, @Args() list: ListPlans) {
    return connection(
      await this.loaders.load(`commune.plans ${JSON.stringify(list)}`, id, (ids) =>
        this.service.plansOf(
          actor,
          ids.map((each) => actor.inCommune(each)),
          list,
        ),
      ),
    );
  }

  @Edge('plan', 'plan', Plan, 'One plan, by key.')
  plan(@Parent() { id }: Commune, @Caller() actor: Actor, @Args() { key }: PlanKey) {
    return this.loaders.load('plan', { communeId: id, key }, (asked) => this.service.plansByKey(actor, asked));
  }
}
