import { Injectable } from '@nestjs/common';
import { migrations } from '../../migrations/all.js';
import { Database } from '../database/database.js';
import { Refusal } from '../refusals.js';

/** Milliseconds an answer is waited for: whoever watches the program has no longer. */
const patience = 3_000;

@Injectable()
export class HealthService {
  constructor(private readonly database: Database) {}

  /** Refusal: UNAVAILABLE while the database does not answer or a migration is pending. */
  async ready(): Promise<{ status: 'ready' }> {
    const done = await this.database.alone<number>('health.migrations', 'select count(*) as answer from migration', [], patience).catch(() => -1);
    if (done < migrations.length) throw new Refusal('UNAVAILABLE');
    return { status: 'ready' };
  }
}
