import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { isMonitoring, type Request } from '../api/request.js';
import { Refusal } from '../refusals.js';
import { limits } from './limits.js';
import { networkOf, RateWindows } from './rate-windows.js';

/**
 * Rate limit, before body and credential are read. A valid key has a quota of its own. A request without a key, or with
 * a key not yet seen valid, counts for its address, so made-up keys gain nothing. Probes and metrics are exempt.
 * Refusal: TOO_MANY_REQUESTS.
 */
export function limitRate(fastify: FastifyInstance, quota: number): void {
  const windows = new RateWindows(quota);
  const valid = new LRUCache<string, true>({ max: limits.countedCallers });

  fastify.addHook('onRequest', (request, reply, done) => {
    if (isMonitoring(request)) return done();
    const key = keyOf(request);
    const left = windows.count(key !== undefined && valid.has(key) ? key : networkOf(request.ip), performance.now());
    void reply.headers({
      'ratelimit-policy': `"key";q=${quota};w=${limits.rateWindow}`,
      ratelimit: `"key";r=${left.requests};t=${left.seconds}`,
    });
    if (!left.above) return done();
    void reply.header('retry-after', left.seconds);
    done(new Refusal('TOO_MANY_REQUESTS', { quota, seconds: left.seconds }));
  });

  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    const key = keyOf(request);
    const { caller } = request as Request;
    if (key !== undefined && caller && caller.kind !== 'PUBLIC' && !valid.has(key)) {
      valid.set(key, true);
      windows.reassign(networkOf(request.ip), key, performance.now());
    }
    done();
  });
}

/** Hash of the credential: secrets are not stored. */
const keyOf = ({ headers: { authorization } }: { headers: { authorization?: string } }): string | undefined =>
  authorization === undefined ? undefined : createHash('sha256').update(authorization).digest('base64');
