import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { UnitsModule } from '../units/units.module.js';
import { AcknowledgementsQueries } from './acknowledgements.queries.js';
import { AcknowledgementsService } from './acknowledgements.service.js';
import { CommunePlansResolver } from './commune-plans.resolver.js';
import { IndicatorActsService } from './indicator-acts.service.js';
import { IndicatorsController } from './indicators.controller.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { IndicatorsResolver } from './indicators.resolver.js';
import { IndicatorsService } from './indicators.service.js';
import { PlanActsService } from './plan-acts.service.js';
import { PlanCarryOverService } from './plan-carry-over.service.js';
import { PlanIndicatorsResolver } from './plan-indicators.resolver.js';
import { PlanDropsService } from './plan-drops.service.js';
import { PlansController } from './plans.controller.js';
import { PlansQueries } from './plans.queries.js';
import { PlansResolver } from './plans.resolver.js';
import { PlansService } from './plans.service.js';
import { TargetActsService } from './target-acts.service.js';
import { TargetsQueries } from './targets.queries.js';
import { TargetsResolver } from './targets.resolver.js';
import { TargetsService } from './targets.service.js';

@Module({
  imports: [DocumentsModule, UnitsModule],
  controllers: [PlansController, IndicatorsController],
  providers: [
    PlansQueries,
    IndicatorsQueries,
    TargetsQueries,
    AcknowledgementsQueries,
    PlanCarryOverService,
    PlansService,
    IndicatorsService,
    TargetsService,
    AcknowledgementsService,
    PlanActsService,
    PlanDropsService,
    IndicatorActsService,
    TargetActsService,
    PlansResolver,
    IndicatorsResolver,
    PlanIndicatorsResolver,
    CommunePlansResolver,
    TargetsResolver,
  ],
  exports: [
    PlansService,
    PlanActsService,
    PlanCarryOverService,
    IndicatorsService,
    IndicatorsQueries,
    IndicatorActsService,
    TargetsService,
    TargetActsService,
    AcknowledgementsQueries,
  ],
})
export class IndicatorsModule {}
