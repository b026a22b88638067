import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { UnitsModule } from '../units/units.module.js';
import { CompletenessResolver } from './completeness.resolver.js';
import { CompletenessService } from './completeness.service.js';
import { FactsService } from './facts.service.js';
import { IndicatorProgressResolver } from './indicator-progress.resolver.js';
import { PlanBaselinesService } from './plan-baselines.service.js';
import { PlanProgressResolver } from './plan-progress.resolver.js';
import { ProgressController } from './progress.controller.js';
import { ProgressQueries } from './progress.queries.js';
import { ProgressResolver } from './progress.resolver.js';
import { ProgressService } from './progress.service.js';
import { UnitProgressResolver } from './unit-progress.resolver.js';

@Module({
  imports: [IndicatorsModule, PeriodsModule, SubmissionsModule, UnitsModule],
  controllers: [ProgressController],
  providers: [
    ProgressQueries,
    FactsService,
    ProgressService,
    PlanBaselinesService,
    CompletenessService,
    ProgressResolver,
    CompletenessResolver,
    IndicatorProgressResolver,
    PlanProgressResolver,
    UnitProgressResolver,
  ],
  exports: [CompletenessService, ProgressService, ProgressQueries],
})
export class ProgressModule {}
