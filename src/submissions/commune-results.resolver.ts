import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import type { Level } from '../api/level.js';
import { Connection } from '../api/connection.js';
import { reachesOf } from '../api/found.js';
import { Edge, Needs } from '../api/operation.js';
import { Commune } from '../communes/commune.entity.js';
import { Result } from './result.entity.js';
import { ListResults } from './result.inputs.js';
import { ResultsService } from './results.service.js';
import { Submission } from './submission.entity.js';
import { ListSubmissions } from './submission.inputs.js';
import { SubmissionsService } from './submissions.service.js';

@Resolver(() => Commune)
export class CommuneResultsResolver {
  constructor(
    private readonly service: ResultsService,
    private readonly submissionsService: SubmissionsService,
  ) {}

  @Edge('results', Connection(Result), 'Its approved figures, in the order of their approval.')
  @Needs()
  results(level: Level<Commune>, caller: Caller, @Args() list: ListResults) {
    return level.pages((communes, members) =>
      this.service.resultsIn(caller, reachesOf(caller, communes), list, members),
    );
  }

  @Edge('submissions', Connection(Submission), 'Its reports, the newest drafted first.')
  @Needs()
  submissions(level: Level<Commune>, caller: Caller, @Args() list: ListSubmissions) {
    return level.pages((communes, members) =>
      this.submissionsService.submissionsIn(caller, reachesOf(caller, communes), list, members),
    );
  }
}
