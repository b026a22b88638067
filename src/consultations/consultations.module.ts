import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { NominationsModule } from '../nominations/nominations.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ConsultationActsService } from './consultation-acts.service.js';
import { ConsultationListsResolver } from './consultation-lists.resolver.js';
import { ConsultationsController } from './consultations.controller.js';
import { ConsultationsQueries } from './consultations.queries.js';
import { ConsultationsResolver } from './consultations.resolver.js';
import { ConsultationsService } from './consultations.service.js';
import { NominationConsultationsResolver } from './nomination-consultations.resolver.js';
import { ObjectionsController } from './objections.controller.js';
import { ObjectionsQueries } from './objections.queries.js';
import { ObjectionsResolver } from './objections.resolver.js';
import { ObjectionsService } from './objections.service.js';
import { RoundConsultationsResolver } from './round-consultations.resolver.js';

@Module({
  imports: [CatalogueModule, DocumentsModule, NominationsModule, PeriodsModule, UnitsModule],
  controllers: [ConsultationsController, ObjectionsController],
  providers: [
    ConsultationsQueries,
    ObjectionsQueries,
    ConsultationsService,
    ConsultationActsService,
    ObjectionsService,
    ConsultationsResolver,
    ConsultationListsResolver,
    ObjectionsResolver,
    RoundConsultationsResolver,
    NominationConsultationsResolver,
  ],
  exports: [ConsultationsService, ConsultationActsService, ObjectionsService],
})
export class ConsultationsModule {}
