import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { Refusal, type RefusalCode } from '../refusals.js';
import { meaning } from './problem.js';
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

/**
 * Logs errors of the server, over both doors, each once. A 503 that the program refuses with is frequent under load;
 * its stack, and that of a 507, helps nobody.
 */
export function logFaults(request: FastifyRequest, errors: readonly unknown[]): void {
  for (const error of new Set(errors.map(causeOf))) {
    const { code, status } = meaning(error);
    if (error instanceof Refusal && status > 500) request.log.warn({ code }, 'refused');
    else if (status >= 500) request.log.error({ err: error }, code);
  }
}

/** The error that a resolver threw, or an error of graphql-js itself. */
const causeOf = (error: unknown): unknown => (error instanceof GraphQLError ? (error.originalError ?? error) : error);
