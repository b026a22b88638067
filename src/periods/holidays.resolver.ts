import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Holiday } from './holiday.entity.js';
import { HolidaysService } from './holidays.service.js';
import { HolidayAt, ListHolidays, SetHoliday } from './period.inputs.js';

@Resolver(() => Holiday)
export class HolidaysResolver {
  constructor(private readonly service: HolidaysService) {}

  @Reads('holidays', Connection(Holiday))
  async holidays(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListHolidays,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.holidays(caller, at.commune, list, members));
  }

  @Acts('setHoliday', Holiday)
  setHoliday(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: HolidayAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: SetHoliday,
  ) {
    return this.service.setHoliday(caller, { ...at, ...which, expectedVersion }, input);
  }
}
