import { Module } from '@nestjs/common';
import { CommendationsModule } from '../commendations/commendations.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { StandingsModule } from '../standings/standings.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { AcrossController } from './across.controller.js';
import { AcrossResolver } from './across.resolver.js';
import { AcrossService } from './across.service.js';
import { ProgressOfAllService } from './progress-of-all.service.js';

/** Lists of several communes in one question. */
@Module({
  imports: [IndicatorsModule, SubmissionsModule, ProgressModule, StandingsModule, CommendationsModule],
  controllers: [AcrossController],
  providers: [AcrossService, ProgressOfAllService, AcrossResolver],
})
export class AcrossModule {}
