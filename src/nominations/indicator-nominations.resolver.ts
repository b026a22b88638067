import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { Edge, Needs } from '../api/operation.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { Nomination } from './nomination.entity.js';
import { ListOwnNominations } from './nomination.inputs.js';
import { NominationsService } from './nominations.service.js';

@Resolver(() => Indicator)
export class IndicatorNominationsResolver {
  constructor(private readonly service: NominationsService) {}

  @Edge('nominations', Connection(Nomination), 'Nominations that rest on figures of the indicator, newest first.')
  @Needs()
  nominations(level: Level<Indicator>, caller: Caller, @Args() list: ListOwnNominations) {
    return level.pages((asked, members) =>
      this.service.nominationsOf(caller, { of: 'indicator', records: asked }, list, members),
    );
  }
}
