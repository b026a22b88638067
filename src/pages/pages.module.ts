import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/communes.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { HomeController } from './home.controller.js';
import { HomeService } from './home.service.js';

@Module({ imports: [CommunesModule, IndicatorsModule], controllers: [HealthController, HomeController], providers: [HealthService, HomeService] })
export class PagesModule {}
