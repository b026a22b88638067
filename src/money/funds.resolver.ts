import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { Fund } from './fund.entity.js';
import { FundAt, SetFund } from './fund.inputs.js';
import { FundState } from './fund.view.js';
import { FundsService } from './funds.service.js';

@Resolver(() => FundState)
export class FundsResolver {
  constructor(private readonly service: FundsService) {}

  @Reads('fund', FundState)
  fund(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() which: FundAt) {
    return this.service.fund(caller, { ...at, ...which });
  }

  @Acts('setFund', Fund)
  setFund(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: FundAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: SetFund,
  ) {
    return this.service.setFund(caller, { ...at, ...which, expectedVersion }, input);
  }
}
