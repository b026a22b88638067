import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { Standing } from './standing.entity.js';
import { ListStandings, StandingAt, TableAt } from './standing.inputs.js';
import { StandingsService } from './standings.service.js';

@ApiTags('standings')
@Controller('v1/communes/:commune/plans/:plan/standings')
export class StandingsController {
  constructor(private readonly service: StandingsService) {}

  @Get()
  @Operation('standings', many(Standing, { beside: ['unit.name'], without: ['inputs', 'tree'] }))
  standings(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Query() list: ListStandings,
    @Needed() members?: Projection,
  ) {
    return this.service.standings(caller, { ...at, ...of }, list, members);
  }

  @Get(':unit')
  @Operation('standing', one(Standing))
  standing(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: StandingAt,
    @Query() table: TableAt,
    @Needed() members?: Projection,
  ) {
    return this.service.standing(caller, { ...at, ...of, ...which, ...table }, members);
  }
}
