import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Paging } from '../api/lists.js';
import { made, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { Caller, IfMatch } from '../api/request.js';
import { UnitAt } from '../units/unit.inputs.js';
import { AwardActsService } from './award-acts.service.js';
import { Award } from './award.entity.js';
import { AwardAt, CodeAt, ListAwards, RecordAward, RevokeAward } from './award.inputs.js';
import { AwardVerification } from './award-verification.view.js';
import { AwardsService } from './awards.service.js';

@ApiTags('awards')
@Controller('v1')
export class AwardsController {
  constructor(
    private readonly service: AwardsService,
    private readonly acts: AwardActsService,
  ) {}

  @Get('communes/:commune/awards')
  @Operation('awards', many(Award))
  awards(@Caller() actor: Actor, @Param() at: CommuneAt, @Query() list: ListAwards) {
    return this.service.awards(actor, at.commune, list);
  }

  @Get('communes/:commune/awards/:id')
  @Operation('award', one(Award))
  award(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: AwardAt) {
    return this.service.award(actor, at.commune, which.id);
  }

  @Get('communes/:commune/awards/:id/actions')
  @Operation('awardActions', many(PossibleAct))
  awardActions(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: AwardAt) {
    return this.service.awardActions(actor, at.commune, which.id);
  }

  @Post('communes/:commune/awards')
  @Operation('recordAward', made(Award, ({ id }) => id))
  recordAward(@Caller() actor: Actor, @Param() at: CommuneAt, @Body() input: RecordAward) {
    return this.acts.recordAward(actor, at.commune, input);
  }

  @Post('communes/:commune/awards/:id/revoke')
  @Operation('revokeAward', one(Award))
  revokeAward(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: AwardAt,
    @IfMatch() version: number,
    @Body() input: RevokeAward,
  ) {
    return this.acts.revokeAward(actor, at.commune, which.id, version, input);
  }

  @Get('communes/:commune/units/:unit/honours')
  @Operation('honours', many(Award))
  honours(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: UnitAt, @Query() page: Paging) {
    return this.service.honours(actor, at.commune, which.unit, page);
  }

  @Get('verify/:code')
  @Operation('verifyAward', one(AwardVerification))
  verifyAward(@Caller() actor: Actor, @Param() which: CodeAt) {
    return this.service.verifyAward(actor, which.code);
  }
}
