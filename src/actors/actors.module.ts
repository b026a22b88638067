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
import { KeyActsService } from './key-acts.service.js';
import { KeysService } from './keys.service.js';
import { MeController } from './me.controller.js';
import { MeResolver } from './me.resolver.js';

@Module({
  imports: [CommunesModule, DocumentsModule, UnitsModule],
  controllers: [MeController, ActorsController],
  providers: [
    ActorsQueries,
    ActorsService,
    AppointmentActsService,
    UnitAppointmentsService,
    KeysService,
    KeyActsService,
    MeResolver,
    ActorsResolver,
  ],
  exports: [ActorsService, AppointmentActsService, KeysService],
})
export class ActorsModule {}
