import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { made, many, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { CouncilMember } from './council-member.entity.js';
import { AppointMember, ListCouncils } from './council.inputs.js';
import { Council } from './council.view.js';
import { CouncilsService } from './councils.service.js';

@ApiTags('meetings')
@Controller('v1/communes/:commune/councils')
export class CouncilsController {
  constructor(private readonly service: CouncilsService) {}

  @Get()
  @Operation('councils', many(Council))
  councils(@Caller() actor: Actor, @Param() at: CommuneAt, @Query() list: ListCouncils) {
    return this.service.councils(actor, at.commune, list);
  }

  @Post('members')
  @Operation('appointMember', made(CouncilMember))
  appointMember(@Caller() actor: Actor, @Param() at: CommuneAt, @Body() input: AppointMember) {
    return this.service.appointMember(actor, at.commune, input);
  }
}
