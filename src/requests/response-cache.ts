import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AccessService } from '../access/access.service.js';
import type { Caller } from '../access/caller.js';
import { permissions, type OperationId } from '../access/permissions.js';
import { repeatDisclosures, disclosuresOf, type Disclosures } from '../api/disclosures.js';
import { Database } from '../database/database.js';
import { limits } from '../limits/limits.js';
import { DisclosuresService } from './disclosures.service.js';

/** Size of the response cache in bytes; 0 turns it off. */
export const RESPONSE_CACHE_BYTES = Symbol('thidua:response-cache-bytes');

/** Serialised answer with its length: bytes of a REST body, characters of a GraphQL text. */
export interface CacheableAnswer {
  length: number;
  /** The answer holds a refusal and is not cached. */
  refused?: boolean;
}

interface CacheEntry {
  answer: CacheableAnswer;
  disclosures: Disclosures | undefined;
}

/** Size in bytes, upper bound: two for a character, 100 for a disclosure. */
function sizeOf(entry: CacheEntry | 'seen', key: string): number {
  if (entry === 'seen') return 2 * key.length + 100;
  const disclosed = [...(entry.disclosures?.values() ?? [])].reduce((sum, { size }) => sum + size, 0);
  return 2 * (key.length + entry.answer.length) + 100 * (1 + disclosed);
}

/** Reads that change without a journal line and are not cached: last use of keys, progress of webhooks, disclosures. */
export const unjournaled: ReadonlySet<string> = new Set<OperationId>([
  'keys',
  'webhooks',
  'deliveries',
  'accesses',
  'exportPersonal',
]);

/**
 * Response cache for reads. Key: request, caller with all rights, legal date, and the journal heads of all communes in
 * reach and of the registry (they come with the credential). Every change moves a head, so an entry is found only while
 * nothing it rests on has changed. A hit is stored as a disclosure like a miss.
 */
@Injectable()
export class ResponseCache {
  private readonly entries?: LRUCache<string, CacheEntry | 'seen'>;

  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly disclosures: DisclosuresService,
    @Inject(RESPONSE_CACHE_BYTES) bytes: number,
  ) {
    if (bytes > 0)
      this.entries = new LRUCache({
        maxSize: bytes,
        // A long page of the feed is asked for once, and would drop everything else.
        maxEntrySize: bytes / 16,
        sizeCalculation: sizeOf,
        ttl: limits.cacheTtl,
        ttlAutopurge: true,
      });
  }

  /** Whether the answers of these operations are cached; the caller must then be identified with its `headsHash`. */
  isCacheable(operations: readonly string[]): boolean {
    return (
      this.entries !== undefined &&
      operations.every((each) => permissions[each as OperationId]?.access === 'read' && !unjournaled.has(each))
    );
  }

  /**
   * Cached answer to a request, or the result of `produce`, which runs in a scope of its own. The answer to the second
   * request is stored. Stores the disclosures of the answer either way: a door has nothing left to do but to send it.
   */
  async answer<T extends CacheableAnswer>(caller: Caller, request: string, produce: () => Promise<T>): Promise<T> {
    const { at: _, requestId: __, ...identity } = caller;
    const { headsHash } = identity;
    if (!this.entries || headsHash === undefined) return this.uncached(caller, produce);
    const key = JSON.stringify([request, identity]);
    const known = this.entries.get(key);
    if (known !== undefined && known !== 'seen') {
      repeatDisclosures(caller, known.disclosures);
      await this.disclosures.storeDisclosures(caller);
      return known.answer as T;
    }
    let cached = false;
    const answer = await this.uncached(caller, async () => {
      const produced = await produce();
      // In the snapshot of the answer: a commit after `headsHash` was read makes it differ.
      cached = known === 'seen' && !produced.refused && (await this.access.headsHash(caller)) === headsHash;
      if (cached) this.entries?.set(key, { answer: produced, disclosures: disclosuresOf(caller) });
      return produced;
    });
    if (!cached) this.entries.set(key, 'seen');
    return answer;
  }

  private async uncached<T>(caller: Caller, produce: () => Promise<T>): Promise<T> {
    const answer = await this.database.scope(caller, produce);
    await this.disclosures.storeDisclosures(caller);
    return answer;
  }
}
