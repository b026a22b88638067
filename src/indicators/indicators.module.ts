import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { UnitsModule } from '../units/units.module.js';
import { CommunePlansResolver } from './commune-plans.resolver.js';
import { IndicatorUnitResolver } from './indicator-unit.resolver.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { IndicatorsService } from './indicators.service.js';
import { PlansController } from './plans.controller.js';
import { PlansQueries } from './plans.queries.js';
import { PlansResolver } from './plans.resolver.js';
import { PlansService } from './plans.service.js';

@Module({
  imports: [DocumentsModule, UnitsModule],
  controllers: [PlansController],
  providers: [PlansQueries, IndicatorsQueries, PlansService, IndicatorsService, PlansResolver, IndicatorUnitResolver, CommunePlansResolver],
  exports: [PlansService, IndicatorsService],
})
export class IndicatorsModule {}
