import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { connection, Connection } from '../api/connection.js';
import { Paging } from '../api/lists.js';
import { Loaders } from '../api/loaders.js';
import { Edge, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { Head } from '../journal/change.view.js';
import { AsOf, CommuneKey } from './commune.inputs.js';
import { Commune } from './commune.entity.js';
import { CommunesService } from './communes.service.js';
import { Superior, Supervision } from './superior.entity.js';

@Resolver(() => Commune)
export class CommunesResolver {
  constructor(
    private readonly service: CommunesService,
    private readonly loaders: Loaders,
  ) {}

  @Reads('communes', Connection(Commune))
  async communes(@Caller() actor: Actor, @Args() page: Paging) {
    return connection(await this.service.communes(actor, page));
  }

  @Reads('commune', Commune)
  commune(@Caller() actor: Actor, @Args() at: CommuneKey) {
    return this.service.commune(actor, at.key);
  }

  @Reads('superiors', Connection(Superior))
  async superiors(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() on: AsOf) {
    return connection(await this.service.superiors(actor, at.commune, on));
  }

  @Reads('supervisions', Connection(Supervision))
  async supervisions(@Caller() actor: Actor, @Args() at: CommuneAt) {
    return connection(await this.service.supervisions(actor, at.commune));
  }

  @Edge('communes', 'head', Head, 'Head of its journal for you.')
  head(@Parent() commune: { communeId: number }, @Caller() actor: Actor) {
    return this.loaders.load('commune.head', commune.communeId, (ids) => this.service.heads(actor, ids));
  }
}
