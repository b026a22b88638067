import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { jcs } from '../api/canonical-json.js';
import { Database, type WriteContext } from '../database/database.js';
import { Refusal } from '../refusals.js';
import { IdempotencyQueries } from './idempotency.queries.js';
import { IdempotencyRecord } from './idempotency-record.entity.js';

/** What makes two requests the same request: operation, path and body, the same on both doors. */
export interface ActRequest {
  operation: string;
  path: object;
  body: unknown;
}

/** How it is asked. Not part of what makes two requests the same. */
export interface ActOptions {
  /** Everything is done and checked, nothing is kept. */
  dryRun: boolean;
  /** Why the act itself must be refused before it is begun; asked when no answer is kept. */
  failedPrecondition?: () => Refusal | undefined;
}

/** What stands around the write of one request. */
export interface ActContext extends WriteContext {
  /** Whether the answer is one that was kept. */
  replayed: boolean;
}

/** What every act gets for nothing: it happens once under one key, rests on documents that exist, or is only rehearsed. */
@Injectable()
export class WriteContextService {
  constructor(
    private readonly database: Database,
    private readonly queries: IdempotencyQueries,
  ) {}

  /**
   * A kept answer is given to whom it was given, whatever If-Match says now; the guard has asked again for role and
   * scope, and nothing more is asked: it does nothing, and shows nothing that was not shown them.
   * Refusals: KEY_IN_FLIGHT, KEY_REUSED, then what is `unmet`, LEGAL_REFERENCE_UNKNOWN, ON_BEHALF_UNKNOWN.
   */
  contextOf(caller: Caller, asking: ActRequest, { dryRun, failedPrecondition }: ActOptions): ActContext {
    let done = false;
    const context: ActContext = {
      dryRun,
      replayed: false,
      run: async <T>(commune: number, work: () => Promise<T>): Promise<T> => {
        const { idempotencyKey: key, id: actorId } = caller;
        // What is kept, or rehearsed, is one write: a second would be answered with the first, or would not see it.
        if (done && (key !== undefined || dryRun)) throw new Error(`${asking.operation} writes twice.`);
        done = true;
        const act = () => {
          const refusal = failedPrecondition?.();
          if (refusal) throw refusal;
          return this.withReferences(caller, commune, work);
        };
        if (key === undefined || actorId === null || dryRun) return act();
        const fingerprint = createHash('sha256')
          .update(jcs({ ...asking, body: told(asking.body) }).normalize('NFC'))
          .digest();
        if (!(await this.queries.tryLock(commune, actorId, key))) throw new Refusal('KEY_IN_FLIGHT');
        const kept = await this.queries.find(commune, actorId, key);
        // Of an act whose values were erased nobody can tell any more what was asked: what is left of its answer is given.
        const forgotten = kept?.fingerprint.length === 0;
        if (kept && !forgotten && !kept.fingerprint.equals(fingerprint)) throw new Refusal('KEY_REUSED');
        if (kept) {
          context.replayed = true;
          return kept.answer as T;
        }
        const answer = await act();
        await this.queries.deleteExpired(commune, caller.at);
        await this.database.manager.insert(IdempotencyRecord, {
          communeId: commune,
          actorId,
          key,
          fingerprint,
          answer: answer as object,
          keptAt: caller.at,
        });
        return answer;
      },
    };
    return context;
  }

  /** Refusals: LEGAL_REFERENCE_UNKNOWN, ON_BEHALF_UNKNOWN. */
  private async withReferences<T>(
    { on, legalReference, onBehalfOf }: Caller,
    commune: number,
    work: () => Promise<T>,
  ): Promise<T> {
    if (legalReference !== undefined || onBehalfOf !== undefined) {
      const there = await this.queries.referencesExist(commune, { document: legalReference, unit: onBehalfOf, on });
      if (legalReference !== undefined && !there.document) throw new Refusal('LEGAL_REFERENCE_UNKNOWN');
      if (onBehalfOf !== undefined && !there.unit) throw new Refusal('ON_BEHALF_UNKNOWN', { unit: onBehalfOf });
    }
    return work();
  }
}

/** An empty body says what none says. */
const told = (body: unknown) =>
  typeof body === 'object' && body !== null && Object.keys(body).length === 0 ? null : (body ?? null);
