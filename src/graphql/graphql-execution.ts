import { HeaderMap, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import {
  execute,
  getArgumentValues,
  getVariableValues,
  GraphQLError,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { AccessService } from '../access/access.service.js';
import type { Caller } from '../access/caller.js';
import type { OperationId as OperationId } from '../access/permissions.js';
import { communeNamed } from '../api/commune-named.js';
import { explain, isFault, languageOf } from '../api/problem.js';
import { recordRefusal } from '../api/request-refusals.js';
import { requestContext, type GraphqlContext, type Request } from '../api/request.js';
import { Database } from '../database/database.js';
import { limits } from '../limits/limits.js';
import { Refusal, retryAfter, type RefusalCode } from '../refusals.js';
import { AccessesService } from '../requests/accesses.service.js';
import { isDryRun, readActHeaders } from '../requests/act-headers.rules.js';
import { WriteContextService, type ActContext } from '../requests/write-context.service.js';
import { ResponseCache, type CacheableAnswer } from '../requests/response-cache.js';
import { costOf, fragmentNamed, introspects, tooCostly, tooManyTokens } from './document-limits.js';
import { callPlainly } from './plain-edges.js';

/** How many documents are remembered. */
const documentsKept = 500;

type Variables = Record<string, unknown>;

/** Headers that speak of one act. */
const actHeaders = ['idempotency-key', 'legal-date', 'legal-reference', 'on-behalf-of'] as const;

/**
 * GraphQL's way through: the caller is identified once, everything runs in one scope, a document that comes a second
 * time is compiled, and every error is explained as on the other door.
 */
@Injectable()
export class GraphqlExecution {
  private readonly documents = new LRUCache<string, CompiledQuery | 'seen'>({ max: documentsKept });
  private readonly texts = new WeakMap<object, string>();

  constructor(
    private readonly access: AccessService,
    private readonly database: Database,
    private readonly writeContexts: WriteContextService,
    private readonly accesses: AccessesService,
    private readonly cache: ResponseCache,
    private readonly modules: ModuleRef,
  ) {}

  readonly plugin: ApolloServerPlugin<GraphqlContext> = {
    serverWillStart: async ({ schema }) => callPlainly(schema, this.modules),
    requestDidStart: async () => ({
      responseForOperation: async ({
        schema,
        document,
        operation,
        operationName,
        queryHash,
        request,
        contextValue,
      }) => {
        // Several operations and no name, or a name of none: Apollo refuses it when it executes, whatever its types say.
        if (!(operation as unknown)) return null;
        const variables = withDefaults(operation, request.variables);
        const { id: requestId, headers } = contextValue.req;
        const language = languageOf(headers['accept-language']);
        try {
          // Before the caller is looked up; compiled, every wrong value of a list would be told.
          const { errors, coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
            maxErrors: limits.variableErrors,
          });
          if (errors) return this.respond({ errors }, operation, contextValue);
          const excess = tooCostly('cost', costOf(schema, document, operation, coerced));
          if (excess) throw excess;
          // The schema is public at /schema.graphql, where telling it costs nothing.
          if (headers.authorization === undefined && introspects(document, operation.selectionSet))
            throw new Refusal('UNAUTHENTICATED');
          const named = communesNamed(schema, document, operation, coerced);
          contextValue.req.operations = [...new Set(named.fields.map(({ name }) => name))];
          const identified = await this.access.identify({
            authorization: headers.authorization,
            communes: named.communes,
            everywhere: named.everywhere,
            language,
            requestId,
            heads: this.cache.isCacheable(contextValue.req.operations),
          });
          contextValue.req.caller = identified;
          const { caller, context: writeContext } =
            operation.operation === 'mutation'
              ? this.act(identified, named.fields, contextValue.req)
              : { caller: identified };
          const context: GraphqlContext = { ...contextValue, caller };
          const run = this.prepare(schema, document, operationName, queryHash);
          if (operation.operation === 'query') {
            const question = JSON.stringify([queryHash, operationName, coerced]);
            return this.respond(
              await this.cache.answer(caller, question, async () => this.form(await run(context, variables))),
              operation,
              contextValue,
            );
          }
          const result = await this.database.scope(caller, async () => run(context, variables), writeContext);
          await this.accesses.recordAccesses(caller);
          return this.respond(result, operation, contextValue, writeContext);
        } catch (error) {
          return this.respond(
            { errors: [new GraphQLError('', { originalError: error as Error })] },
            operation,
            contextValue,
          );
        }
      },
    }),
  };

  /** What fails before execution: the document, its variables, the HTTP request. */
  readonly formatError = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (formatted.extensions?.status !== undefined) return formatted;
    const { language, request } = requestContext.getStore() ?? { language: 'vi' };
    const known =
      error instanceof GraphQLError ? error : new GraphQLError(formatted.message, { originalError: error as Error });
    const { detail, ...problem } = explain(tooManyTokens(formatted.message) ?? known, language, request?.id ?? '');
    if (request) recordRefusal(request, problem.code);
    return { message: detail, locations: formatted.locations, extensions: { ...problem, detail } };
  };

  /** What the headers and `?validate=only` ask of a mutation; either needs it to be the only one. */
  private act(
    caller: Caller,
    fields: readonly RootField[],
    { headers, query }: Request,
  ): { caller: Caller; context?: ActContext } {
    const dryRun = isDryRun((query as { validate?: unknown }).validate);
    const [field] = fields;
    if (field === undefined || caller.kind === 'PUBLIC') return { caller };
    const special = dryRun || actHeaders.some((name) => headers[name] !== undefined);
    if (special && fields.length > 1) throw new Refusal('ONE_MUTATION');
    const { commune, input = null, expectedVersion: _, ...path } = field.asked;
    // Whoever may not do this at all hears that first, as on the other door: from the guard.
    if (typeof commune !== 'string' || caller.refusalFor(field.name as OperationId, commune)) return { caller };
    const acting = caller.acting(readActHeaders(headers, caller.on, caller.rolesOf(commune)));
    return {
      caller: acting,
      context: this.writeContexts.contextOf(
        acting,
        { operation: field.name, path: { commune, ...path }, body: input },
        { dryRun },
      ),
    };
  }

  /** What a query found; if it may be told again, as text alone, which `write` finds. */
  private form({ data, errors }: ExecutionResult): ExecutionResult & CacheableAnswer {
    if (errors || !data) return { data, errors, length: 0, refused: true };
    const [text, answer] = [JSON.stringify({ data }), {}];
    this.texts.set(answer, text);
    return { data: answer, length: text.length };
  }

  /** For Apollo: an answer as text, written once. */
  readonly write = (answer: { data?: object | null }): string =>
    (answer.data && this.texts.get(answer.data)) ?? JSON.stringify(answer);

  private prepare(schema: GraphQLSchema, document: DocumentNode, operationName: string | null, hash = '') {
    const key = `${hash} ${operationName ?? ''}`;
    const known = this.documents.get(key);
    if (known !== undefined && known !== 'seen')
      return (context: GraphqlContext, variables: Variables) => known.query(undefined, context, variables);
    const compiled = known === 'seen' ? compileQuery(schema, document, operationName ?? undefined) : undefined;
    if (compiled && isCompiledQuery(compiled)) {
      this.documents.set(key, compiled);
      return (context: GraphqlContext, variables: Variables) => compiled.query(undefined, context, variables);
    }
    this.documents.set(key, 'seen');
    return (context: GraphqlContext, variables: Variables) =>
      execute({ schema, document, operationName, contextValue: context, variableValues: variables });
  }

  private respond(
    { data, errors = [] }: ExecutionResult,
    operation: OperationDefinitionNode,
    { req }: GraphqlContext,
    context?: ActContext,
  ): GraphQLResponse {
    const language = languageOf(req.headers['accept-language']);
    const faults = errors.filter(isFault);
    for (const fault of faults) req.log.error({ err: fault.originalError ?? fault }, 'fault under GraphQL');
    // A fault ends the snapshot it happened in: nothing of a query stands. What a mutation did stands, whatever is selected under it.
    const nothingStands = faults.length > 0 && operation.operation === 'query';
    const told = nothingStands ? faults.slice(0, 1) : errors;
    const problems = told.map((error) => {
      const { detail, ...problem } = explain(error, language, req.id);
      recordRefusal(req, problem.code, answeredAs(operation.selectionSet, error.path?.[0]));
      return {
        error,
        status: problem.status,
        formatted: {
          message: detail,
          path: error.path,
          locations: error.locations,
          extensions: { ...problem, detail },
        },
      };
    });
    const answered = data !== undefined && !nothingStands;
    const body = {
      ...(answered && { data: data as Variables | null }),
      ...(problems.length > 0 && { errors: problems.map(({ formatted }) => formatted) }),
    };
    const status = answered ? 200 : (problems[0]?.status ?? 500);
    return {
      http: {
        status,
        headers: headersFor(
          status,
          problems.map(({ formatted }) => formatted.extensions.code),
          context,
        ),
      },
      body: { kind: 'single', singleResult: body },
    };
  }
}

/** Variables with their defaults: graphql-jit refuses whoever leaves out one that has a default and may not be null. */
function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables = {}): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

function headersFor(status: number, codes: readonly RefusalCode[], context?: ActContext): HeaderMap {
  const headers = new HeaderMap();
  if (context?.replayed) headers.set('idempotency-replayed', 'true');
  if (context?.dryRun) headers.set('validate', 'only');
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  const seconds = Math.max(...codes.map((code) => retryAfter[code] ?? 0));
  if (seconds > 0) headers.set('retry-after', String(seconds));
  return headers;
}

/** The field behind a name in the answer, which may be an alias; undefined where a fragment holds it. */
function answeredAs({ selections }: SelectionSetNode, name: string | number | undefined): string | undefined {
  const field = selections.find((each) => each.kind === Kind.FIELD && (each.alias ?? each.name).value === name);
  return field?.kind === Kind.FIELD ? field.name.value : undefined;
}

/** A root field with its arguments. */
interface RootField {
  name: string;
  asked: Record<string, unknown>;
}

/** The root fields of an operation and the communes they name; `everywhere` when one of them names none. */
function communesNamed(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): { communes: string[]; everywhere: boolean; fields: RootField[] } {
  const type = schema.getRootType(operation.operation);
  const communes: string[] = [];
  const fields: RootField[] = [];
  let everywhere = false;
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragmentNamed(document, selection.name.value);
        if (fragment) walk(fragment.selectionSet);
      } else if (!selection.name.value.startsWith('__')) {
        const field = type?.getFields()[selection.name.value];
        const asked = field && field.args.length > 0 ? getArgumentValues(field, selection, variables) : {};
        fields.push({ name: selection.name.value, asked });
        const commune = communeNamed(selection.name.value, asked);
        if (commune !== null) communes.push(commune);
        else everywhere = true;
      }
    }
  };
  walk(operation.selectionSet);
  return { communes, everywhere, fields };
}
