import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { NominationActsService } from './nomination-acts.service.js';
import { NominationAmendmentsService } from './nomination-amendments.service.js';
import { Nomination } from './nomination.entity.js';
import {
  AmendNomination,
  AppraiseNomination,
  DropNomination,
  ListNominations,
  Nominate,
  NominationAt,
  ReturnNomination,
  SubmitNomination,
  WithdrawNomination,
} from './nomination.inputs.js';
import { NominationsService } from './nominations.service.js';

@ApiTags('nominations')
@Controller('v1/communes/:commune/nominations')
export class NominationsController {
  constructor(
    private readonly service: NominationsService,
    private readonly acts: NominationActsService,
    private readonly amendments: NominationAmendmentsService,
  ) {}

  @Get()
  @Operation('nominations', many(Nomination, { beside: ['round.name', 'unit.name'] }))
  nominations(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListNominations,
    @Needed() members?: Projection,
  ) {
    return this.service.nominations(caller, at.commune, list, members);
  }

  @Get(':id')
  @Operation('nomination', one(Nomination))
  nomination(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: NominationAt,
    @Needed() members?: Projection,
  ) {
    return this.service.nomination(caller, at.commune, which.id, members);
  }

  @Get(':id/actions')
  @Operation('nominationActions', many(PossibleAct, { sheet: false }))
  nominationActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: NominationAt) {
    return this.service.nominationActions(caller, at.commune, which.id);
  }

  @Post()
  @Operation('nominate', created(Nomination, ({ id }) => id))
  nominate(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: Nominate) {
    return this.acts.nominate(caller, at.commune, input);
  }

  @Patch(':id')
  @Operation('amendNomination', one(Nomination))
  amendNomination(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: NominationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendNomination,
  ) {
    return this.amendments.amendNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/drop')
  @Operation('dropNomination', one(Nomination))
  dropNomination(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: NominationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: DropNomination,
  ) {
    return this.amendments.dropNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/submit')
  @Operation('submitNomination', one(Nomination))
  submitNomination(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: NominationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: SubmitNomination,
  ) {
    return this.acts.submitNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/return')
  @Operation('returnNomination', one(Nomination))
  returnNomination(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: NominationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ReturnNomination,
  ) {
    return this.acts.returnNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/appraise')
  @Operation('appraiseNomination', one(Nomination))
  appraiseNomination(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: NominationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AppraiseNomination,
  ) {
    return this.acts.appraiseNomination(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/withdraw')
  @Operation('withdrawNomination', one(Nomination))
  withdrawNomination(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: NominationAt,
    @IfMatch() expectedVersion: number,
    @Body() input: WithdrawNomination,
  ) {
    return this.acts.withdrawNomination(caller, { ...at, ...which, expectedVersion }, input);
  }
}
