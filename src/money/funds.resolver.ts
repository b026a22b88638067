import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Acts, ExpectedVersion, Input } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { Fund } from './fund.entity.js';
import { FundAt, SetFund } from './fund.inputs.js';
import { FundsService } from './funds.service.js';

@Resolver(() => Fund)
export class FundsResolver {
  constructor(private readonly service: FundsService) {}

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
