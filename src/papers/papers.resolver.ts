import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { DecisionAt } from '../commendations/decision.inputs.js';
import { DecisionPapersService } from './decision-papers.service.js';
import { PrintedPaper } from './printed-paper.view.js';

@Resolver(() => PrintedPaper)
export class PapersResolver {
  constructor(private readonly decisions: DecisionPapersService) {}

  @Reads('decisionPaper', PrintedPaper)
  decisionPaper(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() which: DecisionAt) {
    return this.decisions.decisionPaper(caller, at.commune, which.id);
  }
}
