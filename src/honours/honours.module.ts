import { Module } from '@nestjs/common';
import { CommendationsModule } from '../commendations/commendations.module.js';
import { UnitsModule } from '../units/units.module.js';
import { HonoursController } from './honours.controller.js';
import { HonoursQueries } from './honours.queries.js';
import { HonoursResolver } from './honours.resolver.js';
import { HonoursService } from './honours.service.js';
import { UnitHonoursResolver } from './unit-honours.resolver.js';

@Module({
  imports: [CommendationsModule, UnitsModule],
  controllers: [HonoursController],
  providers: [HonoursQueries, HonoursService, HonoursResolver, UnitHonoursResolver],
  exports: [HonoursService],
})
export class HonoursModule {}
