import type { FastifyRequest } from 'fastify';
import type { RefusalCode } from '../refusals.js';
import type { Request } from './request.js';

/**
 * Operations of a request: that of its route, or the root fields of its document; none for a page, a probe or an
 * unknown address.
 */
export function operationsOf(request: FastifyRequest): readonly string[] {
  const { operation } = request.routeOptions.config as { operation?: string };
  return (request as Request).operations ?? (operation === undefined ? [] : [operation]);
}

/** Records a refusal on the request, for logs and metrics. */
export function recordRefusal(request: FastifyRequest, code: RefusalCode, operation?: string): void {
  const [only, ...others] = operationsOf(request);
  ((request as Request).refusals ??= []).push({
    code,
    operation: operation ?? (others.length === 0 ? only : undefined),
  });
}
