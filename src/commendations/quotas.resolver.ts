import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { ListRounds, RoundAt } from '../nominations/round.inputs.js';
import { QuotasService } from './quotas.service.js';
import { RoundQuota } from './quota.view.js';

@Resolver(() => RoundQuota)
export class QuotasResolver {
  constructor(private readonly service: QuotasService) {}

  @Reads('quotas', Connection(RoundQuota))
  async quotas(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RoundAt,
    @Args() list: ListRounds,
  ) {
    return connection(await this.service.quotas(caller, { ...at, ...which }, list));
  }
}
