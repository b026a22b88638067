import { Module } from '@nestjs/common';
import { CommuneUnitsResolver } from './commune-units.resolver.js';
import { UnitActsService } from './unit-acts.service.js';
import { UnitsController } from './units.controller.js';
import { UnitsQueries } from './units.queries.js';
import { UnitsResolver } from './units.resolver.js';
import { UnitsService } from './units.service.js';

@Module({
  controllers: [UnitsController],
  providers: [UnitsQueries, UnitsService, UnitActsService, UnitsResolver, CommuneUnitsResolver],
  exports: [UnitsQueries, UnitsService, UnitActsService],
})
export class UnitsModule {}
