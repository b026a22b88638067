import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Paging } from '../api/lists.js';
import { Edge, Needs } from '../api/operation.js';
import { Plan } from '../indicators/plan.entity.js';
import { PeriodsService } from './periods.service.js';
import { PlanPeriod } from './plan-period.entity.js';

@Resolver(() => Plan)
export class PlanPeriodsResolver {
  constructor(private readonly service: PeriodsService) {}

  @Edge('periods', Connection(PlanPeriod), 'Its periods, in the order of their ends.')
  @Needs<Plan>('key', 'year', 'untilYear', 'settings')
  periods(level: Level<Plan>, caller: Caller, @Args() page: Paging) {
    return level.pages((plans) => this.service.periodsOf(caller, plans, page));
  }
}
