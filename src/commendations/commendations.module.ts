import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommunesModule } from '../communes/communes.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { UnitsModule } from '../units/units.module.js';
import { AwardActsService } from './award-acts.service.js';
import { AwardsController } from './awards.controller.js';
import { AwardsQueries } from './awards.queries.js';
import { AwardsResolver } from './awards.resolver.js';
import { AwardsService } from './awards.service.js';
import { DecisionActsService } from './decision-acts.service.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsResolver } from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsService } from './nominations.service.js';
import { SignaturesService } from './signatures.service.js';
import { UnitAwardsResolver } from './unit-awards.resolver.js';

@Module({
  imports: [CatalogueModule, CommunesModule, DocumentsModule, UnitsModule],
  controllers: [DecisionsController, AwardsController],
  providers: [DecisionsQueries, AwardsQueries, NominationsQueries, NominationsService, DecisionsService, AwardsService, SignaturesService, DecisionActsService, AwardActsService, DecisionsResolver, AwardsResolver, UnitAwardsResolver],
  exports: [NominationsService, DecisionsService, DecisionActsService, AwardsService, AwardActsService],
})
export class CommendationsModule {}
