import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { DecisionActsService } from './decision-acts.service.js';
import { DecisionCorrectionsService } from './decision-corrections.service.js';
import { Decision } from './decision.entity.js';
import {
  AmendDecision,
  CancelDecision,
  CorrectDecision,
  DecisionAt,
  DraftDecision,
  ListDecisions,
  SignDecision,
} from './decision.inputs.js';
import { DecisionsService } from './decisions.service.js';

@ApiTags('decisions')
@Controller('v1/communes/:commune/decisions')
export class DecisionsController {
  constructor(
    private readonly service: DecisionsService,
    private readonly acts: DecisionActsService,
    private readonly corrections: DecisionCorrectionsService,
  ) {}

  @Get()
  @Operation('decisions', many(Decision))
  decisions(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListDecisions,
    @Needed() members?: Projection,
  ) {
    return this.service.decisions(caller, at.commune, list, members);
  }

  @Get(':id')
  @Operation('decision', one(Decision))
  decision(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: DecisionAt,
    @Needed() members?: Projection,
  ) {
    return this.service.decision(caller, at.commune, which.id, members);
  }

  @Get(':id/actions')
  @Operation('decisionActions', many(PossibleAct, { sheet: false }))
  decisionActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: DecisionAt) {
    return this.service.decisionActions(caller, at.commune, which.id);
  }

  @Post()
  @Operation('draftDecision', created(Decision, ({ id }) => id))
  draftDecision(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: DraftDecision) {
    return this.acts.draftDecision(caller, at.commune, input);
  }

  @Patch(':id')
  @Operation('amendDecision', one(Decision))
  amendDecision(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: DecisionAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendDecision,
  ) {
    return this.acts.amendDecision(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/cancel')
  @Operation('cancelDecision', one(Decision))
  cancelDecision(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: DecisionAt,
    @IfMatch() expectedVersion: number,
    @Body() input: CancelDecision,
  ) {
    return this.acts.cancelDecision(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/sign')
  @Operation('signDecision', one(Decision))
  signDecision(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: DecisionAt,
    @IfMatch() expectedVersion: number,
    @Body() input: SignDecision,
  ) {
    return this.acts.signDecision(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/correct')
  @Operation('correctDecision', one(Decision))
  correctDecision(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: DecisionAt,
    @IfMatch() expectedVersion: number,
    @Body() input: CorrectDecision,
  ) {
    return this.corrections.correctDecision(caller, { ...at, ...which, expectedVersion }, input);
  }
}
