import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { Edge, Needs } from '../api/operation.js';
import { Result } from '../submissions/result.entity.js';
import { Nomination } from './nomination.entity.js';
import { ListOwnNominations } from './nomination.inputs.js';
import { NominationsService } from './nominations.service.js';

@Resolver(() => Result)
export class ResultNominationsResolver {
  constructor(private readonly service: NominationsService) {}

  @Edge('nominations', Connection(Nomination), 'Nominations that rest on the result, the newest first.')
  @Needs()
  nominations(level: Level<Result>, caller: Caller, @Args() list: ListOwnNominations) {
    return level.pages((asked, members) =>
      this.service.nominationsOf(caller, { of: 'result', records: asked }, list, members),
    );
  }
}
