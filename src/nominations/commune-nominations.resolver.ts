import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { reachesOf } from '../api/found.js';
import { Edge, Needs } from '../api/operation.js';
import { Commune } from '../communes/commune.entity.js';
import { Nomination } from './nomination.entity.js';
import { ListNominations } from './nomination.inputs.js';
import { NominationsService } from './nominations.service.js';

@Resolver(() => Commune)
export class CommuneNominationsResolver {
  constructor(private readonly service: NominationsService) {}

  @Edge('nominations', Connection(Nomination), 'Its nominations, the newest first.')
  @Needs()
  nominations(level: Level<Commune>, caller: Caller, @Args() list: ListNominations) {
    return level.pages((communes, members) =>
      this.service.nominationsIn(caller, reachesOf(caller, communes), list, members),
    );
  }
}
