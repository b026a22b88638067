import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Paging } from '../api/lists.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { AsOf } from './commune.inputs.js';
import { Commune } from './commune.entity.js';
import { CommunesService } from './communes.service.js';
import { Superior, Supervision } from './superior.entity.js';

@ApiTags('communes')
@Controller('v1/communes')
export class CommunesController {
  constructor(private readonly service: CommunesService) {}

  @Get()
  @Operation('communes', many(Commune, { etagOfContent: true }))
  communes(@Caller() actor: Actor, @Query() page: Paging) {
    return this.service.communes(actor, page);
  }

  @Get(':commune')
  @Operation('commune', one(Commune))
  commune(@Caller() actor: Actor, @Param() at: CommuneAt) {
    return this.service.commune(actor, at.commune);
  }

  @Get(':commune/superiors')
  @Operation('superiors', many(Superior))
  superiors(@Caller() actor: Actor, @Param() at: CommuneAt, @Query() on: AsOf) {
    return this.service.superiors(actor, at.commune, on);
  }

  @Get(':commune/supervisions')
  @Operation('supervisions', many(Supervision))
  supervisions(@Caller() actor: Actor, @Param() at: CommuneAt) {
    return this.service.supervisions(actor, at.commune);
  }
}
