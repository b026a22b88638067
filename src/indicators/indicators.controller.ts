import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation, put } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, IfMatchOrNone, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { IndicatorActsService } from './indicator-acts.service.js';
import { Indicator } from './indicator.entity.js';
import {
  AddIndicator,
  AmendIndicator,
  ClarifyIndicator,
  DropIndicator,
  IndicatorAt,
  ListIndicators,
  RetireIndicator,
} from './indicator.inputs.js';
import { IndicatorsService } from './indicators.service.js';
import { PlanDropsService } from './plan-drops.service.js';
import { PlanAt } from './plan.inputs.js';
import { TargetActsService } from './target-acts.service.js';
import { Target } from './target.entity.js';
import { Allotment } from './allotment.view.js';
import { ListTargets, RemoveTarget, SetTarget, TargetAt } from './target.inputs.js';
import { TargetsService } from './targets.service.js';

@ApiTags('plans')
@Controller('v1/communes/:commune/plans/:plan')
export class IndicatorsController {
  constructor(
    private readonly service: IndicatorsService,
    private readonly acts: IndicatorActsService,
    private readonly drops: PlanDropsService,
    private readonly targetsService: TargetsService,
    private readonly targetActs: TargetActsService,
  ) {}

  @Get('indicators')
  @Operation('indicators', many(Indicator, { beside: ['responsibleUnit.name'] }))
  indicators(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Query() list: ListIndicators,
    @Needed() members?: Projection,
  ) {
    return this.service.indicators(caller, { ...at, ...of }, list, members);
  }

  @Get('indicators/:code')
  @Operation('indicator', one(Indicator))
  indicator(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: IndicatorAt,
    @Needed() members?: Projection,
  ) {
    return this.service.indicator(caller, { ...at, ...of, ...which }, members);
  }

  @Get('indicators/:code/actions')
  @Operation('indicatorActions', many(PossibleAct, { sheet: false }))
  indicatorActions(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: IndicatorAt,
  ) {
    return this.service.indicatorActions(caller, { ...at, ...of, ...which });
  }

  @Post('indicators')
  @Operation('addIndicator', created(Indicator, ({ code }) => code))
  addIndicator(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Body() input: AddIndicator,
  ) {
    return this.acts.addIndicator(caller, { ...at, ...of }, input);
  }

  @Patch('indicators/:code')
  @Operation('amendIndicator', one(Indicator))
  amendIndicator(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: IndicatorAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendIndicator,
  ) {
    return this.acts.amendIndicator(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Post('indicators/:code/drop')
  @Operation('dropIndicator', one(Indicator))
  dropIndicator(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: IndicatorAt,
    @IfMatch() expectedVersion: number,
    @Body() input: DropIndicator,
  ) {
    return this.drops.dropIndicator(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Post('indicators/:code/retire')
  @Operation('retireIndicator', one(Indicator))
  retireIndicator(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: IndicatorAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RetireIndicator,
  ) {
    return this.acts.retireIndicator(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Post('indicators/:code/clarify')
  @Operation('clarifyIndicator', one(Indicator))
  clarifyIndicator(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: IndicatorAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ClarifyIndicator,
  ) {
    return this.acts.clarifyIndicator(caller, { ...at, ...of, ...which, expectedVersion }, input);
  }

  @Get('targets')
  @Operation('targets', many(Target, { beside: ['indicator.name', 'indicator.measure.baseUnit', 'unit.name'] }))
  targets(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Query() list: ListTargets,
    @Needed() members?: Projection,
  ) {
    return this.targetsService.targets(caller, { ...at, ...of }, list, members);
  }

  @Put('indicators/:code/targets/:unit/:period')
  @Operation('setTarget', put(Target))
  setTarget(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: IndicatorAt,
    @Param() target: TargetAt,
    @IfMatchOrNone() expectedVersion: number,
    @Body() input: SetTarget,
  ) {
    return this.targetActs.setTarget(caller, { ...at, ...of, ...which, ...target, expectedVersion }, input);
  }

  @Post('indicators/:code/targets/:unit/:period/remove')
  @Operation('removeTarget', one(Target))
  removeTarget(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() of: PlanAt,
    @Param() which: IndicatorAt,
    @Param() target: TargetAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RemoveTarget,
  ) {
    return this.targetActs.removeTarget(caller, { ...at, ...of, ...which, ...target, expectedVersion }, input);
  }

  @Get('indicators/:code/allotment')
  @Operation('allotment', one(Allotment))
  allotment(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() of: PlanAt, @Param() which: IndicatorAt) {
    return this.targetsService.allotment(caller, { ...at, ...of, ...which });
  }
}
