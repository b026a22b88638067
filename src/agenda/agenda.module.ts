import { Module } from '@nestjs/common';
import { CommendationsModule } from '../commendations/commendations.module.js';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { CouncilsModule } from '../councils/councils.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { NominationsModule } from '../nominations/nominations.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { RemarksModule } from '../remarks/remarks.module.js';
import { StandingsModule } from '../standings/standings.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { AgendaController } from './agenda.controller.js';
import { AgendaQueries } from './agenda.queries.js';
import { AgendaResolver } from './agenda.resolver.js';
import { AgendaService } from './agenda.service.js';
import { NominationStepsService } from './nomination-steps.service.js';
import { PlanStepsService } from './plan-steps.service.js';
import { ReportStepsService } from './report-steps.service.js';
import { WaitingQueries } from './waiting.queries.js';
import { WaitingService } from './waiting.service.js';

@Module({
  imports: [
    IndicatorsModule,
    PeriodsModule,
    SubmissionsModule,
    ProgressModule,
    StandingsModule,
    CouncilsModule,
    NominationsModule,
    CommendationsModule,
    ConsultationsModule,
    ComplaintsModule,
    RemarksModule,
  ],
  controllers: [AgendaController],
  providers: [
    AgendaQueries,
    WaitingQueries,
    WaitingService,
    ReportStepsService,
    PlanStepsService,
    NominationStepsService,
    AgendaService,
    AgendaResolver,
  ],
})
export class AgendaModule {}
