import { Args, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { connection, Connection } from '../api/connection.js';
import { Paging } from '../api/lists.js';
import { Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { Change, Changes, Proof } from './change.view.js';
import { FeedPage, RecordAt, Stretch } from './changes.inputs.js';
import { ChangesService } from './changes.service.js';

@Resolver(() => Change)
export class ChangesResolver {
  constructor(private readonly service: ChangesService) {}

  @Reads('changes', Changes)
  changes(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() page: FeedPage) {
    return this.service.changes(actor, at.commune, page);
  }

  @Reads('proof', Proof)
  proof(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() stretch: Stretch) {
    return this.service.proof(actor, at.commune, stretch);
  }

  @Reads('history', Connection(Change))
  async history(@Caller() actor: Actor, @Args() at: CommuneAt, @Args() record: RecordAt, @Args() page: Paging) {
    return connection(await this.service.history(actor, at.commune, record, page));
  }
}
