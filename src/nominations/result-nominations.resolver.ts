import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { Result } from '../submissions/result.entity.js';
import { Nomination } from './nomination.entity.js';
import { ListOwnNominations } from './nomination.inputs.js';
import { NominationsService } from './nominations.service.js';

@Resolver(() => Result)
export class ResultNominationsResolver {
  constructor(
    private readonly service: NominationsService,
    private readonly loaders: Loaders,
  ) {}

  @Edge('nominations', 'nominations', Connection(Nomination), 'Nominations that rest on the result, the newest first.')
  async nominations(
    @Parent() { communeId, id }: Result,
    @CurrentCaller() caller: Caller,
    @Args() list: ListOwnNominations,
  ) {
    return connection(
      await this.loaders.load(`result.nominations ${JSON.stringify(list)}`, { communeId, id }, (asked) =>
        this.service.nominationsOf(caller, 'result', asked, list),
      ),
    );
  }
}
