import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { UnitsModule } from '../units/units.module.js';
import { HolidaysController } from './holidays.controller.js';
import { HolidaysQueries } from './holidays.queries.js';
import { HolidaysResolver } from './holidays.resolver.js';
import { HolidaysService } from './holidays.service.js';
import { OwedQueries } from './owed.queries.js';
import { PeriodActsService } from './period-acts.service.js';
import { PeriodsController } from './periods.controller.js';
import { PeriodsQueries } from './periods.queries.js';
import { PeriodsResolver } from './periods.resolver.js';
import { PeriodsService } from './periods.service.js';
import { PlanPeriodsResolver } from './plan-periods.resolver.js';
import { UnitRecordsQueries } from './unit-records.queries.js';
import { UnitRecordsService } from './unit-records.service.js';

@Module({
  imports: [IndicatorsModule, UnitsModule],
  controllers: [HolidaysController, PeriodsController],
  providers: [
    HolidaysQueries,
    PeriodsQueries,
    OwedQueries,
    HolidaysService,
    PeriodsService,
    PeriodActsService,
    UnitRecordsQueries,
    UnitRecordsService,
    HolidaysResolver,
    PeriodsResolver,
    PlanPeriodsResolver,
  ],
  exports: [PeriodsService, HolidaysService, OwedQueries],
})
export class PeriodsModule {}
