import { HeaderMap, type GraphQLResponse } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import { headersOfAct } from '../api/act-headers.js';
import { challengeOf, explain, isFault, languageOf } from '../api/problem.js';
import { logFaults, recordRefusal } from '../api/request-refusals.js';
import { requestContext, type Request } from '../api/request.js';
import { retryAfter, type RefusalCode } from '../refusals.js';
import type { CacheableAnswer } from '../requests/response-cache.js';
import type { ActContext } from '../requests/write-context.service.js';
import { tooManyTokens } from './document-limits.js';
import { rootFieldAt } from './operation-fields.js';
import type { GraphqlAnswer } from './walk.js';

/** Response to an operation: data, problems, HTTP status and headers. */
export function responseOf(
  { data, errors }: { data?: string; errors: readonly GraphQLError[] },
  operation: OperationDefinitionNode,
  { req, writeContext }: { req: Request; writeContext?: ActContext },
): GraphQLResponse {
  logFaults(req, errors);
  const faults = errors.filter(isFault);
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
        ...(answered && { data: placeholderOf(data) }),
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
  const message = formatted.message === toSendWhole ? toSendWhole : detail;
  return { message, locations: formatted.locations, extensions: { ...problem, detail } };
}

/** Message by which clients know that documents are not kept under their hashes, and send the document itself. */
const toSendWhole = 'PersistedQueryNotSupported';

function headersFor(status: number, codes: readonly RefusalCode[], writeContext?: ActContext): HeaderMap {
  const headers = new HeaderMap(Object.entries(writeContext ? headersOfAct(writeContext) : {}));
  const challenge = challengeOf({ status }, requestContext.getStore()?.request?.headers.authorization);
  if (challenge !== undefined) headers.set('www-authenticate', challenge);
  const seconds = Math.max(...codes.map((code) => retryAfter[code] ?? 0));
  if (seconds > 0) headers.set('retry-after', String(seconds));
  return headers;
}

/** Answer to a query for the response cache, which keeps none with errors. */
export const cacheable = (answer: GraphqlAnswer): GraphqlAnswer & CacheableAnswer => ({
  ...answer,
  length: answer.data.length,
  refused: answer.errors.length > 0,
});

/** Texts of data, by the object that stands for the data until Apollo serialises the response. */
const texts = new WeakMap<object, string>();

function placeholderOf(text: string): Record<string, unknown> {
  const placeholder = {};
  texts.set(placeholder, text);
  return placeholder;
}

/** Serialises a response for Apollo. Its data are text already. */
export function stringifyResponse(response: { data?: object | null; errors?: readonly unknown[] }): string {
  const text = response.data && texts.get(response.data);
  if (text === undefined || text === null) return JSON.stringify(response);
  const errors = response.errors ? `,"errors":${JSON.stringify(response.errors)}` : '';
  return `{"data":${text}${errors}}`;
}
