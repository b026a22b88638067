import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AccessService } from '../access/access.service.js';
import type { Caller } from '../access/caller.js';
import { permissions, type OperationId } from '../access/permissions.js';
import { repeatDisclosures, disclosuresOf, type Disclosures } from '../api/disclosures.js';
import { Database } from '../database/database.js';
import { limits } from '../limits/limits.js';
import { AccessesService } from './accesses.service.js';

/** How much is remembered, in bytes; 0: nothing. */
export const RESPONSE_CACHE_BYTES = Symbol('thidua:remembered');

/** An answer in the form it leaves in, and how long that is. */
export interface CacheableAnswer {
  length: number;
  /** It holds a refusal: the next time it is asked for anew. */
  refused?: boolean;
}

interface CacheEntry<T extends CacheableAnswer> {
  formed: T;
  shown: Disclosures | undefined;
}

/** In bytes: a character of text takes two where it is Vietnamese, whoever was shown is an id with its place. */
function sizeOf(kept: CacheEntry<CacheableAnswer> | 'asked', key: string): number {
  if (kept === 'asked') return 2 * key.length + 100;
  const shown = [...(kept.shown?.values() ?? [])].reduce((sum, { size }) => sum + size, 0);
  return 2 * (key.length + kept.formed.length) + 100 * (1 + shown);
}

/** What these tell changes without a line in any journal: when a key was used, who was shown what. */
export const unjournaled: ReadonlySet<string> = new Set<OperationId>(['keys', 'accesses', 'exportPersonal']);

/**
 * Answers to reads, remembered for as long as nothing they rest on has changed, and not a moment longer. Every change is
 * in a journal, and the head of a journal is the hash of all of it: so the heads of the communes in reach and of the registry,
 * which come with the caller's credential on every request, tell whether an answer still stands. The other half of its key is
 * who asks, with all rights, on which day. Who was shown whose personal values is written down each time.
 */
@Injectable()
export class ResponseCache {
  private readonly answers?: LRUCache<string, CacheEntry<CacheableAnswer> | 'asked'>;

  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly accesses: AccessesService,
    @Inject(RESPONSE_CACHE_BYTES) bytes: number,
  ) {
    if (bytes > 0)
      this.answers = new LRUCache({
        maxSize: bytes,
        sizeCalculation: sizeOf,
        ttl: limits.cacheTtl,
        ttlAutopurge: true,
      });
  }

  /** Whether what these operations answer is remembered: then the caller is to come with heads. */
  isCacheable(operations: readonly string[]): boolean {
    return (
      this.answers !== undefined &&
      operations.every((each) => permissions[each as OperationId]?.access === 'read' && !unjournaled.has(each))
    );
  }

  /** The answer to a question, `form`ed anew in a snapshot of its own unless it is remembered. It is when it was asked twice, by a caller with heads. */
  async answer<T extends CacheableAnswer>(caller: Caller, question: string, form: () => Promise<T>): Promise<T> {
    const { at: _, requestId: __, ...identity } = caller;
    const { heads } = identity;
    if (!this.answers || heads === undefined) return this.uncached(caller, form);
    const key = JSON.stringify([question, identity]);
    const known = this.answers.get(key);
    if (known !== undefined && known !== 'asked') {
      repeatDisclosures(caller, known.shown);
      await this.accesses.recordAccesses(caller);
      return known.formed as T;
    }
    let stands = false;
    const formed = await this.uncached(caller, async () => {
      const told = await form();
      // In the snapshot it was read from: a commit in between is in neither or in both.
      stands = known === 'asked' && !told.refused && (await this.access.heads(caller)) === heads;
      if (stands) this.answers?.set(key, { formed: told, shown: disclosuresOf(caller) });
      return told;
    });
    if (!stands) this.answers.set(key, 'asked');
    return formed;
  }

  private async uncached<T>(caller: Caller, form: () => Promise<T>): Promise<T> {
    const formed = await this.database.scope(caller, form);
    await this.accesses.recordAccesses(caller);
    return formed;
  }
}
