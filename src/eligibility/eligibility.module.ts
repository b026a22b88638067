import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { NominationsModule } from '../nominations/nominations.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { UnitsModule } from '../units/units.module.js';
import { EligibilityController } from './eligibility.controller.js';
import { EligibilityResolver } from './eligibility.resolver.js';
import { EligibilityService } from './eligibility.service.js';
import { NomineesQueries } from './nominees.queries.js';
import { NomineesService } from './nominees.service.js';

@Module({
  imports: [CatalogueModule, IndicatorsModule, NominationsModule, ProgressModule, UnitsModule],
  controllers: [EligibilityController],
  providers: [NomineesQueries, NomineesService, EligibilityService, EligibilityResolver],
  exports: [EligibilityService],
})
export class EligibilityModule {}
