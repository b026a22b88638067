import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommunesModule } from '../communes/communes.module.js';
import { CouncilsModule } from '../councils/councils.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { UnitsModule } from '../units/units.module.js';
import { AwardActsService } from './award-acts.service.js';
import { AwardsController } from './awards.controller.js';
import { AwardsQueries } from './awards.queries.js';
import { AwardsResolver } from './awards.resolver.js';
import { AwardsService } from './awards.service.js';
import { DecisionActsService } from './decision-acts.service.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsResolver } from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';
import { IndicatorNominationsResolver } from './indicator-nominations.resolver.js';
import { NominationActsService } from './nomination-acts.service.js';
import { NominationGroundsResolver } from './nomination-grounds.resolver.js';
import { NominationMeetingsController } from './nomination-meetings.controller.js';
import { NominationMeetingsResolver } from './nomination-meetings.resolver.js';
import { NominationMeetingsService } from './nomination-meetings.service.js';
import { NominationsController } from './nominations.controller.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsResolver } from './nominations.resolver.js';
import { NominationsService } from './nominations.service.js';
import { ResultNominationsResolver } from './result-nominations.resolver.js';
import { RoundsController } from './rounds.controller.js';
import { RoundsQueries } from './rounds.queries.js';
import { RoundsResolver } from './rounds.resolver.js';
import { RoundsService } from './rounds.service.js';
import { SignaturesService } from './signatures.service.js';
import { UnitAwardsResolver } from './unit-awards.resolver.js';
import { UnitNominationsResolver } from './unit-nominations.resolver.js';

@Module({
  imports: [CatalogueModule, CommunesModule, CouncilsModule, DocumentsModule, SubmissionsModule, UnitsModule],
  controllers: [
    RoundsController,
    NominationsController,
    NominationMeetingsController,
    DecisionsController,
    AwardsController,
  ],
  providers: [
    RoundsQueries,
    NominationsQueries,
    DecisionsQueries,
    AwardsQueries,
    RoundsService,
    NominationsService,
    NominationActsService,
    NominationMeetingsService,
    DecisionsService,
    DecisionActsService,
    SignaturesService,
    AwardsService,
    AwardActsService,
    RoundsResolver,
    NominationsResolver,
    NominationGroundsResolver,
    NominationMeetingsResolver,
    DecisionsResolver,
    AwardsResolver,
    UnitNominationsResolver,
    ResultNominationsResolver,
    IndicatorNominationsResolver,
    UnitAwardsResolver,
  ],
  exports: [
    RoundsService,
    NominationsService,
    NominationActsService,
    NominationMeetingsService,
    DecisionsService,
    DecisionActsService,
    AwardsService,
    AwardActsService,
  ],
})
export class CommendationsModule {}
