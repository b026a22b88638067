import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { Paging } from '../api/lists.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatch, IfMatchOrNone } from '../api/request.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { PeriodActsService } from './period-acts.service.js';
import { ClosePeriod, ExtendDeadline, PeriodAt, ReopenPeriod } from './period.inputs.js';
import { PeriodsService } from './periods.service.js';
import { PlanPeriod } from './plan-period.entity.js';

@ApiTags('submissions')
@Controller('v1/communes/:commune/plans/:plan/periods')
export class PeriodsController {
  constructor(
    private readonly service: PeriodsService,
    private readonly acts: PeriodActsService,
  ) {}

  @Get()
  @Operation('periods', many(PlanPeriod))
  periods(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() of: PlanAt, @Query() page: Paging) {
    return this.service.periods(caller, { ...at, ...of }, page);
  }

  @Get(':period')
  @Operation('period', one(PlanPeriod, { timeDependent: { reads: [], changes: () => true } }))
  period(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() of: PlanAt, @Param() which: PeriodAt) {
    return this.service.listedPeriod(caller, { ...at, ...of, ...which });
  }

  @Post(':period/extend')
  @Operation('extendDeadline', one(PlanPeriod))
  extendDeadline(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: PeriodAt,
    @IfMatchOrNone() expectedVersion: number,
    @Body() input: ExtendDeadline,
  ) {
    return this.acts.extendDeadline(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Post(':period/close')
  @Operation('closePeriod', one(PlanPeriod))
  closePeriod(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: PeriodAt,
    @IfMatchOrNone() expectedVersion: number,
    @Body() input: ClosePeriod,
  ) {
    return this.acts.closePeriod(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Post(':period/reopen')
  @Operation('reopenPeriod', one(PlanPeriod))
  reopenPeriod(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: PeriodAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ReopenPeriod,
  ) {
    return this.acts.reopenPeriod(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }
}
