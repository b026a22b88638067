import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { CountedCallers } from '../../src/limits/counted-callers.js';
import { limits } from '../../src/limits/limits.js';
import { shedLoad } from '../../src/limits/load-shedding.js';
import { limitUnsent } from '../../src/limits/unsent-answers.js';

/** A server whose answers, longer than a network may leave untaken, are formed after their clients have gone. */
async function served(limit: (fastify: FastifyInstance) => void): Promise<FastifyInstance> {
  const fastify = Fastify();
  limit(fastify);
  fastify.get('/slow', async (_request, reply) => {
    await once(reply.raw, 'close');
    return 'x'.repeat(limits.unsentBytes.network + 1);
  });
  fastify.get('/', () => 'here');
  await fastify.listen();
  return fastify;
}

async function hangUp(fastify: FastifyInstance): Promise<void> {
  const formed = new Promise<void>((resolve) =>
    fastify.server.once('request', (_, { req }) => req.once('close', resolve)),
  );
  const socket = connect((fastify.server.address() as AddressInfo).port);
  socket.end('GET /slow HTTP/1.1\r\nhost: a\r\n\r\n');
  await once(fastify.server, 'request');
  socket.destroy();
  await formed;
}

it.each<[string, (fastify: FastifyInstance) => void]>([
  ['bytes', limitUnsent],
  ['place', (fastify) => shedLoad(fastify, 2, new CountedCallers())],
])('an answer that is formed for nobody holds no %s', async (_, limit) => {
  const fastify = await served(limit);
  try {
    for (let time = 0; time < 3; time++) await hangUp(fastify);
    await new Promise((resolve) => setImmediate(resolve));
    const { status } = await fetch(`http://127.0.0.1:${(fastify.server.address() as AddressInfo).port}/`);
    expect(status).toBe(200);
  } finally {
    await fastify.close();
  }
});
