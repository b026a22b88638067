import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { Indicator } from './indicator.entity.js';
import { ListIndicators } from './indicator.inputs.js';
import { IndicatorsService } from './indicators.service.js';
import { Plan } from './plan.entity.js';

@Resolver(() => Plan)
export class PlanIndicatorsResolver {
  constructor(
    private readonly service: IndicatorsService,
    private readonly loaders: Loaders,
  ) {}

  @Edge('indicators', 'indicators', Connection(Indicator), 'Its indicators, in the order of the document.')
  async indicators(@Parent() { communeId, id }: Plan, @CurrentCaller() caller: Caller, @Args() list: ListIndicators) {
    return connection(
      await this.loaders.load(`plan.indicators ${JSON.stringify(list)}`, { communeId, id }, (plans) =>
        this.service.indicatorsOf(caller, plans, list),
      ),
    );
  }
}
