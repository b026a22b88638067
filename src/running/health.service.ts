import { Injectable } from '@nestjs/common';
import { migrations } from '../../migrations/all.js';
import { Database } from '../database/database.js';
import { Refusal } from '../refusals.js';

/** Milliseconds an answer is waited for: whoever watches the program has no longer. */
const timeout = 3_000;

@Injectable()
export class HealthService {
  private pendingRead?: Promise<number>;

  constructor(private readonly database: Database) {}

  /** Refusal: UNAVAILABLE while the database does not answer or a migration is pending. */
  async ready(): Promise<{ status: 'ready' }> {
    // No quota holds for probes: those that come while one reads share its answer, and never take a second connection.
    this.pendingRead ??= this.database
      .autocommit<number>('health.migrations', 'select count(*) as answer from migration', [], timeout)
      .finally(() => (this.pendingRead = undefined));
    const done = await this.pendingRead.catch(() => -1);
    if (done < migrations.length) throw new Refusal('UNAVAILABLE');
    return { status: 'ready' };
  }
}
