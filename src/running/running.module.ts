import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CommunesModule } from '../communes/communes.module.js';
import { JournalModule } from '../journal/journal.module.js';
import type { Settings } from '../settings.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { METRICS_EXPOSURE, MetricsService } from './metrics.service.js';

/** Probes and metrics for the operator. */
@Module({})
export class RunningModule {
  static forRoot(door: Settings['metrics']): DynamicModule {
    return {
      module: RunningModule,
      imports: [AuditModule, CommunesModule, JournalModule],
      controllers: [HealthController, MetricsController],
      providers: [HealthService, Metrics, MetricsService, { provide: METRICS_EXPOSURE, useValue: door }],
    };
  }
}
