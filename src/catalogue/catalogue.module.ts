import { Module } from '@nestjs/common';
import { AwardFormsController } from './award-forms.controller.js';
import { AwardFormsResolver } from './award-forms.resolver.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { CatalogueService } from './catalogue.service.js';
import { LoadingQueries } from './loading.queries.js';
import { LoadingService } from './loading.service.js';

@Module({
  controllers: [AwardFormsController],
  providers: [CatalogueQueries, CatalogueService, LoadingQueries, LoadingService, AwardFormsResolver],
  exports: [CatalogueService, LoadingService],
})
export class CatalogueModule {}
