import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { reachesOf } from '../api/found.js';
import { Edge, Needs } from '../api/operation.js';
import { Commune } from '../communes/commune.entity.js';
import { Award } from './award.entity.js';
import { ListAwards } from './award.inputs.js';
import { AwardsService } from './awards.service.js';
import { Decision } from './decision.entity.js';
import { ListDecisions } from './decision.inputs.js';
import { DecisionsService } from './decisions.service.js';

@Resolver(() => Commune)
export class CommuneAwardsResolver {
  constructor(
    private readonly service: AwardsService,
    private readonly decisionsService: DecisionsService,
  ) {}

  @Edge('awards', Connection(Award), 'Its register of awards, the newest recorded first.')
  @Needs()
  awards(level: Level<Commune>, caller: Caller, @Args() list: ListAwards) {
    return level.pages((communes, members) =>
      this.service.awardsIn(caller, reachesOf(caller, communes), list, members),
    );
  }

  @Edge('decisions', Connection(Decision), 'Its decisions, the newest drafted first.')
  @Needs()
  decisions(level: Level<Commune>, caller: Caller, @Args() list: ListDecisions) {
    return level.pages((communes, members) =>
      this.decisionsService.decisionsIn(caller, reachesOf(caller, communes), list, members),
    );
  }
}
