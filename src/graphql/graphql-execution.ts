import type { ApolloServerPlugin, GraphQLRequestContextResponseForOperation } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { getVariableValues, GraphQLError } from 'graphql';
import { AccessService } from '../access/access.service.js';
import type { Caller } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { expected } from '../api/found.js';
import { languageOf } from '../api/problem.js';
import type { GraphqlContext, Request } from '../api/request.js';
import { Database } from '../database/database.js';
import { limits } from '../limits/limits.js';
import { InputPipe } from '../requests/input-pipe.js';
import { Refusal } from '../refusals.js';
import { DisclosuresService } from '../requests/disclosures.service.js';
import { hasActHeader, isDryRun, readActHeaders } from '../requests/act-headers.rules.js';
import { ResponseCache } from '../requests/response-cache.js';
import { WriteContextService, type ActContext } from '../requests/write-context.service.js';
import { cacheable, responseOf } from './graphql-response.js';
import { communesOf, introspects, rootFieldsOf, type RootField } from './operation-fields.js';
import { Selections } from './selections.js';
import { Walk, type GraphqlAnswer } from './walk.js';

/** Request whose document Apollo has parsed and validated. */
type ValidRequest = GraphQLRequestContextResponseForOperation<GraphqlContext>;

/** An answer, or the errors that prevented one. */
type Result = GraphqlAnswer | Pick<GraphqlAnswer, 'errors'>;

/** Executes operations in place of Apollo: one caller, one scope, edges by level, problems as in REST. */
@Injectable()
export class GraphqlExecution {
  private readonly selections = new Selections();
  private readonly pipe = new InputPipe();

  constructor(
    private readonly access: AccessService,
    private readonly database: Database,
    private readonly writeContexts: WriteContextService,
    private readonly disclosures: DisclosuresService,
    private readonly cache: ResponseCache,
    private readonly modules: ModuleRef,
  ) {}

  readonly plugin: ApolloServerPlugin<GraphqlContext> = {
    requestDidStart: async () => ({
      responseForOperation: async (request) => {
        const { operation, contextValue } = request;
        const { req } = contextValue;
        // Apollo refuses a request that names no operation of its document when it executes (its types say never).
        if (!(operation as unknown)) return null;
        try {
          const { result, writeContext } = await this.execute(request);
          return responseOf(result, operation, { req, writeContext });
        } catch (error) {
          const errors = [new GraphQLError('', { originalError: error as Error })];
          return responseOf({ errors }, operation, { req });
        }
      },
    }),
  };

  /** Refusals: QUERY_TOO_COSTLY; UNAUTHENTICATED for introspection without a key (the schema is at /schema.graphql). */
  private async execute(request: ValidRequest): Promise<{ result: Result; writeContext?: ActContext }> {
    const { schema, document, operation, operationName, contextValue } = request;
    const queryHash = expected(request.queryHash, 'Apollo hashes every document.');
    const { errors, coerced = {} } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      request.request.variables ?? {},
      { maxErrors: limits.points },
    );
    if (errors) return { result: { errors: [...errors] } };
    const { selection, cost } = this.selections.of({ schema, document, operation, queryHash }, coerced);
    if (contextValue.req.headers.authorization === undefined && introspects(selection))
      throw new Refusal('UNAUTHENTICATED');
    const fields = rootFieldsOf(selection, coerced);
    const identified = await this.identify(contextValue.req, fields);
    const { caller, writeContext } =
      operation.operation === 'mutation' ? this.act(identified, fields, contextValue.req) : { caller: identified };
    contextValue.req.cost = cost;
    const services = { schema, modules: this.modules, pipe: this.pipe };
    const walk = new Walk(services, { ...contextValue, caller }, coerced);
    if (operation.operation === 'query') {
      // The cache opens the scope and stores the disclosures that the walk notes.
      const key = JSON.stringify([queryHash, operationName, coerced]);
      return { result: await this.cache.answer(caller, key, async () => cacheable(await walk.query(selection))) };
    }
    const result = await this.database.scope(caller, () => walk.mutation(selection), writeContext);
    await this.disclosures.storeDisclosures(caller);
    return { result, writeContext };
  }

  private async identify(req: Request, fields: readonly RootField[]): Promise<Caller> {
    req.operations = [...new Set(fields.map(({ name }) => name))];
    req.caller = await this.access.identify({
      ...communesOf(fields),
      authorization: req.headers.authorization,
      language: languageOf(req.headers['accept-language']),
      requestId: req.id,
      withHeadsHash: this.cache.isCacheable(req.operations),
    });
    return req.caller;
  }

  /**
   * Applies act headers and `?validate=only`, which make a mutation an act of one field. Refusals: ONE_MUTATION; those
   * of `readActHeaders`.
   */
  private act(
    caller: Caller,
    fields: readonly RootField[],
    { headers, query }: Request,
  ): { caller: Caller; writeContext?: ActContext } {
    const dryRun = isDryRun((query as { validate?: unknown }).validate);
    const [field] = fields;
    if (field === undefined || caller.kind === 'PUBLIC') return { caller };
    const forOneAct = dryRun || hasActHeader(headers);
    if (!forOneAct) return { caller };
    if (fields.length > 1) throw new Refusal('ONE_MUTATION');
    const { commune, input = null, expectedVersion: _, ...path } = field.args;
    // A missing right is refused first, by the guard, as in REST.
    if (typeof commune !== 'string' || caller.refusalFor(field.name as OperationId, commune)) return { caller };
    const operation = field.name as OperationId;
    const acting = caller.acting(
      readActHeaders(headers, { operation, today: caller.on, roles: caller.rolesOf(commune) }),
    );
    const act = { operation: field.name, path: textsOf({ commune, ...path }), body: input };
    return { caller: acting, writeContext: this.writeContexts.contextOf(acting, act, { dryRun }) };
  }
}

/** Values of a path as REST has them. */
const textsOf = (path: object): Record<string, string> =>
  Object.fromEntries(Object.entries(path).map(([name, value]) => [name, String(value)]));
