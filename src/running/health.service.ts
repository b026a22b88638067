import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { appliedMigrations, demandMigrations } from '../database/schema.js';
import { Refusal } from '../refusals.js';

/** Milliseconds for the answer of the database: probes give up soon. */
const timeout = 3_000;

/** Readiness of the program. */
@Injectable()
export class HealthService {
  private pendingRead?: Promise<string | null>;

  constructor(private readonly database: Database) {}

  /** Refusal: UNAVAILABLE while the database does not answer or has other migrations than this program. */
  async ready(): Promise<{ status: 'ready' }> {
    // No rate limit holds for probes: concurrent probes share one query, and so take one connection at most.
    this.pendingRead ??= this.database
      .autocommit<string | null>('health.ready', appliedMigrations, [], timeout)
      .finally(() => (this.pendingRead = undefined));
    const applied = await this.pendingRead.catch(() => {
      throw new Refusal('UNAVAILABLE');
    });
    demandMigrations(this.database.migrations, applied);
    return { status: 'ready' };
  }
}
