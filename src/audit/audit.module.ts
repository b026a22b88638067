import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/communes.module.js';
import { AuditQueries } from './audit.queries.js';
import { AuditService } from './audit.service.js';
import { BackgroundAuditService } from './background-audit.service.js';

/** Audit: rows against the journal. */
@Module({
  imports: [CommunesModule],
  providers: [AuditQueries, AuditService, BackgroundAuditService],
  exports: [AuditService, BackgroundAuditService],
})
export class AuditModule {}
