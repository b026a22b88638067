import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { Caller } from '../api/request.js';
import { AsOf } from '../communes/commune.inputs.js';
import { Unit } from './unit.entity.js';
import { ListUnits, UnitAt } from './unit.inputs.js';
import { UnitsService } from './units.service.js';

@ApiTags('units')
@Controller('v1/communes/:commune/units')
export class UnitsController {
  constructor(private readonly service: UnitsService) {}

  @Get()
  @Operation('units', many(Unit))
  units(@Caller() actor: Actor, @Param() at: CommuneAt, @Query() list: ListUnits) {
    return this.service.units(actor, at.commune, list);
  }

  @Get(':unit')
  @Operation('unit', one(Unit))
  unit(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: UnitAt, @Query() on: AsOf) {
    return this.service.unit(actor, at.commune, which.unit, on.asOf);
  }
}
