import { performance } from 'node:perf_hooks';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { operationsOf } from '../api/request-refusals.js';
import type { Request } from '../api/request.js';
import { networkOf } from '../limits/rate-windows.js';
import type { RefusalCode } from '../refusals.js';
import type { Metrics } from './metrics.js';

/** Refusals that a guardian of the records wants to see: each gets a line of level `warn`. */
const securityRefusals: ReadonlySet<RefusalCode> = new Set([
  'UNAUTHENTICATED',
  'KEY_PENDING',
  'FORBIDDEN',
  'SCOPE_MISSING',
  'FOUR_EYES',
  'TOO_MANY_REQUESTS',
  'BACKDATE_FORBIDDEN',
  'STAND_IN_FORBIDDEN',
]);

/** Logs and counts every request at its end; to be called before any other hook is added. */
export function observeRequests(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    observeRequest(request, reply, metrics);
    done();
  });
}

/**
 * Logs a line for the request, and one for each security refusal, with the network it came from. Values of the caller
 * are left out but for the method: the route is its pattern, the operation its name, the actor its key.
 */
export function observeRequest(request: FastifyRequest, reply: FastifyReply, metrics: Metrics): void {
  const begun = performance.now();
  // Not the hook onResponse: it does not run when the caller hangs up.
  reply.raw.once('close', () => {
    const { caller, refusals: refused = [] } = request as Request;
    const operations = operationsOf(request);
    const seconds = (performance.now() - begun) / 1_000;
    const by = caller && caller.kind !== 'PUBLIC' ? { actor: caller.actorKey } : {};
    metrics.observe({
      route: request.routeOptions.url,
      operations,
      method: request.method,
      status: reply.statusCode,
      seconds,
      refused: refused.map(({ code }) => code),
    });
    for (const { code, operation } of refused)
      if (securityRefusals.has(code))
        request.log.warn({ code, operation, ...by, network: networkOf(request.ip) }, 'refused');
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        ...(operations.length > 0 && { operations }),
        ...by,
        status: reply.statusCode,
        ms: Math.round(seconds * 10_000) / 10,
        ...(!reply.raw.writableFinished && { broken: true }),
      },
      'request',
    );
  });
}
