import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller, IfMatch } from '../api/request.js';
import { Indicator } from './indicator.entity.js';
import { AmendIndicator, IndicatorAt, ListIndicators } from './indicator.inputs.js';
import { IndicatorsService } from './indicators.service.js';
import { Plan } from './plan.entity.js';
import { ListPlans, PlanAt } from './plan.inputs.js';
import { PlansService } from './plans.service.js';

@ApiTags('plans')
@Controller('v1/communes/:commune/plans')
export class PlansController {
  constructor(
    private readonly service: PlansService,
    private readonly indicatorsService: IndicatorsService,
  ) {}

  @Get()
  @Operation('plans', many(Plan))
  plans(@Caller() actor: Actor, @Param() at: CommuneAt, @Query() list: ListPlans) {
    return this.service.plans(actor, at.commune, list);
  }

  @Get(':plan')
  @Operation('plan', one(Plan))
  plan(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: PlanAt) {
    return this.service.plan(actor, at.commune, which.plan);
  }

  @Get(':plan/indicators')
  @Operation('indicators', many(Indicator))
  indicators(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() of: PlanAt, @Query() list: ListIndicators) {
    return this.indicatorsService.indicators(actor, at.commune, of.plan, list);
  }

  @Get(':plan/indicators/:code')
  @Operation('indicator', one(Indicator))
  indicator(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() of: PlanAt, @Param() which: IndicatorAt) {
    return this.indicatorsService.indicator(actor, at.commune, of.plan, which.code);
  }

  @Patch(':plan/indicators/:code')
  @Operation('amendIndicator', one(Indicator))
  amendIndicator(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() of: PlanAt, @Param() which: IndicatorAt, @IfMatch() version: number, @Body() input: AmendIndicator) {
    return this.indicatorsService.amendIndicator(actor, at.commune, of.plan, which.code, version, input);
  }
}
