import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { SchemeActsService } from './scheme-acts.service.js';
import { SchemesController } from './schemes.controller.js';
import { SchemesQueries } from './schemes.queries.js';
import { SchemesResolver } from './schemes.resolver.js';
import { SchemesService } from './schemes.service.js';

@Module({
  imports: [DocumentsModule, IndicatorsModule],
  controllers: [SchemesController],
  providers: [SchemesQueries, SchemesService, SchemeActsService, SchemesResolver],
})
export class StandingsModule {}
