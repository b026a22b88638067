import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Acknowledgement } from './acknowledgement.entity.js';
import { LaunchState } from './launch.view.js';
import { AcknowledgementsService } from './acknowledgements.service.js';
import { PlanActsService } from './plan-acts.service.js';
import { PlanDropsService } from './plan-drops.service.js';
import { Plan } from './plan.entity.js';
import {
  AcknowledgementAt,
  AcknowledgePlan,
  AmendAcknowledgement,
  RemoveAcknowledgement,
  AmendPlan,
  ClosePlan,
  DraftPlan,
  DropPlan,
  IssuePlan,
  ListPlans,
  PlanAt,
  ReopenPlan,
  SetPlanSettings,
} from './plan.inputs.js';
import { PlansService } from './plans.service.js';

@ApiTags('plans')
@Controller('v1/communes/:commune/plans')
export class PlansController {
  constructor(
    private readonly service: PlansService,
    private readonly acts: PlanActsService,
    private readonly drops: PlanDropsService,
    private readonly acknowledgements: AcknowledgementsService,
  ) {}

  @Get()
  @Operation('plans', many(Plan, { beside: ['unit.name'] }))
  plans(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListPlans,
    @Needed() members?: Projection,
  ) {
    return this.service.plans(caller, at.commune, list, members);
  }

  @Get(':plan')
  @Operation('plan', one(Plan))
  plan(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PlanAt,
    @Needed() members?: Projection,
  ) {
    return this.service.plan(caller, at.commune, which.plan, members);
  }

  @Get(':plan/actions')
  @Operation('planActions', many(PossibleAct, { sheet: false }))
  planActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: PlanAt) {
    return this.service.planActions(caller, at.commune, which.plan);
  }

  @Post()
  @Operation('draftPlan', created(Plan, ({ key }) => key))
  draftPlan(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: DraftPlan) {
    return this.acts.draftPlan(caller, at.commune, input);
  }

  @Patch(':plan')
  @Operation('amendPlan', one(Plan))
  amendPlan(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PlanAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendPlan,
  ) {
    return this.acts.amendPlan(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':plan/drop')
  @Operation('dropPlan', one(Plan))
  dropPlan(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PlanAt,
    @IfMatch() expectedVersion: number,
    @Body() input: DropPlan,
  ) {
    return this.drops.dropPlan(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Put(':plan/settings')
  @Operation('setPlanSettings', one(Plan))
  setPlanSettings(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PlanAt,
    @IfMatch() expectedVersion: number,
    @Body() input: SetPlanSettings,
  ) {
    return this.acts.setPlanSettings(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':plan/issue')
  @ApiBody({ type: IssuePlan, required: false })
  @Operation('issuePlan', one(Plan))
  issuePlan(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PlanAt,
    @IfMatch() expectedVersion: number,
    @Body() input?: IssuePlan,
  ) {
    return this.acts.issuePlan(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':plan/close')
  @Operation('closePlan', one(Plan))
  closePlan(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PlanAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ClosePlan,
  ) {
    return this.acts.closePlan(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':plan/reopen')
  @Operation('reopenPlan', one(Plan))
  reopenPlan(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PlanAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ReopenPlan,
  ) {
    return this.acts.reopenPlan(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':plan/acknowledgements')
  @Operation('acknowledgePlan', created(Acknowledgement, () => '../launch'))
  acknowledgePlan(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PlanAt,
    @Body() input: AcknowledgePlan,
  ) {
    return this.acknowledgements.acknowledgePlan(caller, { ...at, ...which }, input);
  }

  @Patch(':plan/acknowledgements/:unit')
  @Operation('amendAcknowledgement', one(Acknowledgement))
  amendAcknowledgement(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PlanAt,
    @Param() of: AcknowledgementAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendAcknowledgement,
  ) {
    return this.acknowledgements.amendAcknowledgement(caller, { ...at, ...which, ...of, expectedVersion }, input);
  }

  @Post(':plan/acknowledgements/:unit/remove')
  @Operation('removeAcknowledgement', one(Acknowledgement))
  removeAcknowledgement(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: PlanAt,
    @Param() of: AcknowledgementAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RemoveAcknowledgement,
  ) {
    return this.acknowledgements.removeAcknowledgement(caller, { ...at, ...which, ...of, expectedVersion }, input);
  }

  @Get(':plan/launch')
  @Operation('launchState', one(LaunchState))
  launchState(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: PlanAt) {
    return this.acknowledgements.launchState(caller, at.commune, which.plan);
  }
}
