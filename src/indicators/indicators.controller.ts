import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { made, many, one, Operation, put } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { Caller, IfMatch, IfMatchOrNone } from '../api/request.js';
import { Indicator } from './indicator.entity.js';
import {
  AddIndicator,
  AmendIndicator,
  ClarifyIndicator,
  IndicatorAt,
  ListIndicators,
  RetireIndicator,
} from './indicator.inputs.js';
import { IndicatorsService } from './indicators.service.js';
import { PlanAt } from './plan.inputs.js';
import { Allotment, Target } from './target.entity.js';
import { TargetsService } from './targets.service.js';
import { ListTargets, SetTarget, TargetAt } from './target.inputs.js';

@ApiTags('plans')
@Controller('v1/communes/:commune/plans/:plan')
export class IndicatorsController {
  constructor(
    private readonly service: IndicatorsService,
    private readonly targetsService: TargetsService,
  ) {}

  @Get('indicators')
  @Operation('indicators', many(Indicator, { sheet: true }))
  indicators(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() of: PlanAt, @Query() list: ListIndicators) {
    return this.service.indicators(actor, at.commune, of.plan, list);
  }

  @Get('indicators/:code')
  @Operation('indicator', one(Indicator))
  indicator(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() of: PlanAt, @Param() which: IndicatorAt) {
    return this.service.indicator(actor, { ...at, ...of, ...which });
  }

  @Get('indicators/:code/actions')
  @Operation('indicatorActions', many(PossibleAct))
  indicatorActions(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() of: PlanAt, @Param() which: IndicatorAt) {
    return this.service.indicatorActions(actor, { ...at, ...of, ...which });
  }

  @Post('indicators')
  @Operation('addIndicator', made(Indicator, ({ code }) => code))
  addIndicator(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() of: PlanAt, @Body() input: AddIndicator) {
    return this.service.addIndicator(actor, at.commune, of.plan, input);
  }

  @Patch('indicators/:code')
  @Operation('amendIndicator', one(Indicator))
  amendIndicator(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: IndicatorAt,
    @IfMatch() version: number,
    @Body() input: AmendIndicator,
  ) {
    return this.service.amendIndicator(actor, { ...at, ...of, ...which }, version, input);
  }

  @Post('indicators/:code/retire')
  @Operation('retireIndicator', one(Indicator))
  retireIndicator(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: IndicatorAt,
    @IfMatch() version: number,
    @Body() input: RetireIndicator,
  ) {
    return this.service.retireIndicator(actor, { ...at, ...of, ...which }, version, input);
  }

  @Post('indicators/:code/clarify')
  @Operation('clarifyIndicator', one(Indicator))
  clarifyIndicator(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: IndicatorAt,
    @IfMatch() version: number,
    @Body() input: ClarifyIndicator,
  ) {
    return this.service.clarifyIndicator(actor, { ...at, ...of, ...which }, version, input);
  }

  @Get('targets')
  @Operation('targets', many(Target, { sheet: true }))
  targets(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() of: PlanAt, @Query() list: ListTargets) {
    return this.targetsService.targets(actor, at.commune, of.plan, list);
  }

  @Put('indicators/:code/targets/:unit/:period')
  @Operation('setTarget', put(Target))
  setTarget(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: IndicatorAt,
    @Param() target: TargetAt,
    @IfMatchOrNone() version: number,
    @Body() input: SetTarget,
  ) {
    return this.targetsService.setTarget(actor, { ...at, ...of, ...which }, target, version, input);
  }

  @Get('indicators/:code/allotment')
  @Operation('allotment', one(Allotment))
  allotment(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() of: PlanAt, @Param() which: IndicatorAt) {
    return this.targetsService.allotment(actor, { ...at, ...of, ...which });
  }
}
