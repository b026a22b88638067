import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { Edge, Needs } from '../api/operation.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { Result } from './result.entity.js';
import { ListOwnResults } from './result.inputs.js';
import { ResultsService } from './results.service.js';

@Resolver(() => Indicator)
export class IndicatorResultsResolver {
  constructor(private readonly service: ResultsService) {}

  @Edge('results', Connection(Result), 'Its approved figures, in the order of their approval.')
  @Needs()
  results(level: Level<Indicator>, caller: Caller, @Args() list: ListOwnResults) {
    return level.pages((asked, members) => this.service.resultsOf(caller, asked, list, members));
  }
}
