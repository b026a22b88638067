import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommunesModule } from '../communes/communes.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { MoneyModule } from '../money/money.module.js';
import { NominationsModule } from '../nominations/nominations.module.js';
import { UnitsModule } from '../units/units.module.js';
import { AwardActsService } from './award-acts.service.js';
import { AwardAmountsService } from './award-amounts.service.js';
import { AwardRevocationsService } from './award-revocations.service.js';
import { AwardFollowersService } from './award-followers.service.js';
import { AwardPapersService } from './award-papers.service.js';
import { AwardVerificationQueries } from './award-verification.queries.js';
import { AwardsController } from './awards.controller.js';
import { AwardsQueries } from './awards.queries.js';
import { AwardsResolver } from './awards.resolver.js';
import { AwardsService } from './awards.service.js';
import { DecisionActsService } from './decision-acts.service.js';
import { DecisionCorrectionsService } from './decision-corrections.service.js';
import { DecisionVerificationQueries } from './decision-verification.queries.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsResolver } from './decisions.resolver.js';
import { DecisionLinesService } from './decision-lines.service.js';
import { DecisionsService } from './decisions.service.js';
import { NumberActsService } from './number-acts.service.js';
import { NumbersController } from './numbers.controller.js';
import { NumbersResolver } from './numbers.resolver.js';
import { QuotasController } from './quotas.controller.js';
import { QuotasQueries } from './quotas.queries.js';
import { QuotasResolver } from './quotas.resolver.js';
import { QuotasService } from './quotas.service.js';
import { RecordedAwardsService } from './recorded-awards.service.js';
import { RegisterQueries } from './register.queries.js';
import { SignaturesService } from './signatures.service.js';
import { UnitAwardsResolver } from './unit-awards.resolver.js';
import { CommuneAwardsResolver } from './commune-awards.resolver.js';

@Module({
  imports: [CatalogueModule, CommunesModule, DocumentsModule, MoneyModule, NominationsModule, UnitsModule],
  controllers: [QuotasController, DecisionsController, NumbersController, AwardsController],
  providers: [
    DecisionsQueries,
    QuotasQueries,
    QuotasService,
    QuotasResolver,
    AwardsQueries,
    AwardVerificationQueries,
    RegisterQueries,
    DecisionsService,
    DecisionVerificationQueries,
    DecisionLinesService,
    DecisionActsService,
    DecisionCorrectionsService,
    SignaturesService,
    NumberActsService,
    AwardsService,
    AwardActsService,
    AwardAmountsService,
    AwardRevocationsService,
    AwardPapersService,
    AwardFollowersService,
    RecordedAwardsService,
    DecisionsResolver,
    NumbersResolver,
    AwardsResolver,
    UnitAwardsResolver,
    CommuneAwardsResolver,
  ],
  exports: [AwardAmountsService, DecisionsService, DecisionActsService, AwardsService, AwardActsService, AwardsQueries],
})
export class CommendationsModule {}
