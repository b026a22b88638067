import { Injectable } from '@nestjs/common';
import { BackgroundAuditService, type AuditPass } from '../audit/background-audit.service.js';
import { Database } from '../database/database.js';
import { appliedMigrations, demandMigrations } from '../database/schema.js';
import { Refusal } from '../refusals.js';

/** Milliseconds for the answer of the database: probes give up soon. */
const timeout = 3_000;

/** Readiness of the program. */
@Injectable()
export class HealthService {
  private pendingRead?: Promise<string | null>;

  constructor(
    private readonly database: Database,
    private readonly audit: BackgroundAuditService,
  ) {}

  /**
   * Readiness, with the last whole audit: a difference does not end it. Refusal: UNAVAILABLE while the database does
   * not answer or has other migrations than this program.
   */
  async ready(): Promise<{ status: 'ready'; audit: AuditPass | null }> {
    // No rate limit holds for probes: concurrent probes share one query, and so take one connection at most.
    this.pendingRead ??= this.database
      .autocommit<string | null>('health.ready', { text: appliedMigrations, timeout })
      .finally(() => (this.pendingRead = undefined));
    const applied = await this.pendingRead.catch(() => {
      throw new Refusal('UNAVAILABLE');
    });
    demandMigrations(this.database.migrations, applied);
    return { status: 'ready', audit: this.audit.last };
  }
}
