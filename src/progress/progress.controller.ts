import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { PlanAt } from '../indicators/plan.inputs.js';
import { CompletenessService } from './completeness.service.js';
import { Completeness } from './completeness.view.js';
import { ListCompleteness, ListProgress } from './progress.inputs.js';
import { ProgressService } from './progress.service.js';
import { Progress } from './progress.view.js';

@ApiTags('results')
@Controller('v1/communes/:commune/plans/:plan')
export class ProgressController {
  constructor(
    private readonly service: ProgressService,
    private readonly completenesses: CompletenessService,
  ) {}

  @Get('progress')
  @Operation('progress', many(Progress, { beside: ['indicator.name', 'indicator.measure.baseUnit', 'unit.name'] }))
  progress(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() of: PlanAt, @Query() list: ListProgress) {
    return this.service.progress(caller, { ...at, ...of }, list);
  }

  @Get('completeness')
  @Operation('completeness', many(Completeness, { beside: ['unit.name'] }))
  completeness(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Query() list: ListCompleteness,
  ) {
    return this.completenesses.completeness(caller, { ...at, ...of }, list);
  }
}
