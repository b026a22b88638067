import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { EligibilityModule } from '../eligibility/eligibility.module.js';
import { MoneyModule } from '../money/money.module.js';
import { ForecastQueries } from './forecast.queries.js';
import { ForecastService } from './forecast.service.js';
import { FundStatesController } from './fund-states.controller.js';
import { FundStatesResolver } from './fund-states.resolver.js';
import { FundStatesService } from './fund-states.service.js';

@Module({
  imports: [CatalogueModule, EligibilityModule, MoneyModule],
  controllers: [FundStatesController],
  providers: [ForecastQueries, ForecastService, FundStatesService, FundStatesResolver],
})
export class ForecastsModule {}
