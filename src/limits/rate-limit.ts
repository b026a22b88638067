import { performance } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { isMonitoring, type Request } from '../api/request.js';
import { Refusal } from '../refusals.js';
import type { CountedCallers } from './counted-callers.js';
import { limits } from './limits.js';
import { RateWindows } from './rate-windows.js';

/**
 * Rate limit, before body and credential are read. An actor has a quota, whatever the keys and however they are
 * written. Requests without a key, or with a key not yet seen valid, share a tenth of it by network, so made-up keys
 * gain nothing. A request takes one, and after its answer as many more as it cost. Probes and metrics are exempt.
 * Refusal: TOO_MANY_REQUESTS.
 */
export function limitRate(fastify: FastifyInstance, quota: number, callers: CountedCallers): void {
  const windows = new RateWindows({ actor: quota, network: Math.ceil(quota / limits.strangersShare) });

  fastify.addHook('onRequest', (request, reply, done) => {
    if (isMonitoring(request)) return done();
    const left = windows.count(callers.of(request), performance.now());
    if (!left.above) return done();
    void reply.header('retry-after', left.seconds);
    done(new Refusal('TOO_MANY_REQUESTS', { quota: left.quota, seconds: left.seconds }));
  });

  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (isMonitoring(request)) return done();
    const { cost = 0 } = request as Request;
    const answered = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.length : 0;
    const left = windows.charge(callers.of(request), callers.after(request as Request), {
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
