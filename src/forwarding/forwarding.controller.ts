import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Nomination } from '../nominations/nomination.entity.js';
import { NominationAt } from '../nominations/nomination.inputs.js';
import { ForwardNomination, ReceiveNomination, RecordOutcome } from './forwarding.inputs.js';
import { ForwardingService } from './forwarding.service.js';
import { OutcomeActsService } from './outcome-acts.service.js';
import { Outcome } from './outcome.entity.js';
import { OutcomesService } from './outcomes.service.js';

@ApiTags('nominations')
@Controller('v1/communes/:commune/nominations/:id')
export class ForwardingController {
  constructor(
    private readonly forwarding: ForwardingService,
    private readonly acts: OutcomeActsService,
    private readonly service: OutcomesService,
  ) {}

  @Post('forward')
  @Operation('forwardNomination', one(Nomination))
  forwardNomination(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: NominationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ForwardNomination,
  ) {
    return this.forwarding.forwardNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('receive')
  @Operation('receiveNomination', one(Nomination))
  receiveNomination(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: NominationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ReceiveNomination,
  ) {
    return this.forwarding.receiveNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('outcome')
  @Operation('recordOutcome', one(Nomination))
  recordOutcome(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: NominationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RecordOutcome,
  ) {
    return this.acts.recordOutcome(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Get('outcomes')
  @Operation('outcomes', many(Outcome, { sheet: false }))
  outcomes(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: NominationAt,
    @Needed() members?: Projection,
  ) {
    return this.service.outcomes(caller, { ...at, ...which }, members);
  }
}
