import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isMonitoring } from '../api/request.js';
import { Refusal } from '../refusals.js';

/**
 * Load shedding: at most `capacity` requests in flight; the others get 503 before body and credential are read. A
 * request counts from its complete body, so that a slow client takes no place, until its response is serialised, even
 * if the client has gone. Uploads, probes and metrics are exempt. Refusal: OVERLOADED.
 */
export function shedLoad(fastify: FastifyInstance, capacity: number): void {
  const inFlight = new Set<FastifyRequest>();
  const counts = (request: FastifyRequest) =>
    !isMonitoring(request) && !(request.routeOptions.config as { upload?: true }).upload;
  const refusal = (request: FastifyRequest) =>
    inFlight.size >= capacity && !isMonitoring(request) ? new Refusal('OVERLOADED') : undefined;

  fastify.addHook('onRequest', (request, _reply, done) => done(refusal(request)));
  // Several bodies may complete at the same time.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const refused = refusal(request);
    if (!refused && counts(request)) inFlight.add(request);
    done(refused);
  });
  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    inFlight.delete(request);
    done();
  });
}
