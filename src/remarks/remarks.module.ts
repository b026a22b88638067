import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/communes.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { UnitsModule } from '../units/units.module.js';
import { RemarkActsService } from './remark-acts.service.js';
import { RemarksController } from './remarks.controller.js';
import { RemarksQueries } from './remarks.queries.js';
import { RemarksResolver } from './remarks.resolver.js';
import { RemarksService } from './remarks.service.js';
import { ResultRemarksResolver } from './result-remarks.resolver.js';

@Module({
  imports: [CommunesModule, SubmissionsModule, UnitsModule],
  controllers: [RemarksController],
  providers: [RemarksQueries, RemarksService, RemarkActsService, RemarksResolver, ResultRemarksResolver],
  exports: [RemarksService],
})
export class RemarksModule {}
