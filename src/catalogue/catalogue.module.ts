import { Module } from '@nestjs/common';
import { AwardFormsController } from './award-forms.controller.js';
import { AwardFormsResolver } from './award-forms.resolver.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { CatalogueService } from './catalogue.service.js';
import { LoadingQueries } from './loading.queries.js';
import { LoadingService } from './loading.service.js';
import { RuleSetsController } from './rule-sets.controller.js';
import { RuleSetsResolver } from './rule-sets.resolver.js';

@Module({
  controllers: [AwardFormsController, RuleSetsController],
  providers: [CatalogueQueries, CatalogueService, LoadingQueries, LoadingService, AwardFormsResolver, RuleSetsResolver],
  exports: [CatalogueService, LoadingService],
})
export class CatalogueModule {}
