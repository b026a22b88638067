import { Module } from '@nestjs/common';
import { ActorsModule } from '../actors/actors.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { UnitsModule } from '../units/units.module.js';
import { CouncilsController } from './councils.controller.js';
import { CouncilsQueries } from './councils.queries.js';
import { CouncilsResolver } from './councils.resolver.js';
import { CouncilsService } from './councils.service.js';
import { HeldMeetingsService } from './held-meetings.service.js';
import { MeetingActsService } from './meeting-acts.service.js';
import { MeetingConveningService } from './meeting-convening.service.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsQueries } from './meetings.queries.js';
import { MeetingsResolver } from './meetings.resolver.js';
import { MeetingsService } from './meetings.service.js';
import { MinutesService } from './minutes.service.js';
import { RecusalsService } from './recusals.service.js';
import { UnitMembershipsService } from './unit-memberships.service.js';

@Module({
  imports: [ActorsModule, DocumentsModule, UnitsModule],
  controllers: [CouncilsController, MeetingsController],
  providers: [
    CouncilsQueries,
    MeetingsQueries,
    CouncilsService,
    MeetingsService,
    MinutesService,
    MeetingActsService,
    MeetingConveningService,
    HeldMeetingsService,
    RecusalsService,
    UnitMembershipsService,
    CouncilsResolver,
    MeetingsResolver,
  ],
  exports: [CouncilsService, MeetingsService, MeetingActsService, MeetingConveningService, HeldMeetingsService],
})
export class CouncilsModule {}
