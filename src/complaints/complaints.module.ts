import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommendationsModule } from '../commendations/commendations.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { UnitsModule } from '../units/units.module.js';
import { AwardComplaintsResolver } from './award-complaints.resolver.js';
import { ComplaintActsService } from './complaint-acts.service.js';
import { ComplaintsController } from './complaints.controller.js';
import { ComplaintsQueries } from './complaints.queries.js';
import { ComplaintsResolver } from './complaints.resolver.js';
import { ComplaintsService } from './complaints.service.js';

@Module({
  imports: [CatalogueModule, CommendationsModule, DocumentsModule, PeriodsModule, UnitsModule],
  controllers: [ComplaintsController],
  providers: [ComplaintsQueries, ComplaintsService, ComplaintActsService, ComplaintsResolver, AwardComplaintsResolver],
  exports: [ComplaintsService, ComplaintActsService],
})
export class ComplaintsModule {}
