import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Costs, Edge, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { limits } from '../limits/limits.js';
import { ListProgress } from './progress.inputs.js';
import { ProgressService } from './progress.service.js';
import { Progress } from './progress.view.js';

@Resolver(() => Progress)
export class ProgressResolver {
  constructor(
    private readonly service: ProgressService,
    private readonly indicators: IndicatorsService,
    private readonly units: UnitsService,
  ) {}

  @Reads('progress', Connection(Progress))
  @Costs(limits.progress.plan)
  async progress(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() list: ListProgress,
  ) {
    return connection(await this.service.progress(caller, { ...at, ...of }, list));
  }

  @Edge('indicator', Indicator, 'Indicator of the row.')
  @Needs<Progress>('indicatorId')
  indicator(level: Level<Progress>, caller: Caller) {
    return level.named('indicatorId', (asked, members) => this.indicators.indicatorsById(caller, asked, members));
  }

  @Edge('unit', Unit, 'Unit of the row, as the unit is today.')
  @Needs<Progress>('unitId')
  unit(level: Level<Progress>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
