import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { UnitsModule } from '../units/units.module.js';
import { EntriesQueries } from './entries.queries.js';
import { EntriesResolver } from './entries.resolver.js';
import { EntriesService } from './entries.service.js';
import { FindingActsService } from './finding-acts.service.js';
import { FindingsQueries } from './findings.queries.js';
import { FindingsService } from './findings.service.js';
import { IndicatorResultsResolver } from './indicator-results.resolver.js';
import { CommuneResultsResolver } from './commune-results.resolver.js';
import { ResultActsService } from './result-acts.service.js';
import { ResultsController } from './results.controller.js';
import { ResultsQueries } from './results.queries.js';
import { ResultsResolver } from './results.resolver.js';
import { ResultsService } from './results.service.js';
import { SubmissionActsService } from './submission-acts.service.js';
import { SubmissionDraftsService } from './submission-drafts.service.js';
import { SubmissionOwedService } from './submission-owed.service.js';
import { SubmissionStepsService } from './submission-steps.service.js';
import { SubmissionsController } from './submissions.controller.js';
import { SubmissionsQueries } from './submissions.queries.js';
import { SubmissionsResolver } from './submissions.resolver.js';
import { SubmissionsService } from './submissions.service.js';
import { UnitSubmissionsResolver } from './unit-submissions.resolver.js';

@Module({
  imports: [DocumentsModule, IndicatorsModule, PeriodsModule, UnitsModule],
  controllers: [SubmissionsController, ResultsController],
  providers: [
    SubmissionsQueries,
    EntriesQueries,
    FindingsQueries,
    ResultsQueries,
    SubmissionsService,
    EntriesService,
    FindingsService,
    FindingActsService,
    ResultsService,
    ResultActsService,
    SubmissionDraftsService,
    SubmissionStepsService,
    SubmissionOwedService,
    SubmissionActsService,
    SubmissionsResolver,
    EntriesResolver,
    ResultsResolver,
    IndicatorResultsResolver,
    CommuneResultsResolver,
    UnitSubmissionsResolver,
  ],
  exports: [
    SubmissionsService,
    SubmissionActsService,
    SubmissionOwedService,
    FindingActsService,
    ResultsService,
    ResultsQueries,
  ],
})
export class SubmissionsModule {}
