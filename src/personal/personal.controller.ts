import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { Paging } from '../api/lists.js';
import { many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatch } from '../api/request.js';
import { PersonalAccess } from '../requests/personal-access.entity.js';
import { UnitAt } from '../units/unit.inputs.js';
import { ErasureService } from './erasure.service.js';
import { PersonalErasure } from './personal-erasure.view.js';
import { PersonalValue } from './personal-value.view.js';
import { ErasePersonal } from './personal.inputs.js';
import { PersonalService } from './personal.service.js';

@ApiTags('personal')
@Controller('v1/communes/:commune/units/:unit/personal')
export class PersonalController {
  constructor(
    private readonly service: PersonalService,
    private readonly erasure: ErasureService,
  ) {}

  @Get()
  @Operation('exportPersonal', many(PersonalValue))
  exportPersonal(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: UnitAt,
    @Query() page: Paging,
  ) {
    return this.service.exportPersonal(caller, { ...at, ...which }, page);
  }

  @Get('accesses')
  @Operation('accesses', many(PersonalAccess))
  accesses(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Param() which: UnitAt, @Query() page: Paging) {
    return this.service.accesses(caller, { ...at, ...which }, page);
  }

  @Post('erase')
  @Operation('erasePersonal', one(PersonalErasure))
  erasePersonal(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: UnitAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ErasePersonal,
  ) {
    return this.erasure.erasePersonal(caller, { ...at, ...which, expectedVersion }, input);
  }
}
