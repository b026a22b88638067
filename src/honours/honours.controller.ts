import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller } from '../api/request.js';
import { UnitAt } from '../units/unit.inputs.js';
import { ListHonours } from './honour.inputs.js';
import { Honour } from './honour.view.js';
import { HonoursService } from './honours.service.js';

@ApiTags('awards')
@Controller('v1/communes/:commune/units/:unit/honours')
export class HonoursController {
  constructor(private readonly service: HonoursService) {}

  @Get()
  @Operation('honours', many(Honour, { beside: ['unit.name'] }))
  honours(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: UnitAt, @Query() list: ListHonours) {
    return this.service.honours(caller, { ...at, ...which }, list);
  }
}
