import { HeaderMap, type GraphQLResponse } from '@apollo/server';
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import { explain, isFault, languageOf } from '../api/problem.js';
import { recordRefusal } from '../api/request-refusals.js';
import { requestContext, type GraphqlContext, type Request } from '../api/request.js';
import { retryAfter, type RefusalCode } from '../refusals.js';
import type { CacheableAnswer } from '../requests/response-cache.js';
import type { ActContext } from '../requests/write-context.service.js';
import { tooManyTokens } from './document-limits.js';
import { rootFieldAt } from './operation-fields.js';

/** Response to an operation: data, problems, HTTP status and headers. */
export function responseOf(
  { data, errors = [] }: ExecutionResult,
  operation: OperationDefinitionNode,
  { req }: GraphqlContext,
  writeContext?: ActContext,
): GraphQLResponse {
  const faults = errors.filter(isFault);
  for (const fault of faults) req.log.error({ err: fault.originalError ?? fault }, 'fault under GraphQL');
  // A fault ends the snapshot it happened in, so a query has no data. A mutation is committed, whatever its edges do.
  const failed = faults.length > 0 && operation.operation === 'query';
  const answered = data !== undefined && !failed;
  const problems = (failed ? faults.slice(0, 1) : errors).map((error) => problemOf(error, operation, req));
  const status = answered ? 200 : (problems[0]?.status ?? 500);
  const codes = problems.map(({ formatted }) => formatted.extensions.code);
  return {
    http: { status, headers: headersFor(status, codes, writeContext) },
    body: {
      kind: 'single',
      singleResult: {
        ...(answered && { data: data as Record<string, unknown> | null }),
        ...(problems.length > 0 && { errors: problems.map(({ formatted }) => formatted) }),
      },
    },
  };
}

function problemOf(error: GraphQLError, { selectionSet }: OperationDefinitionNode, req: Request) {
  const { detail, ...problem } = explain(error, languageOf(req.headers['accept-language']), req.id);
  recordRefusal(req, problem.code, rootFieldAt(selectionSet, error.path?.[0]));
  const { path, locations } = error;
  return {
    status: problem.status,
    formatted: { message: detail, path, locations, extensions: { ...problem, detail } },
  };
}

/** Error before execution, as Apollo reports it: the document, its variables or the HTTP request is malformed. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  // An error of an executed operation is a problem already.
  if (formatted.extensions?.status !== undefined) return formatted;
  const { language, request } = requestContext.getStore() ?? { language: 'vi' };
  const known =
    error instanceof GraphQLError ? error : new GraphQLError(formatted.message, { originalError: error as Error });
  const { detail, ...problem } = explain(tooManyTokens(formatted.message) ?? known, language, request?.id ?? '');
  if (request) recordRefusal(request, problem.code);
  return { message: detail, locations: formatted.locations, extensions: { ...problem, detail } };
}

function headersFor(status: number, codes: readonly RefusalCode[], writeContext?: ActContext): HeaderMap {
  const headers = new HeaderMap();
  if (writeContext?.replayed) headers.set('idempotency-replayed', 'true');
  if (writeContext?.dryRun) headers.set('validate', 'only');
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  const seconds = Math.max(...codes.map((code) => retryAfter[code] ?? 0));
  if (seconds > 0) headers.set('retry-after', String(seconds));
  return headers;
}

/** Text of cached answers, by the object that stands for their data. */
const texts = new WeakMap<object, string>();

/** Result of a query for the response cache: a result without errors is held as text only. */
export function cacheable({ data, errors }: ExecutionResult): ExecutionResult & CacheableAnswer {
  if (errors || !data) return { data, errors, length: 0, refused: true };
  const [text, placeholder] = [JSON.stringify({ data }), {}];
  texts.set(placeholder, text);
  return { data: placeholder, length: text.length };
}

/** Serialises a response for Apollo; the text of a cached answer is reused. */
export const stringifyResponse = (response: { data?: object | null }): string =>
  (response.data && texts.get(response.data)) ?? JSON.stringify(response);
