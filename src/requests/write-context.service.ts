import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { jcs } from '../api/canonical-json.js';
import { Database } from '../database/database.js';
import type { WriteContext } from '../database/write-context.js';
import { normalize } from '../database/text.js';
import { Refusal } from '../refusals.js';
import { IdempotencyQueries } from './idempotency.queries.js';
import { IdempotencyRecord } from './idempotency-record.entity.js';

/** Content of an act. Two requests with equal content are the same act, in REST and GraphQL. */
export interface ActRequest {
  operation: string;
  /** Texts, also where GraphQL has a number. */
  path: Readonly<Record<string, string>>;
  body: unknown;
}

/** Options of an act, which idempotency does not compare. */
export interface ActOptions {
  /** Everything is done and checked, then rolled back. */
  dryRun: boolean;
  /** Refusal of the precondition (If-Match); checked unless the answer is a replay. */
  failedPrecondition?: () => Refusal | undefined;
}

/** Context of the write of one request. */
export interface ActContext extends WriteContext {
  /** Whether the answer is a replay. */
  replayed: boolean;
}

/** Idempotency, dry run, and the references of an act (document, unit). */
@Injectable()
export class WriteContextService {
  constructor(
    private readonly database: Database,
    private readonly queries: IdempotencyQueries,
  ) {}

  /**
   * Context of the write of one act. A replay goes only to the actor of the first request, before If-Match is checked.
   * The guard has checked authorization again; domain rules are not run again, because a replay has no effect.
   * Refusals: KEY_IN_FLIGHT, KEY_REUSED, the failed precondition, LEGAL_REFERENCE_UNKNOWN, ON_BEHALF_UNKNOWN.
   */
  contextOf(caller: Caller, request: ActRequest, { dryRun, failedPrecondition }: ActOptions): ActContext {
    let written = false;
    const { idempotencyKey: key, id: actorId } = caller;
    const context: ActContext = {
      dryRun,
      replayed: false,
      claim: async (commune) => {
        if (key === undefined || actorId === null || dryRun) return;
        if (!(await this.queries.tryLock(commune, actorId, key))) throw new Refusal('KEY_IN_FLIGHT');
      },
      run: async <T>(communeId: number, work: () => Promise<T>): Promise<T> => {
        const { operation, path } = request;
        // A replay answers one write, and a dry run does not see a second one.
        if (written && (key !== undefined || dryRun)) throw new Error(`${request.operation} writes twice.`);
        written = true;
        const runWork = () => {
          const refusal = failedPrecondition?.();
          if (refusal) throw refusal;
          return this.withReferences(caller, communeId, work);
        };
        if (key === undefined || actorId === null || dryRun) return runWork();
        const asked = { fingerprint: fingerprintOf(request), act: hashOf({ operation, path }) };
        const record = await this.queries.find(communeId, actorId, key);
        if (record) {
          // After an erasure the fingerprint is empty: the act is compared, and the rest of the answer is replayed.
          const compared = record.fingerprint.length === 0 ? 'act' : 'fingerprint';
          if (record[compared].length > 0 && !record[compared].equals(asked[compared])) throw new Refusal('KEY_REUSED');
          context.replayed = true;
          return record.answer as T;
        }
        const answer = await runWork();
        await this.queries.deleteExpired(communeId, caller.at);
        await this.database.manager.insert(IdempotencyRecord, {
          communeId,
          actorId,
          key,
          ...asked,
          answer: answer as object,
          keptAt: caller.at,
        });
        return answer;
      },
    };
    return context;
  }

  /**
   * Whether the unit is valid is for the act to judge, at the time it is about: a unit that has ended corrects what it
   * reported. Refusals: LEGAL_REFERENCE_UNKNOWN, ON_BEHALF_UNKNOWN.
   */
  private async withReferences<T>(
    { legalReference, onBehalfOf }: Caller,
    communeId: number,
    work: () => Promise<T>,
  ): Promise<T> {
    if (legalReference !== undefined || onBehalfOf !== undefined) {
      const exists = await this.queries.referencesExist(communeId, { document: legalReference, unit: onBehalfOf });
      if (legalReference !== undefined && !exists.document) throw new Refusal('LEGAL_REFERENCE_UNKNOWN');
      if (onBehalfOf !== undefined && !exists.unit) throw new Refusal('ON_BEHALF_UNKNOWN', { unit: onBehalfOf });
    }
    return work();
  }
}

/** SHA-256 of the content of an act. An empty body equals a missing one. */
function fingerprintOf({ operation, path, body }: ActRequest): Buffer {
  const empty = typeof body === 'object' && body !== null && Object.keys(body).length === 0;
  return hashOf({ operation, path, body: empty ? null : (body ?? null) });
}

const hashOf = (content: object): Buffer =>
  createHash('sha256')
    .update(normalize(jcs(content)))
    .digest();
