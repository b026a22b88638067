import { Module } from '@nestjs/common';
import { AuditQueries } from './audit.queries.js';
import { AuditService } from './audit.service.js';

/** Audit: rows against the journal. */
@Module({ providers: [AuditQueries, AuditService], exports: [AuditService] })
export class AuditModule {}
