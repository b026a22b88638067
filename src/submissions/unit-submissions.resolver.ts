import { Args, Parent, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Loaders } from '../api/loaders.js';
import { Edge } from '../api/operation.js';
import { CurrentCaller } from '../api/request.js';
import { Unit } from '../units/unit.entity.js';
import { Submission } from './submission.entity.js';
import { ListOwnSubmissions } from './submission.inputs.js';
import { SubmissionsService } from './submissions.service.js';

@Resolver(() => Unit)
export class UnitSubmissionsResolver {
  constructor(
    private readonly service: SubmissionsService,
    private readonly loaders: Loaders,
  ) {}

  @Edge('submissions', 'submissions', Connection(Submission), 'Its reports, the newest drafted first.')
  async submissions(
    @Parent() { communeId, id }: Unit,
    @CurrentCaller() caller: Caller,
    @Args() list: ListOwnSubmissions,
  ) {
    return connection(
      await this.loaders.load(`unit.submissions ${JSON.stringify(list)}`, { communeId, id }, (units) =>
        this.service.submissionsOf(caller, units, list),
      ),
    );
  }
}
