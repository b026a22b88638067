import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { SchemeActsService } from './scheme-acts.service.js';
import { UnitsModule } from '../units/units.module.js';
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

@Module({
  imports: [DocumentsModule, IndicatorsModule, UnitsModule],
  controllers: [SchemesController, ScoreSheetsController],
  providers: [
    SchemesQueries,
    ScoreSheetsQueries,
    SchemesService,
    SchemeActsService,
    ScoreSheetsService,
    ScoreSheetStepsService,
    ScoreSheetActsService,
    SchemesResolver,
    ScoreSheetsResolver,
  ],
  exports: [ScoreSheetsService],
})
export class StandingsModule {}
