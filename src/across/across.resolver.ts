import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Costs, Reads } from '../api/operation.js';
import { CurrentCaller, Needed } from '../api/request.js';
import { Award } from '../commendations/award.entity.js';
import type { Projection } from '../database/projection.js';
import { limits } from '../limits/limits.js';
import { Completeness } from '../progress/completeness.view.js';
import { Standing } from '../standings/standing.entity.js';
import { Result } from '../submissions/result.entity.js';
import {
  ListAwardsOfAll,
  ListCompletenessOfAll,
  ListProgressOfAll,
  ListResultsOfAll,
  ListStandingsOfAll,
} from './across.inputs.js';
import { AcrossService } from './across.service.js';
import { ProgressOfAllService } from './progress-of-all.service.js';
import { ProgressOfAll } from './progress-of-all.view.js';

/** Communes whose plans a page may be computed from. */
const communes = 25;

@Resolver(() => ProgressOfAll)
export class AcrossResolver {
  constructor(
    private readonly service: AcrossService,
    private readonly computed: ProgressOfAllService,
  ) {}

  @Reads('resultsOfAll', Connection(Result))
  async resultsOfAll(@CurrentCaller() caller: Caller, @Args() list: ListResultsOfAll, @Needed() members?: Projection) {
    return connection(await this.service.resultsOfAll(caller, list, members));
  }

  @Reads('progressOfAll', Connection(ProgressOfAll))
  @Costs(communes * limits.progress.plan)
  async progressOfAll(@CurrentCaller() caller: Caller, @Args() list: ListProgressOfAll) {
    return connection(await this.computed.progressOfAll(caller, list));
  }

  @Reads('completenessOfAll', Connection(Completeness))
  @Costs(communes * limits.progress.plan)
  async completenessOfAll(@CurrentCaller() caller: Caller, @Args() list: ListCompletenessOfAll) {
    return connection(await this.computed.completenessOfAll(caller, list));
  }

  @Reads('standingsOfAll', Connection(Standing))
  async standingsOfAll(
    @CurrentCaller() caller: Caller,
    @Args() list: ListStandingsOfAll,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.standingsOfAll(caller, list, members));
  }

  @Reads('awardsOfAll', Connection(Award))
  async awardsOfAll(@CurrentCaller() caller: Caller, @Args() list: ListAwardsOfAll, @Needed() members?: Projection) {
    return connection(await this.service.awardsOfAll(caller, list, members));
  }
}
