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
import { IndicatorNominationsResolver } from '../nominations/indicator-nominations.resolver.js';
import { NominationActsService } from '../nominations/nomination-acts.service.js';
import { NominationGroundsResolver } from '../nominations/nomination-grounds.resolver.js';
import { NominationMeetingsController } from '../nominations/nomination-meetings.controller.js';
import { NominationMeetingsResolver } from '../nominations/nomination-meetings.resolver.js';
import { NominationMeetingsService } from '../nominations/nomination-meetings.service.js';
import { NominationsController } from '../nominations/nominations.controller.js';
import { NominationsQueries } from '../nominations/nominations.queries.js';
import { NominationsResolver } from '../nominations/nominations.resolver.js';
import { NominationsService } from '../nominations/nominations.service.js';
import { ResultNominationsResolver } from '../nominations/result-nominations.resolver.js';
import { RoundsController } from '../nominations/rounds.controller.js';
import { RoundsQueries } from '../nominations/rounds.queries.js';
import { RoundsResolver } from '../nominations/rounds.resolver.js';
import { RoundsService } from '../nominations/rounds.service.js';
import { SignaturesService } from './signatures.service.js';
import { UnitAwardsResolver } from './unit-awards.resolver.js';
import { UnitNominationsResolver } from '../nominations/unit-nominations.resolver.js';

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
