import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { Paging } from '../api/lists.js';
import { many, one, Operation } from '../api/operation.js';
import { PersonalAccess } from '../requests/personal-access.entity.js';
import { CommuneAt } from '../api/place.js';
import { Caller, IfMatch } from '../api/request.js';
import { UnitAt } from '../units/unit.inputs.js';
import { ErasureService } from './erasure.service.js';
import { PersonalErasure } from './personal-erasure.view.js';
import { ErasePersonal } from './personal.inputs.js';
import { PersonalService } from './personal.service.js';
import { PersonalValue } from './personal-value.view.js';

@ApiTags('personal')
@Controller('v1/communes/:commune/units/:unit/personal')
export class PersonalController {
  constructor(
    private readonly service: PersonalService,
    private readonly erasure: ErasureService,
  ) {}

  @Get()
  @Operation('exportPersonal', many(PersonalValue))
  exportPersonal(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: UnitAt, @Query() page: Paging) {
    return this.service.exportPersonal(actor, at.commune, which.unit, page);
  }

  @Get('accesses')
  @Operation('accesses', many(PersonalAccess))
  accesses(@Caller() actor: Actor, @Param() at: CommuneAt, @Param() which: UnitAt, @Query() page: Paging) {
    return this.service.accesses(actor, at.commune, which.unit, page);
  }

  @Post('erase')
  @Operation('erasePersonal', one(PersonalErasure))
  erasePersonal(
    @Caller() actor: Actor,
    @Param() at: CommuneAt,
    @Param() which: UnitAt,
    @IfMatch() version: number,
    @Body() input: ErasePersonal,
  ) {
    return this.erasure.erasePersonal(actor, at.commune, which.unit, version, input);
  }
}
