import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isMonitoring } from '../api/request.js';
import { Refusal } from '../refusals.js';
import { limits } from './limits.js';
import { networkOf } from './rate-windows.js';
import { Sums } from './sums.js';
import { whenClosed } from './when-closed.js';

/** Bytes that all requests share: an answer of them costs no memory. */
export const sharedBytes = new WeakSet<Buffer>();

/**
 * Limits of answers that their clients do not take off. A client that takes nothing for `limits.takingTimeout` is cut.
 * A network with too many unsent bytes gets no other answer until it has taken them; beyond the bytes of all, the
 * oldest answers are cut, which only slow clients have. Refusal: OVERLOADED.
 */
export function limitUnsent(fastify: FastifyInstance): void {
  /** Functions that let go of an answer, the oldest first. */
  const unsent = new Map<FastifyReply, () => void>();
  const bytes = new Sums();

  fastify.addHook('onRequest', (request, _reply, done) => {
    const over = !isMonitoring(request) && bytes.of(networkOf(request.ip)) > limits.unsentBytes.network;
    done(over ? new Refusal('OVERLOADED') : undefined);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return done();
    // A request that is injected has no socket.
    (request.raw.socket as Partial<Socket>).setTimeout?.(limits.takingTimeout);
    if (typeof payload !== 'string' && sharedBytes.has(payload)) return done();
    // Encoded once, here: whoever counts a text would encode it, and who sends it again.
    const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
    const takeOff = bytes.add([networkOf(request.ip), 'all'], body.length);
    unsent.set(reply, () => unsent.delete(reply) && takeOff());
    whenClosed(reply.raw, () => unsent.get(reply)?.());
    for (const [oldest, letGo] of unsent) {
      if (bytes.of('all') <= limits.unsentBytes.all) break;
      letGo();
      oldest.raw.destroy();
    }
    done(null, body);
  });
}
