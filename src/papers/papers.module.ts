import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommendationsModule } from '../commendations/commendations.module.js';
import { CommunesModule } from '../communes/communes.module.js';
import { CouncilsModule } from '../councils/councils.module.js';
import { NominationsModule } from '../nominations/nominations.module.js';
import { CertificatesService } from './certificates.service.js';
import { DecisionPapersService } from './decision-papers.service.js';
import { MeetingPapersService } from './meeting-papers.service.js';
import { PapersController } from './papers.controller.js';
import { PapersQueries } from './papers.queries.js';
import { PapersResolver } from './papers.resolver.js';
import { endPrinting } from './printer.js';

@Module({
  imports: [CatalogueModule, CommendationsModule, CommunesModule, CouncilsModule, NominationsModule],
  controllers: [PapersController],
  providers: [PapersQueries, DecisionPapersService, MeetingPapersService, CertificatesService, PapersResolver],
})
export class PapersModule implements OnApplicationShutdown {
  onApplicationShutdown(): Promise<void> {
    return endPrinting();
  }
}
