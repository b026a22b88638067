import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Paging } from '../api/lists.js';
import { Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { Change, Changes, Proof } from './change.view.js';
import { FeedPage, RecordAt, SnapshotPage, Stretch } from './changes.inputs.js';
import { ChangesService } from './changes.service.js';
import { Snapshot } from './snapshot.view.js';
import { SnapshotsService } from './snapshots.service.js';

@Resolver(() => Change)
export class ChangesResolver {
  constructor(
    private readonly service: ChangesService,
    private readonly snapshots: SnapshotsService,
  ) {}

  @Reads('changes', Changes)
  changes(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() page: FeedPage) {
    return this.service.changes(caller, at.commune, page);
  }

  @Reads('proof', Proof)
  proof(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() stretch: Stretch) {
    return this.service.proof(caller, at.commune, stretch);
  }

  @Reads('snapshot', Snapshot)
  snapshot(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() page: SnapshotPage) {
    return this.snapshots.snapshot(caller, at.commune, page);
  }

  @Reads('history', Connection(Change))
  async history(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() record: RecordAt,
    @Args() page: Paging,
  ) {
    return connection(await this.service.history(caller, { ...at, ...record }, page));
  }
}
