import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommendationsModule } from '../commendations/commendations.module.js';
import { CommunesModule } from '../communes/communes.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { CouncilsModule } from '../councils/councils.module.js';
import { HonoursModule } from '../honours/honours.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { NominationsModule } from '../nominations/nominations.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { UnitsModule } from '../units/units.module.js';
import { CertificatesService } from './certificates.service.js';
import { CorrectionPapersService } from './correction-papers.service.js';
import { DecisionPapersService } from './decision-papers.service.js';
import { MeetingPapersService } from './meeting-papers.service.js';
import { NominationPapersService } from './nomination-papers.service.js';
import { NoticesService } from './notices.service.js';
import { PapersController } from './papers.controller.js';
import { PapersQueries } from './papers.queries.js';
import { PapersResolver } from './papers.resolver.js';
import { PUBLIC_URL, PublicAddress } from './public-address.js';
import { ReportsService } from './reports.service.js';
import { endPrinting } from './printer.js';

@Module({
  imports: [
    CatalogueModule,
    CommendationsModule,
    CommunesModule,
    ConsultationsModule,
    CouncilsModule,
    HonoursModule,
    IndicatorsModule,
    NominationsModule,
    SubmissionsModule,
    TemplatesModule,
    UnitsModule,
  ],
  controllers: [PapersController],
  providers: [
    PapersQueries,
    DecisionPapersService,
    MeetingPapersService,
    CertificatesService,
    CorrectionPapersService,
    NominationPapersService,
    NoticesService,
    ReportsService,
    PublicAddress,
    PapersResolver,
  ],
})
export class PapersModule implements OnApplicationShutdown {
  static forRoot(publicUrl: string | undefined): DynamicModule {
    return { module: PapersModule, providers: [{ provide: PUBLIC_URL, useValue: publicUrl }] };
  }

  onApplicationShutdown(): Promise<void> {
    return endPrinting();
  }
}
