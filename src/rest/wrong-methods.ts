import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusals.js';

/**
 * Answers 405 with `Allow` to a wrong method at an existing address, where Fastify answers 404. Must be called before
 * the routes are registered.
 */
export function refuseWrongMethods(fastify: FastifyInstance): void {
  const routes: { methods: string[]; path: RegExp }[] = [];
  fastify.addHook('onRoute', ({ method, url }) => {
    if (!url.includes('*'))
      routes.push({
        methods: [method].flat(),
        path: new RegExp(`^${url.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+')}$`),
      });
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const path = request.url.replace(/\?.*/, '');
    const allowed = request.is404
      ? routes.filter((route) => route.path.test(path)).flatMap(({ methods }) => methods)
      : [];
    if (allowed.length === 0) return done();
    void reply.header('allow', [...new Set(allowed)].sort().join(', '));
    done(new Refusal('METHOD_NOT_ALLOWED', { method: request.method }));
  });
}
