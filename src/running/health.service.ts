import { Injectable } from '@nestjs/common';
import { migrations } from '../../migrations/all.js';
import { Database } from '../database/database.js';
import { Refusal } from '../refusals.js';

/** Milliseconds for the answer of the database: probes give up soon. */
const timeout = 3_000;

/** Readiness of the program. */
@Injectable()
export class HealthService {
  private pendingRead?: Promise<number>;

  constructor(private readonly database: Database) {}

  /** Refusal: UNAVAILABLE while the database does not answer or a migration is pending. */
  async ready(): Promise<{ status: 'ready' }> {
    // No rate limit holds for probes: concurrent probes share one query, and so take one connection at most.
    this.pendingRead ??= this.database
      .autocommit<number>('health.ready', 'select count(*) as answer from migration', [], timeout)
      .finally(() => (this.pendingRead = undefined));
    const done = await this.pendingRead.catch(() => -1);
    if (done < migrations.length) throw new Refusal('UNAVAILABLE');
    return { status: 'ready' };
  }
}
