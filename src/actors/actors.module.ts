import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/communes.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ActorsService } from './actors.service.js';
import { MeController } from './me.controller.js';
import { MeResolver } from './me.resolver.js';

@Module({ imports: [CommunesModule, UnitsModule], controllers: [MeController], providers: [ActorsService, MeResolver], exports: [ActorsService] })
export class ActorsModule {}
