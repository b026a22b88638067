import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { Paging } from '../api/lists.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Commune } from './commune.entity.js';
import { AsOf } from './commune.inputs.js';
import { CommunesService } from './communes.service.js';
import { Superior, Supervision } from './superior.entity.js';

@ApiTags('communes')
@Controller('v1/communes')
export class CommunesController {
  constructor(private readonly service: CommunesService) {}

  @Get()
  @Operation('communes', many(Commune, { etagOfContent: true }))
  communes(@CurrentCaller() caller: Caller, @Query() page: Paging, @Needed() members?: Projection) {
    return this.service.communes(caller, page, members);
  }

  @Get(':commune')
  @Operation('commune', one(Commune))
  commune(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Needed() members?: Projection) {
    return this.service.commune(caller, at.commune, members);
  }

  @Get(':commune/superiors')
  @Operation('superiors', many(Superior))
  superiors(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Query() on: AsOf) {
    return this.service.superiors(caller, at.commune, on);
  }

  @Get(':commune/supervisions')
  @Operation('supervisions', many(Supervision))
  supervisions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt) {
    return this.service.supervisions(caller, at.commune);
  }
}
