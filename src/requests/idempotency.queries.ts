import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { IdempotencyRecord } from './idempotency-record.entity.js';

@Injectable()
export class IdempotencyQueries {
  constructor(private readonly database: Database) {}

  /**
   * Locks the key for this transaction without waiting; false while another transaction holds the lock. A unique key
   * by itself would wait.
   */
  async tryLock(communeId: number, actorId: string, key: string): Promise<boolean> {
    const row = await this.database.row<{ taken: boolean }>(
      'idempotency.tryLock',
      'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken',
      [`${communeId} ${actorId} ${key}`],
    );
    return row?.taken ?? false;
  }

  find(
    communeId: number,
    actorId: string,
    key: string,
  ): Promise<Pick<IdempotencyRecord, 'fingerprint' | 'act' | 'answer'> | undefined> {
    return this.database.row(
      'idempotency.find',
      'select fingerprint, act, answer from kept_answer where commune_id = $1 and actor_id = $2 and key = $3',
      [communeId, actorId, key],
    );
  }

  /**
   * Deletes records older than eight days, a hundred at most; seven days are promised. A record that another
   * transaction deletes is skipped: this one may hold the head of the journal, for which the other may wait.
   */
  async deleteExpired(communeId: number, at: Date): Promise<void> {
    await this.database.rows(
      'idempotency.deleteExpired',
      // As an array the selection runs once; under IN it may run for each row, and delete more.
      `delete from kept_answer where ctid = any (array(
         select ctid from kept_answer
         where commune_id = $1 and kept_at < $2::timestamptz - interval '8 days'
         for update skip locked limit 100))`,
      [communeId, at],
    );
  }

  /** Whether the document and the unit of an act exist. */
  async referencesExist(
    communeId: number,
    { document = null, unit = null }: { document?: string | null; unit?: string | null },
  ): Promise<{ document: boolean; unit: boolean }> {
    const row = await this.database.row<{ document: boolean; unit: boolean }>(
      'idempotency.referencesExist',
      `select exists (select from document where commune_id = $1 and id = $2) as document,
         exists (select from unit where commune_id = $1 and code = $3) as unit`,
      [communeId, document, unit],
    );
    return row ?? { document: false, unit: false };
  }
}
