import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommunesModule } from '../communes/communes.module.js';
import { CouncilsModule } from '../councils/councils.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { PeriodsModule } from '../periods/periods.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { UnitsModule } from '../units/units.module.js';
import { CalendarsService } from './calendars.service.js';
import { DecisionDaysService } from './decision-days.service.js';
import { DossiersService } from './dossiers.service.js';
import { IndicatorNominationsResolver } from './indicator-nominations.resolver.js';
import { LawsService } from './laws.service.js';
import { NominationActsService } from './nomination-acts.service.js';
import { NominationAdditionsService } from './nomination-additions.service.js';
import { NominationGroundsResolver } from './nomination-grounds.resolver.js';
import { NominationAmendmentsService } from './nomination-amendments.service.js';
import { NominationMeetingsController } from './nomination-meetings.controller.js';
import { NominationMeetingsResolver } from './nomination-meetings.resolver.js';
import { NominationMeetingsService } from './nomination-meetings.service.js';
import { NominationOutcomesService } from './nomination-outcomes.service.js';
import { NominationsController } from './nominations.controller.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsResolver } from './nominations.resolver.js';
import { NominationsService } from './nominations.service.js';
import { ResultNominationsResolver } from './result-nominations.resolver.js';
import { RoundActsService } from './round-acts.service.js';
import { RoundsController } from './rounds.controller.js';
import { RoundsQueries } from './rounds.queries.js';
import { RoundsResolver } from './rounds.resolver.js';
import { RoundsService } from './rounds.service.js';
import { SeveralNominationsController } from './several-nominations.controller.js';
import { SeveralNominationsResolver } from './several-nominations.resolver.js';
import { SeveralNominationsService } from './several-nominations.service.js';
import { UnitNominationsResolver } from './unit-nominations.resolver.js';
import { CommuneNominationsResolver } from './commune-nominations.resolver.js';

@Module({
  imports: [
    CatalogueModule,
    CommunesModule,
    CouncilsModule,
    DocumentsModule,
    PeriodsModule,
    SubmissionsModule,
    UnitsModule,
  ],
  controllers: [RoundsController, NominationsController, NominationMeetingsController, SeveralNominationsController],
  providers: [
    RoundsQueries,
    NominationsQueries,
    RoundsService,
    CalendarsService,
    RoundActsService,
    NominationsService,
    DossiersService,
    NominationAdditionsService,
    LawsService,
    DecisionDaysService,
    NominationActsService,
    NominationAmendmentsService,
    NominationOutcomesService,
    SeveralNominationsService,
    NominationMeetingsService,
    RoundsResolver,
    NominationsResolver,
    NominationGroundsResolver,
    NominationMeetingsResolver,
    SeveralNominationsResolver,
    UnitNominationsResolver,
    CommuneNominationsResolver,
    ResultNominationsResolver,
    IndicatorNominationsResolver,
  ],
  exports: [
    RoundsService,
    RoundActsService,
    NominationsService,
    DossiersService,
    NominationAdditionsService,
    NominationActsService,
    NominationOutcomesService,
    NominationMeetingsService,
    SeveralNominationsService,
    LawsService,
  ],
})
export class NominationsModule {}
