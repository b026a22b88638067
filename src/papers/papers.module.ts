import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommendationsModule } from '../commendations/commendations.module.js';
import { CommunesModule } from '../communes/communes.module.js';
import { NominationsModule } from '../nominations/nominations.module.js';
import { DecisionPapersService } from './decision-papers.service.js';
import { PapersController } from './papers.controller.js';
import { PapersQueries } from './papers.queries.js';
import { PapersResolver } from './papers.resolver.js';
import { endPrinting } from './printer.js';

@Module({
  imports: [CatalogueModule, CommendationsModule, CommunesModule, NominationsModule],
  controllers: [PapersController],
  providers: [PapersQueries, DecisionPapersService, PapersResolver],
})
export class PapersModule implements OnApplicationShutdown {
  onApplicationShutdown(): Promise<void> {
    return endPrinting();
  }
}
