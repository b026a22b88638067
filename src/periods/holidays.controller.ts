import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { many, Operation, put } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatchOrNone, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Holiday } from './holiday.entity.js';
import { HolidaysService } from './holidays.service.js';
import { HolidayAt, ListHolidays, SetHoliday } from './period.inputs.js';

@ApiTags('plans')
@Controller('v1/communes/:commune/holidays')
export class HolidaysController {
  constructor(private readonly service: HolidaysService) {}

  @Get()
  @Operation('holidays', many(Holiday))
  holidays(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListHolidays,
    @Needed() members?: Projection,
  ) {
    return this.service.holidays(caller, at.commune, list, members);
  }

  @Put(':day')
  @Operation('setHoliday', put(Holiday))
  setHoliday(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: HolidayAt,
    @IfMatchOrNone() expectedVersion: number,
    @Body() input: SetHoliday,
  ) {
    return this.service.setHoliday(caller, { ...at, ...which, expectedVersion }, input);
  }
}
