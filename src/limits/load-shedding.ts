import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isMonitoring } from '../api/request.js';
import { Refusal } from '../refusals.js';

/**
 * Refuses requests beyond `most` at once, before body and credential are read: whoever was let in is answered in good time,
 * and whoever was not hears at once when to come back. A request counts from when its body has come, so that a slow line holds no
 * place, until its answer is formed, whether or not its caller still waits for it: what was begun is done. A file, which comes
 * while it is dealt with, does not count, nor does whatever watches the program.
 */
export function shedLoad(fastify: FastifyInstance, most: number): void {
  const inside = new Set<FastifyRequest>();
  const counts = (request: FastifyRequest) =>
    !isMonitoring(request) && !(request.routeOptions.config as { upload?: true }).upload;
  const refusal = (request: FastifyRequest) =>
    inside.size >= most && !isMonitoring(request) ? new Refusal('OVERLOADED') : undefined;

  fastify.addHook('onRequest', (request, _reply, done) => done(refusal(request)));
  // Bodies that were waited for may come all at once.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const refused = refusal(request);
    if (!refused && counts(request)) inside.add(request);
    done(refused);
  });
  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    inside.delete(request);
    done();
  });
}
