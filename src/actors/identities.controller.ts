import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { ActorIdentity } from './actor-identity.entity.js';
import { IdentitiesService } from './identities.service.js';
import { IdentityAt, LinkIdentity, ListIdentities, UnlinkIdentity } from './identity.inputs.js';

@ApiTags('access')
@Controller('v1/communes/:commune/identities')
export class IdentitiesController {
  constructor(private readonly service: IdentitiesService) {}

  @Get()
  @Operation('identities', many(ActorIdentity))
  identities(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListIdentities,
    @Needed() members?: Projection,
  ) {
    return this.service.identities(caller, at.commune, list, members);
  }

  @Post()
  @Operation('linkIdentity', created(ActorIdentity, () => '.'))
  linkIdentity(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: LinkIdentity) {
    return this.service.linkIdentity(caller, at.commune, input);
  }

  @Post(':id/confirm')
  @Operation('confirmIdentity', one(ActorIdentity))
  confirmIdentity(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: IdentityAt,
    @IfMatch() expectedVersion: number,
  ) {
    return this.service.confirmIdentity(caller, { ...at, ...which, expectedVersion });
  }

  @Post(':id/unlink')
  @Operation('unlinkIdentity', one(ActorIdentity))
  unlinkIdentity(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: IdentityAt,
    @IfMatch() expectedVersion: number,
    @Body() input: UnlinkIdentity,
  ) {
    return this.service.unlinkIdentity(caller, { ...at, ...which, expectedVersion }, input);
  }
}
