import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { made, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { Caller, IfMatch } from '../api/request.js';
import { AsOf } from '../communes/commune.inputs.js';
import { UnitActsService } from './unit-acts.service.js';
import { Unit } from './unit.entity.js';
import { isLaterTerm } from './unit.rules.js';
import { AddUnit, AmendUnit, CloseUnit, ListUnits, MoveUnit, UnitAt } from './unit.inputs.js';
import { UnitsService } from './units.service.js';

@ApiTags('units')
@Controller('v1/communes/:commune/units')
export class UnitsController {
  constructor(
    private readonly service: UnitsService,
    private readonly acts: UnitActsService,
  ) {}

  @Get()
  @Operation('units', many(Unit, { sheet: true }))
  units(@Caller() actor: Actor, @Param() at: CommuneAt, @Query() list: ListUnits) {
    return this.service.units(actor, at.commune, list);
  }

  @Get(':unit')
  @Operation('unit', one(Unit, { turned: isLaterTerm }))
  unit(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: UnitAt, @Query() on: AsOf) {
    return this.service.unit(actor, at.commune, which.unit, on.asOf);
  }

  @Get(':unit/actions')
  @Operation('unitActions', many(PossibleAct))
  unitActions(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: UnitAt) {
    return this.acts.unitActions(actor, at.commune, which.unit);
  }

  @Post()
  @Operation('addUnit', made(Unit, ({ code }) => code))
  addUnit(@Caller() actor: Actor, @Param() at: CommuneAt, @Body() input: AddUnit) {
    return this.acts.addUnit(actor, at.commune, input);
  }

  @Patch(':unit')
  @Operation('amendUnit', one(Unit))
  amendUnit(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: UnitAt,
    @IfMatch() version: number,
    @Body() input: AmendUnit,
  ) {
    return this.acts.amendUnit(actor, at.commune, which.unit, version, input);
  }

  @Post(':unit/move')
  @Operation('moveUnit', one(Unit))
  moveUnit(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: UnitAt,
    @IfMatch() version: number,
    @Body() input: MoveUnit,
  ) {
    return this.acts.moveUnit(actor, at.commune, which.unit, version, input);
  }

  @Post(':unit/close')
  @Operation('closeUnit', one(Unit))
  closeUnit(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: UnitAt,
    @IfMatch() version: number,
    @Body() input: CloseUnit,
  ) {
    return this.acts.closeUnit(actor, at.commune, which.unit, version, input);
  }
}
