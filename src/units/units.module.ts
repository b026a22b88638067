import { Module } from '@nestjs/common';
import { CommuneUnitsResolver } from './commune-units.resolver.js';
import { UnitActsService } from './unit-acts.service.js';
import { UnitAdditionsService } from './unit-additions.service.js';
import { UnitAmendmentsService } from './unit-amendments.service.js';
import { UnitClosingsService } from './unit-closings.service.js';
import { UnitCorrectionsService } from './unit-corrections.service.js';
import { UnitLikenessService } from './unit-likeness.service.js';
import { UnitMovesService } from './unit-moves.service.js';
import { UnitStepsService } from './unit-steps.service.js';
import { UnitSuccessorsService } from './unit-successors.service.js';
import { UnitTermsQueries } from './unit-terms.queries.js';
import { UnitTiesService } from './unit-ties.service.js';
import { UnitsController } from './units.controller.js';
import { UnitsQueries } from './units.queries.js';
import { UnitsResolver } from './units.resolver.js';
import { UnitsService } from './units.service.js';

@Module({
  controllers: [UnitsController],
  providers: [
    UnitsQueries,
    UnitsService,
    UnitStepsService,
    UnitSuccessorsService,
    UnitLikenessService,
    UnitAdditionsService,
    UnitAmendmentsService,
    UnitActsService,
    UnitMovesService,
    UnitClosingsService,
    UnitCorrectionsService,
    UnitTermsQueries,
    UnitTiesService,
    UnitsResolver,
    CommuneUnitsResolver,
  ],
  exports: [
    UnitsQueries,
    UnitTermsQueries,
    UnitsService,
    UnitAdditionsService,
    UnitAmendmentsService,
    UnitActsService,
    UnitMovesService,
    UnitTiesService,
  ],
})
export class UnitsModule {}
