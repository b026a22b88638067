import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { FundAt } from '../money/fund.inputs.js';
import { FundState } from './fund-state.view.js';
import { FundStatesService } from './fund-states.service.js';

@Resolver(() => FundState)
export class FundStatesResolver {
  constructor(private readonly service: FundStatesService) {}

  @Reads('fund', FundState)
  fund(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() which: FundAt) {
    return this.service.fund(caller, { ...at, ...which });
  }
}
