import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Edge, Needs } from '../api/operation.js';
import { Plan } from '../indicators/plan.entity.js';
import { Standing } from './standing.entity.js';
import { ListStandings } from './standing.inputs.js';
import { StandingsService } from './standings.service.js';

@Resolver(() => Plan)
export class PlanStandingsResolver {
  constructor(private readonly service: StandingsService) {}

  @Edge(
    'standings',
    Connection(Standing),
    'Its published standings, by period, scheme and number, then by block and rank.',
  )
  @Needs()
  standings(level: Level<Plan>, caller: Caller, @Args() list: ListStandings) {
    return level.pages((plans, members) => this.service.standingsOf(caller, plans, list, members));
  }
}
