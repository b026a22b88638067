import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommendationsModule } from '../commendations/commendations.module.js';
import { CommunesModule } from '../communes/communes.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { NominationsModule } from '../nominations/nominations.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ForwardingController } from './forwarding.controller.js';
import { ForwardingResolver, NominationOutcomesResolver, OutcomeDocumentResolver } from './forwarding.resolver.js';
import { ForwardingService } from './forwarding.service.js';
import { OutcomeActsService } from './outcome-acts.service.js';
import { OutcomesQueries } from './outcomes.queries.js';
import { OutcomesService } from './outcomes.service.js';

@Module({
  imports: [CatalogueModule, CommendationsModule, CommunesModule, DocumentsModule, NominationsModule, UnitsModule],
  controllers: [ForwardingController],
  providers: [
    OutcomesQueries,
    OutcomesService,
    ForwardingService,
    OutcomeActsService,
    ForwardingResolver,
    NominationOutcomesResolver,
    OutcomeDocumentResolver,
  ],
  exports: [OutcomesService, ForwardingService, OutcomeActsService],
})
export class ForwardingModule {}
