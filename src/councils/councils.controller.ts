import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { CouncilMember } from './council-member.entity.js';
import { AppointMember, EndMembership, ListCouncils, MemberAt, RemoveMembership } from './council.inputs.js';
import { Council } from './council.view.js';
import { CouncilsService } from './councils.service.js';

@ApiTags('meetings')
@Controller('v1/communes/:commune/councils')
export class CouncilsController {
  constructor(private readonly service: CouncilsService) {}

  @Get()
  @Operation('councils', many(Council))
  councils(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListCouncils,
    @Needed() members?: Projection,
  ) {
    return this.service.councils(caller, at.commune, list, members);
  }

  @Post('members')
  @Operation('appointMember', created(CouncilMember))
  appointMember(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: AppointMember) {
    return this.service.appointMember(caller, at.commune, input);
  }

  @Post('members/:id/end')
  @Operation('endMembership', one(CouncilMember))
  endMembership(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MemberAt,
    @IfMatch() expectedVersion: number,
    @Body() input: EndMembership,
  ) {
    return this.service.endMembership(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('members/:id/remove')
  @Operation('removeMembership', one(CouncilMember))
  removeMembership(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: MemberAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RemoveMembership,
  ) {
    return this.service.removeMembership(caller, { ...at, ...which, expectedVersion }, input);
  }
}
