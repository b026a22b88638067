import { Module } from '@nestjs/common';
import { CommendationsModule } from '../commendations/commendations.module.js';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { CouncilsModule } from '../councils/councils.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { FactsModule } from '../facts/facts.module.js';
import { ForwardingModule } from '../forwarding/forwarding.module.js';
import { NominationsModule } from '../nominations/nominations.module.js';
import { RemarksModule } from '../remarks/remarks.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { StandingsModule } from '../standings/standings.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ErasablesService } from './erasables.service.js';
import { ErasureService } from './erasure.service.js';
import { LossesService } from './losses.service.js';
import { PersonalController } from './personal.controller.js';
import { PersonalQueries } from './personal.queries.js';
import { PersonalResolver } from './personal.resolver.js';
import { PersonalService } from './personal.service.js';

@Module({
  imports: [
    DocumentsModule,
    UnitsModule,
    SubmissionsModule,
    RemarksModule,
    StandingsModule,
    FactsModule,
    CouncilsModule,
    NominationsModule,
    ConsultationsModule,
    CommendationsModule,
    ForwardingModule,
    PaymentsModule,
    ComplaintsModule,
  ],
  controllers: [PersonalController],
  providers: [PersonalQueries, PersonalService, LossesService, ErasablesService, ErasureService, PersonalResolver],
})
export class PersonalModule {}
