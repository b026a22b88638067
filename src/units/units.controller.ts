import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { PossibleAct } from '../api/possible-act.view.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { AsOf } from '../communes/commune.inputs.js';
import { UnitActsService } from './unit-acts.service.js';
import { UnitClosingsService } from './unit-closings.service.js';
import { UnitCorrectionsService } from './unit-corrections.service.js';
import { UnitMovesService } from './unit-moves.service.js';
import { Unit } from './unit.entity.js';
import { AddUnit, AmendUnit, CloseUnit, CorrectUnit, ListUnits, MoveUnit, MoveUnits, UnitAt } from './unit.inputs.js';
import { isLaterTerm } from './unit.rules.js';
import { UnitsMoved } from './units-moved.view.js';
import { UnitsService } from './units.service.js';

@ApiTags('units')
@Controller('v1/communes/:commune/units')
export class UnitsController {
  constructor(
    private readonly service: UnitsService,
    private readonly acts: UnitActsService,
    private readonly moves: UnitMovesService,
    private readonly closings: UnitClosingsService,
    private readonly corrections: UnitCorrectionsService,
  ) {}

  @Get()
  @Operation('units', many(Unit, { beside: ['parent.name'] }))
  units(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListUnits,
    @Needed() members?: Projection,
  ) {
    return this.service.units(caller, at.commune, list, members);
  }

  @Get(':unit')
  @Operation('unit', one(Unit, { timeDependent: { reads: ['termFrom', 'validFrom'], changes: isLaterTerm } }))
  unit(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: UnitAt,
    @Query() on: AsOf,
    @Needed() members?: Projection,
  ) {
    return this.service.unit(caller, { ...at, ...which, on: on.asOf }, members);
  }

  @Get(':unit/actions')
  @Operation('unitActions', many(PossibleAct, { sheet: false }))
  unitActions(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: UnitAt) {
    return this.service.unitActions(caller, at.commune, which.unit);
  }

  @Post()
  @Operation('addUnit', created(Unit, ({ code }) => code))
  addUnit(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: AddUnit) {
    return this.acts.addUnit(caller, at.commune, input);
  }

  @Patch(':unit')
  @Operation('amendUnit', one(Unit))
  amendUnit(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: UnitAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendUnit,
  ) {
    return this.acts.amendUnit(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':unit/move')
  @Operation('moveUnit', one(Unit))
  moveUnit(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: UnitAt,
    @IfMatch() expectedVersion: number,
    @Body() input: MoveUnit,
  ) {
    return this.moves.moveUnit(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post('move')
  @Operation('moveUnits', one(UnitsMoved))
  moveUnits(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: MoveUnits) {
    return this.moves.moveUnits(caller, at.commune, input);
  }

  @Post(':unit/correct')
  @Operation('correctUnit', one(Unit))
  correctUnit(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: UnitAt,
    @IfMatch() expectedVersion: number,
    @Body() input: CorrectUnit,
  ) {
    return this.corrections.correctUnit(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':unit/close')
  @Operation('closeUnit', one(Unit))
  closeUnit(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: UnitAt,
    @IfMatch() expectedVersion: number,
    @Body() input: CloseUnit,
  ) {
    return this.closings.closeUnit(caller, { ...at, ...which, expectedVersion }, input);
  }
}
