import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { Result } from './result.entity.js';
import { ListOwnResults } from './result.inputs.js';
import { ResultsService } from './results.service.js';

@Resolver(() => Indicator)
export class IndicatorResultsResolver {
  constructor(
    private readonly service: ResultsService,
    private readonly loaders: Loaders,
  ) {}

  @Edge('results', 'results', Connection(Result), 'Its approved figures, in the order of their approval.')
  async results(@Parent() { communeId, id }: Indicator, @CurrentCaller() caller: Caller, @Args() list: ListOwnResults) {
    return connection(
      await this.loaders.load(`indicator.results ${JSON.stringify(list)}`, { communeId, id }, (asked) =>
        this.service.resultsOf(caller, asked, list),
      ),
    );
  }
}
