import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { LinkParameters } from '../api/asked.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { AwardActsService } from './award-acts.service.js';
import { AwardRevocationsService } from './award-revocations.service.js';
import { AwardVerification } from './award-verification.view.js';
import { Award } from './award.entity.js';
import {
  AmendAward,
  AwardAt,
  CodeAt,
  CorrectAward,
  ListAwards,
  RecordAward,
  RemoveAward,
  RestoreAward,
  RevokeAward,
} from './award.inputs.js';
import { AwardsService } from './awards.service.js';
import { RecordedAwardsService } from './recorded-awards.service.js';

@ApiTags('awards')
@Controller('v1')
export class AwardsController {
  constructor(
    private readonly service: AwardsService,
    private readonly acts: AwardActsService,
    private readonly revocations: AwardRevocationsService,
    private readonly recorded: RecordedAwardsService,
  ) {}

  @Get('communes/:commune/awards')
  @Operation('awards', many(Award))
  awards(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListAwards,
    @Needed() members?: Projection,
  ) {
    return this.service.awards(caller, at.commune, list, members);
  }

  @Get('communes/:commune/awards/:id')
  @Operation('award', one(Award))
  award(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: AwardAt,
    @Needed() members?: Projection,
  ) {
    return this.service.award(caller, at.commune, which.id, members);
  }

  @Get('communes/:commune/awards/:id/actions')
  @Operation('awardActions', many(PossibleAct, { sheet: false }))
  awardActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: AwardAt) {
    return this.service.awardActions(caller, at.commune, which.id);
  }

  @Post('communes/:commune/awards')
  @Operation('recordAward', created(Award, ({ id }) => id))
  recordAward(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: RecordAward) {
    return this.acts.recordAward(caller, at.commune, input);
  }

  @Patch('communes/:commune/awards/:id')
  @Operation('amendAward', one(Award))
  amendAward(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: AwardAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendAward,
  ) {
    return this.recorded.amendAward(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('communes/:commune/awards/:id/remove')
  @Operation('removeAward', one(Award))
  removeAward(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: AwardAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RemoveAward,
  ) {
    return this.recorded.removeAward(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('communes/:commune/awards/:id/correct')
  @Operation('correctAward', one(Award))
  correctAward(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: AwardAt,
    @IfMatch() expectedVersion: number,
    @Body() input: CorrectAward,
  ) {
    return this.acts.correctAward(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('communes/:commune/awards/:id/revoke')
  @Operation('revokeAward', one(Award))
  revokeAward(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: AwardAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RevokeAward,
  ) {
    return this.revocations.revokeAward(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('communes/:commune/awards/:id/restore')
  @Operation('restoreAward', one(Award))
  restoreAward(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: AwardAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RestoreAward,
  ) {
    return this.revocations.restoreAward(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Get('verify/:code')
  @Operation('verifyAward', one(AwardVerification))
  verifyAward(@CurrentCaller() caller: Caller, @Param() which: CodeAt, @Query() _: LinkParameters) {
    return this.service.verifyAward(caller, which.code);
  }
}
