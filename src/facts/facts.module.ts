import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { UnitsModule } from '../units/units.module.js';
import { FactAdditionsService } from './fact-additions.service.js';
import { FactsController } from './facts.controller.js';
import { FactsQueries } from './facts.queries.js';
import { FactsResolver } from './facts.resolver.js';
import { FactsService } from './facts.service.js';
import { RegistrationsController } from './registrations.controller.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { RegistrationsResolver } from './registrations.resolver.js';
import { RegistrationsService } from './registrations.service.js';
import { UnitFactsResolver } from './unit-facts.resolver.js';

@Module({
  imports: [CatalogueModule, DocumentsModule, UnitsModule],
  controllers: [FactsController, RegistrationsController],
  providers: [
    FactsQueries,
    RegistrationsQueries,
    FactAdditionsService,
    FactsService,
    RegistrationsService,
    FactsResolver,
    RegistrationsResolver,
    UnitFactsResolver,
  ],
  exports: [FactAdditionsService, FactsService, RegistrationsService],
})
export class FactsModule {}
