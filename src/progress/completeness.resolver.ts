import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Costs, Edge, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { limits } from '../limits/limits.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { CompletenessService } from './completeness.service.js';
import { Completeness } from './completeness.view.js';
import { ListCompleteness } from './progress.inputs.js';

@Resolver(() => Completeness)
export class CompletenessResolver {
  constructor(
    private readonly service: CompletenessService,
    private readonly units: UnitsService,
  ) {}

  @Reads('completeness', Connection(Completeness))
  @Costs(limits.progress.plan)
  async completeness(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() list: ListCompleteness,
  ) {
    return connection(await this.service.completeness(caller, { ...at, ...of }, list));
  }

  @Edge('unit', Unit, 'Unit of the row, as the unit is today.')
  @Needs<Completeness>('unitId')
  unit(level: Level<Completeness>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }
}
