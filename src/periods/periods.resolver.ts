import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Paging } from '../api/lists.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { PeriodActsService } from './period-acts.service.js';
import { ClosePeriod, ExtendDeadline, PeriodAt, ReopenPeriod } from './period.inputs.js';
import { PeriodsService } from './periods.service.js';
import { PlanPeriod } from './plan-period.entity.js';

@Resolver(() => PlanPeriod)
export class PeriodsResolver {
  constructor(
    private readonly service: PeriodsService,
    private readonly acts: PeriodActsService,
  ) {}

  @Reads('periods', Connection(PlanPeriod))
  async periods(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() of: PlanAt, @Args() page: Paging) {
    return connection(await this.service.periods(caller, { ...at, ...of }, page));
  }

  @Reads('period', PlanPeriod)
  period(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Args() of: PlanAt, @Args() which: PeriodAt) {
    return this.service.listedPeriod(caller, { ...at, ...of, ...which });
  }

  @Acts('extendDeadline', PlanPeriod)
  extendDeadline(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: PeriodAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ExtendDeadline,
  ) {
    return this.acts.extendDeadline(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Acts('closePeriod', PlanPeriod)
  closePeriod(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: PeriodAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ClosePeriod,
  ) {
    return this.acts.closePeriod(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Acts('reopenPeriod', PlanPeriod)
  reopenPeriod(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() of: PlanAt,
    @Args() which: PeriodAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ReopenPeriod,
  ) {
    return this.acts.reopenPeriod(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }
}
