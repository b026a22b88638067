import type { Server, ServerResponse } from 'node:http';
import { Server as Listener } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds that an idle connection stays open after the shutdown has begun. */
const grace = 1_000;

/**
 * Gives the function that shuts a server down without failing a request. New connections are refused at once. Running
 * requests are answered, for at most `timeout` milliseconds, each with `Connection: close`. Idle connections stay open
 * for a moment, because Node's own close would cut them under a request that is on its way.
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
