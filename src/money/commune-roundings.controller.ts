import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, Operation, put } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatchOrNone, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { CommuneRounding } from './commune-rounding.entity.js';
import { ListRoundings, RoundingAt, SetRounding } from './commune-rounding.inputs.js';
import { CommuneRoundingsService } from './commune-roundings.service.js';

@ApiTags('decisions')
@Controller('v1/communes/:commune/roundings')
export class CommuneRoundingsController {
  constructor(private readonly service: CommuneRoundingsService) {}

  @Get()
  @Operation('roundings', many(CommuneRounding))
  roundings(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListRoundings,
    @Needed() members?: Projection,
  ) {
    return this.service.roundings(caller, at.commune, list, members);
  }

  @Put(':validFrom')
  @Operation('setRounding', put(CommuneRounding))
  setRounding(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: RoundingAt,
    @IfMatchOrNone() expectedVersion: number,
    @Body() input: SetRounding,
  ) {
    return this.service.setRounding(caller, { ...at, ...which, expectedVersion }, input);
  }
}
