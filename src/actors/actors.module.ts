import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/communes.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ActorsController } from './actors.controller.js';
import { ActorsQueries } from './actors.queries.js';
import { ActorsResolver } from './actors.resolver.js';
import { ActorsService } from './actors.service.js';
import { AppointmentActsService } from './appointment-acts.service.js';
import { UnitAppointmentsService } from './unit-appointments.service.js';
import { IdentitiesController } from './identities.controller.js';
import { IdentitiesQueries } from './identities.queries.js';
import { IdentitiesResolver } from './identities.resolver.js';
import { IdentitiesService } from './identities.service.js';
import { KeyActsService } from './key-acts.service.js';
import { KeysService } from './keys.service.js';
import { MeController } from './me.controller.js';
import { MeResolver } from './me.resolver.js';

@Module({
  imports: [CommunesModule, DocumentsModule, UnitsModule],
  controllers: [MeController, ActorsController, IdentitiesController],
  providers: [
    ActorsQueries,
    ActorsService,
    AppointmentActsService,
    UnitAppointmentsService,
    KeysService,
    KeyActsService,
    IdentitiesQueries,
    IdentitiesService,
    IdentitiesResolver,
    MeResolver,
    ActorsResolver,
  ],
  exports: [ActorsService, AppointmentActsService, KeysService],
})
export class ActorsModule {}
