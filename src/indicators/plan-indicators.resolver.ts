import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { Edge, Needs } from '../api/operation.js';
import { Indicator } from './indicator.entity.js';
import { IndicatorAt, ListIndicators } from './indicator.inputs.js';
import { IndicatorsService } from './indicators.service.js';
import { Plan } from './plan.entity.js';

@Resolver(() => Plan)
export class PlanIndicatorsResolver {
  constructor(private readonly service: IndicatorsService) {}

  @Edge('indicators', Connection(Indicator), 'Its indicators, in the order of the document.')
  @Needs()
  indicators(level: Level<Plan>, caller: Caller, @Args() list: ListIndicators) {
    return level.pages((plans, members) => this.service.indicatorsOf(caller, plans, list, members));
  }

  @Edge('indicator', Indicator, 'One indicator, by code.')
  @Needs()
  indicator({ parents, members }: Level<Plan>, caller: Caller, @Args() { code }: IndicatorAt) {
    return this.service.indicatorsByCode(caller, { plans: parents, code }, members);
  }
}
