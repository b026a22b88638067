import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { keyIn } from '../access/identity.js';
import { isMonitoring, type Request } from '../api/request.js';
import { Refusal } from '../refusals.js';
import { limits } from './limits.js';
import { networkOf, RateWindows } from './rate-windows.js';

/**
 * Rate limit, before body and credential are read. An actor has a quota, whatever the keys and however they are
 * written. Requests without a key, or with a key not yet seen valid, share a tenth of it by network, so made-up keys
 * gain nothing. A request takes one, and after its answer as many more as it cost. Probes and metrics are exempt.
 * Refusal: TOO_MANY_REQUESTS.
 */
export function limitRate(fastify: FastifyInstance, quota: number): void {
  const windows = new RateWindows({ actor: quota, network: Math.ceil(quota / limits.strangersShare) });
  /** Actor by the hash of a key: secrets are not stored. */
  const actors = new LRUCache<string, string>({ max: limits.countedCallers });
  /** Caller that a request was counted for, and the hash of its key. */
  const counted = new WeakMap<FastifyRequest, { caller: string; hash: string | undefined }>();

  fastify.addHook('onRequest', (request, reply, done) => {
    if (isMonitoring(request)) return done();
    const key = keyIn(request.headers.authorization);
    const hash = key === undefined ? undefined : createHash('sha256').update(key).digest('base64');
    const actor = hash === undefined ? undefined : actors.get(hash);
    const caller = actor === undefined ? `network ${networkOf(request.ip)}` : `actor ${actor}`;
    counted.set(request, { caller, hash });
    const left = windows.count(caller, performance.now());
    if (!left.above) return done();
    void reply.header('retry-after', left.seconds);
    done(new Refusal('TOO_MANY_REQUESTS', { quota: left.quota, seconds: left.seconds }));
  });

  fastify.addHook('onSend', (request, reply, payload, done) => {
    const before = counted.get(request);
    if (!before) return done();
    const { caller, cost = 0 } = request as Request;
    const actor = typeof caller?.id === 'string' ? caller.id : undefined;
    if (before.hash !== undefined && actor !== undefined) actors.set(before.hash, actor);
    const answered = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.length : 0;
    const left = windows.charge(before.caller, actor === undefined ? before.caller : `actor ${actor}`, {
      more: cost + Math.floor(answered / limits.bytesPerRequest),
      now: performance.now(),
    });
    void reply.headers({
      'ratelimit-policy': `"key";q=${left.quota};w=${limits.rateWindow}`,
      ratelimit: `"key";r=${left.requests};t=${left.seconds}`,
    });
    done();
  });
}
