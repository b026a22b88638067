import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isMonitoring } from '../api/request.js';
import { Refusal } from '../refusals.js';
import type { CountedCallers } from './counted-callers.js';
import { Sums } from './sums.js';
import { whenClosed } from './when-closed.js';

/**
 * Load shedding: at most `capacity` requests in flight; the others get 503 before body and credential are read. A
 * request counts from its complete body, so that a slow client takes no place, until its response is serialised. Half
 * of the places at most are one caller's: of these a request keeps its place until the client has received the whole
 * answer. Both places are free when the client hangs up. Uploads, probes and metrics are exempt. Refusal: OVERLOADED.
 */
export function shedLoad(fastify: FastifyInstance, capacity: number, callers: CountedCallers): void {
  const inFlight = new Set<FastifyRequest>();
  const places = new Sums();
  const counts = (request: FastifyRequest) =>
    !isMonitoring(request) && !(request.routeOptions.config as { upload?: true }).upload;
  const refusal = (request: FastifyRequest) =>
    !isMonitoring(request) && (inFlight.size >= capacity || places.of(callers.of(request)) >= Math.ceil(capacity / 2))
      ? new Refusal('OVERLOADED')
      : undefined;

  fastify.addHook('onRequest', (request, _reply, done) => done(refusal(request)));
  // Several bodies may complete at the same time.
  fastify.addHook('preValidation', (request, reply, done) => {
    const refused = refusal(request);
    if (refused || !counts(request)) return done(refused);
    const freePlace = places.add([callers.of(request)], 1);
    inFlight.add(request);
    whenClosed(reply.raw, () => {
      inFlight.delete(request);
      freePlace();
    });
    done();
  });
  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    inFlight.delete(request);
    done();
  });
}
