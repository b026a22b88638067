import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { keyIn } from '../access/identity.js';
import type { Request } from '../api/request.js';
import { limits } from './limits.js';
import { networkOf } from './rate-windows.js';

/** Callers as the limits count them: the actor behind a key that was seen valid, else the network. */
export class CountedCallers {
  /** Actor by the hash of a key: secrets are not stored. */
  private readonly actors = new LRUCache<string, string>({ max: limits.countedCallers });
  private readonly counted = new WeakMap<FastifyRequest, { caller: string; hash: string | undefined }>();

  /** `actor …` or `network …`; the same for the whole request. */
  of(request: FastifyRequest): string {
    return this.count(request).caller;
  }

  /** Caller as the answer knows it. The next request with this key counts for its actor. */
  after(request: Request): string {
    const { caller, hash } = this.count(request);
    const actor = request.caller?.id;
    if (typeof actor !== 'string') return caller;
    if (hash !== undefined) this.actors.set(hash, actor);
    return `actor ${actor}`;
  }

  private count(request: FastifyRequest): { caller: string; hash: string | undefined } {
    const known = this.counted.get(request);
    if (known) return known;
    const key = keyIn(request.headers);
    const hash = key === undefined ? undefined : createHash('sha256').update(key).digest('base64');
    const actor = hash === undefined ? undefined : this.actors.get(hash);
    const counted = { caller: actor === undefined ? `network ${networkOf(request.ip)}` : `actor ${actor}`, hash };
    this.counted.set(request, counted);
    return counted;
  }
}
