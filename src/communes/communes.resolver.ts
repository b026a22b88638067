import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Paging } from '../api/lists.js';
import { Loaders } from '../api/loaders.js';
import { Edge, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { Head } from '../journal/change.view.js';
import { Commune } from './commune.entity.js';
import { AsOf, CommuneKey } from './commune.inputs.js';
import { CommunesService } from './communes.service.js';
import { Superior, Supervision } from './superior.entity.js';

@Resolver(() => Commune)
export class CommunesResolver {
  constructor(
    private readonly service: CommunesService,
    private readonly loaders: Loaders,
  ) {}

  @Reads('communes', Connection(Commune))
  async communes(@CurrentCaller() caller: Caller, @Args() page: Paging) {
    return connection(await this.service.communes(caller, page));
  }

  @Reads('commune', Commune)
  commune(@CurrentCaller() caller: Caller, @Args() at: CommuneKey) {
    return this.service.commune(caller, at.key);
  }

  @Reads('superiors', Connection(Superior))
  async superiors(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() on: AsOf) {
    return connection(await this.service.superiors(caller, at.commune, on));
  }

  @Reads('supervisions', Connection(Supervision))
  async supervisions(@CurrentCaller() caller: Caller, @Args() at: CommuneAt) {
    return connection(await this.service.supervisions(caller, at.commune));
  }

  @Edge('communes', 'head', Head, 'Head of its journal for you.')
  head(@Parent() commune: { communeId: number }, @CurrentCaller() caller: Caller) {
    return this.loaders.load('commune.head', commune.communeId, (ids) => this.service.heads(caller, ids));
  }
}
