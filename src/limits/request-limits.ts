import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions, FastifyInstance, FastifyReply } from 'fastify';
import { explain } from '../api/problem.js';
import { Refusal, type RefusalCode } from '../refusals.js';
import { limits } from './limits.js';
import { whenClosed } from './when-closed.js';

/** Connections with an upload, for which `limits.uploadTimeout` replaces the request timeout. */
export const uploadSockets = new WeakSet<Socket>();

/** Limits that Node and Fastify enforce. */
export const serverLimits = {
  bodyLimit: limits.body,
  // The input classes limit each parameter of a path.
  routerOptions: { maxParamLength: limits.url },
  connectionTimeout: limits.idleTimeout,
  requestTimeout: limits.requestTimeout,
  keepAliveTimeout: limits.keepAliveTimeout,
  http: {
    maxHeaderSize: limits.head,
    headersTimeout: limits.headersTimeout,
    connectionsCheckingInterval: limits.checkInterval,
  },
  clientErrorHandler: answerClientError,
} satisfies FastifyHttpOptions<Server>;

/**
 * Limits that Node and Fastify lack or do not set: number of connections and headers, length of the address, nesting of
 * the body. Refusals: HEAD_TOO_LARGE, URL_TOO_LONG, TOO_DEEP.
 */
export function limitRequests(fastify: FastifyInstance): void {
  fastify.server.maxConnections = limits.connections;
  fastify.addHook('onRequest', (request, _, done) => {
    if (request.raw.rawHeaders.length > 2 * limits.headers) return done(new Refusal('HEAD_TOO_LARGE'));
    if (request.url.length > limits.url) return done(new Refusal('URL_TOO_LONG', { most: limits.url }));
    done();
  });
  fastify.addHook('preValidation', (request, _, done) => {
    done(isDeeper(request.body, limits.bodyDepth) ? new Refusal('TOO_DEEP', { most: limits.bodyDepth }) : undefined);
  });
}

export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}

/** Signal that the client hangs up before it has its answer. */
export function hangUpOf({ raw }: FastifyReply): AbortSignal {
  const hangUp = new AbortController();
  whenClosed(raw, () => {
    if (!raw.writableFinished) hangUp.abort();
  });
  return hangUp.signal;
}

const codeOfClientError: Readonly<Record<string, RefusalCode>> = {
  HPE_HEADER_OVERFLOW: 'HEAD_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'TIMED_OUT',
};

/** Answers a connection whose request could not be parsed, in Vietnamese because no header was read. */
function answerClientError(this: FastifyInstance, { code }: Error & { code?: string }, socket: Socket): void {
  // Node reports a connection once; an upload then has a timeout of its own.
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT' && uploadSockets.has(socket)) return;
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = explain(
    new Refusal((code !== undefined && codeOfClientError[code]) || 'MALFORMED'),
    'vi',
    randomUUID(),
  );
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${problem.requestId}`,
    'connection: close',
  ];
  this.log.info({ requestId: problem.requestId, status: problem.status, code: problem.code }, 'request');
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
