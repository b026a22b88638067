import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { Edge, Needs } from '../api/operation.js';
import { Unit } from '../units/unit.entity.js';
import { Submission } from './submission.entity.js';
import { ListOwnSubmissions } from './submission.inputs.js';
import { SubmissionsService } from './submissions.service.js';

@Resolver(() => Unit)
export class UnitSubmissionsResolver {
  constructor(private readonly service: SubmissionsService) {}

  @Edge('submissions', Connection(Submission), 'Its reports, the newest drafted first.')
  @Needs()
  submissions(level: Level<Unit>, caller: Caller, @Args() list: ListOwnSubmissions) {
    return level.pages((units, members) => this.service.submissionsOf(caller, units, list, members));
  }
}
