import type { FastifyRequest } from 'fastify';
import type { RefusalCode } from '../refusals.js';
import type { Request } from './request.js';

/** The operations a request asks for: that of its route, or the root fields of its document. Empty for a page, a probe, an unknown address. */
export function operationsOf(request: FastifyRequest): readonly string[] {
  const { operation } = request.routeOptions.config as { operation?: string };
  return (request as Request).operations ?? (operation === undefined ? [] : [operation]);
}

/** Keeps what a request was refused, for whoever watches requests end. */
export function recordRefusal(request: FastifyRequest, code: RefusalCode, operation?: string): void {
  const [only, ...others] = operationsOf(request);
  ((request as Request).refusals ??= []).push({
    code,
    operation: operation ?? (others.length === 0 ? only : undefined),
  });
}
