import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Paging } from '../api/lists.js';
import { Edge, Needs } from '../api/operation.js';
import { Award } from '../commendations/award.entity.js';
import { Payment } from './payment.entity.js';
import { PaymentsService } from './payments.service.js';

@Resolver(() => Award)
export class AwardPaymentsResolver {
  constructor(private readonly service: PaymentsService) {}

  @Edge('payments', Connection(Payment), 'Its payments and recoveries, the newest recorded first.')
  @Needs()
  payments(level: Level<Award>, caller: Caller, @Args() page: Paging) {
    return level.pages((awards, members) => this.service.paymentsOf(caller, awards, page, members));
  }
}
