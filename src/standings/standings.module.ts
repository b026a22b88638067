import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { UnitsModule } from '../units/units.module.js';
import { CandidatesResolver } from './candidates.resolver.js';
import { PublicationActsService } from './publication-acts.service.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsQueries } from './publications.queries.js';
import { PublicationsResolver } from './publications.resolver.js';
import { PublicationsService } from './publications.service.js';
import { SchemeActsService } from './scheme-acts.service.js';
import { SchemesController } from './schemes.controller.js';
import { SchemesQueries } from './schemes.queries.js';
import { SchemesResolver } from './schemes.resolver.js';
import { SchemesService } from './schemes.service.js';
import { ScoreSheetActsService } from './score-sheet-acts.service.js';
import { ScoreSheetStepsService } from './score-sheet-steps.service.js';
import { ScoreSheetsController } from './score-sheets.controller.js';
import { ScoreSheetsQueries } from './score-sheets.queries.js';
import { ScoreSheetsResolver } from './score-sheets.resolver.js';
import { ScoreSheetsService } from './score-sheets.service.js';
import { PlanStandingsResolver } from './plan-standings.resolver.js';
import { ScoringService } from './scoring.service.js';
import { StandingsController } from './standings.controller.js';
import { StandingsQueries } from './standings.queries.js';
import { StandingsResolver } from './standings.resolver.js';
import { StandingsService } from './standings.service.js';

@Module({
  imports: [DocumentsModule, IndicatorsModule, ProgressModule, UnitsModule],
  controllers: [SchemesController, ScoreSheetsController, PublicationsController, StandingsController],
  providers: [
    SchemesQueries,
    SchemesService,
    SchemeActsService,
    SchemesResolver,
    ScoreSheetsQueries,
    ScoreSheetsService,
    ScoreSheetStepsService,
    ScoreSheetActsService,
    ScoreSheetsResolver,
    ScoringService,
    PublicationsQueries,
    PublicationsService,
    PublicationActsService,
    PublicationsResolver,
    CandidatesResolver,
    StandingsQueries,
    StandingsService,
    StandingsResolver,
    PlanStandingsResolver,
  ],
  exports: [SchemesService, ScoreSheetsService, PublicationsService, StandingsService, StandingsQueries],
})
export class StandingsModule {}
