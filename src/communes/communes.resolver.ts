import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { connection, Connection } from '../api/connection.js';
import { Paging } from '../api/lists.js';
import { Edge, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Head } from '../journal/change.view.js';
import { Commune } from './commune.entity.js';
import { AsOf, CommuneKey } from './commune.inputs.js';
import { CommunesService } from './communes.service.js';
import { Superior, Supervision } from './superior.entity.js';

@Resolver(() => Commune)
export class CommunesResolver {
  constructor(private readonly service: CommunesService) {}

  @Reads('communes', Connection(Commune))
  async communes(@CurrentCaller() caller: Caller, @Args() page: Paging, @Needed() members?: Projection) {
    return connection(await this.service.communes(caller, page, members));
  }

  @Reads('commune', Commune)
  commune(@CurrentCaller() caller: Caller, @Args() at: CommuneKey, @Needed() members?: Projection) {
    return this.service.commune(caller, at.key, members);
  }

  @Reads('superiors', Connection(Superior))
  async superiors(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() on: AsOf) {
    return connection(await this.service.superiors(caller, at.commune, on));
  }

  @Reads('supervisions', Connection(Supervision))
  async supervisions(@CurrentCaller() caller: Caller, @Args() at: CommuneAt) {
    return connection(await this.service.supervisions(caller, at.commune));
  }

  @Edge('communes', Head, 'Head of its journal for you.')
  @Needs()
  head({ parents }: Level<Commune>, caller: Caller) {
    return this.service.heads(
      caller,
      parents.map(({ id }) => id),
    );
  }
}
