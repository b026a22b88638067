import { Module } from '@nestjs/common';
import { AwardFormsController } from './award-forms.controller.js';
import { AwardFormsResolver } from './award-forms.resolver.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { CatalogueService } from './catalogue.service.js';
import { LoadingQueries } from './loading.queries.js';
import { LoadingService } from './loading.service.js';
import { RefusalsController } from './refusals.controller.js';
import { RefusalsResolver } from './refusals.resolver.js';
import { RefusalsService } from './refusals.service.js';

@Module({
  controllers: [AwardFormsController, RefusalsController],
  providers: [
    CatalogueQueries,
    CatalogueService,
    LoadingQueries,
    LoadingService,
    RefusalsService,
    AwardFormsResolver,
    RefusalsResolver,
  ],
  exports: [CatalogueService, LoadingService],
})
export class CatalogueModule {}
