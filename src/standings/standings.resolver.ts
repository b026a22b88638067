import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Edge, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Standing } from './standing.entity.js';
import { ListStandings, StandingAt, TableAt } from './standing.inputs.js';
import { StandingsService } from './standings.service.js';

@Resolver(() => Standing)
export class StandingsResolver {
  constructor(
    private readonly service: StandingsService,
    private readonly units: UnitsService,
  ) {}

  @Reads('standings', Connection(Standing))
  async standings(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() list: ListStandings,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.standings(caller, { ...at, ...of }, list, members));
  }

  @Edge('unit', Unit, 'The unit, as it is today.')
  @Needs<Standing>('unitId')
  unit(level: Level<Standing>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }

  @Reads('standing', Standing)
  standing(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: StandingAt,
    @Args() table: TableAt,
    @Needed() members?: Projection,
  ) {
    return this.service.standing(caller, { ...at, ...of, ...which, ...table }, members);
  }
}
