import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../refusals.js';
import { watches } from './request.js';

/**
 * Refuses requests beyond `most` at once, before body and credential are read: whoever was let in is answered in good time,
 * and whoever was not hears at once when to come back. A request counts from when its body has come until its answer is formed,
 * so that a slow line holds no place; a file, which comes while it is dealt with, does not count. Nor does whatever watches the program.
 */
export function limitLoad(fastify: FastifyInstance, most: number): void {
  const inside = new Set<FastifyRequest>();
  const leave = (request: FastifyRequest) => void inside.delete(request);

  fastify.addHook('onRequest', (request, _reply, done) => done(inside.size >= most && !watches(request) ? new Refusal('OVERLOADED') : undefined));
  fastify.addHook('preValidation', (request, reply, done) => {
    if (request.headers['content-type']?.startsWith('multipart/') || watches(request)) return done();
    inside.add(request);
    reply.raw.once('close', () => leave(request));
    done();
  });
  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    leave(request);
    done();
  });
}
