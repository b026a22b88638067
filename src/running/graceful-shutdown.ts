import type { Server, ServerResponse } from 'node:http';
import { Server as Listener } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds in which a caller whose connection is idle may still ask for something. */
const grace = 1_000;

/**
 * Gives what ends a server without failing a request. New connections are refused at once. What runs is answered, for at
 * most `timeout` milliseconds, and each answer says that it is the last of its connection; whoever was about to ask on an
 * idle one is heard for a moment more, for Node's own close would cut that connection under the question.
 */
export function gracefulShutdown(server: Server): (timeout: number) => Promise<void> {
  const answering = new Set<ServerResponse>();
  let stopping = false;
  server.prependListener('request', (_, response: ServerResponse) => {
    if (stopping) response.setHeader('connection', 'close');
    answering.add(response);
    response.once('close', () => answering.delete(response));
  });
  return async (timeout) => {
    stopping = true;
    for (const response of answering) if (!response.headersSent) response.setHeader('connection', 'close');
    const closed = new Promise<void>((resolve) => void Listener.prototype.close.call(server, () => resolve()));
    const idle = setInterval(() => server.closeIdleConnections(), grace);
    await Promise.race([closed, delay(timeout, undefined, { ref: false })]);
    clearInterval(idle);
    server.closeAllConnections();
  };
}
