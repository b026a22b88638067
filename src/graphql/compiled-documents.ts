import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { GraphqlContext } from '../api/request.js';
import { limits } from '../limits/limits.js';
import type { Variables } from './operation-fields.js';

const maxDocuments = 500;

interface OperationOfDocument {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | null;
  /** Apollo's hash of the document's text. */
  queryHash?: string;
}

type Executor = (context: GraphqlContext, variables: Variables) => Promise<ExecutionResult> | ExecutionResult;

/**
 * Cache of compiled operations, weighed by their text. An operation is interpreted until callers have asked for it so
 * often (`limits.sightsUntilCompiled`).
 */
export class CompiledDocuments {
  private readonly compiled = new LRUCache<string, CompiledQuery>({
    max: maxDocuments,
    maxSize: limits.compiledCharacters,
  });
  /** Sights by operation. */
  private readonly sights = new LRUCache<string, number>({ max: maxDocuments });

  /** Executor of an operation, and what it takes of the caller's quota to make it. */
  executorOf(asked: OperationOfDocument, caller: 'keyed' | 'public'): { run: Executor; cost: number } {
    const { schema, document, operationName, queryHash = '' } = asked;
    const key = `${queryHash} ${operationName ?? ''}`;
    const known = this.compiled.get(key);
    if (known) return { run: executorOf(known), cost: 0 };
    const sight = (this.sights.get(key) ?? 0) + 1;
    this.sights.set(key, sight);
    if (sight >= limits.sightsUntilCompiled[caller]) {
      const compiled = compileQuery(schema, document, operationName ?? undefined);
      if (isCompiledQuery(compiled)) {
        this.compiled.set(key, compiled, { size: document.loc?.end ?? limits.body });
        return { run: executorOf(compiled), cost: limits.compiledDocument };
      }
    }
    return {
      run: (contextValue, variableValues) => execute({ schema, document, operationName, contextValue, variableValues }),
      cost: sight === 1 ? limits.newDocument : 0,
    };
  }
}

const executorOf =
  (compiled: CompiledQuery): Executor =>
  (context, variables) =>
    compiled.query(undefined, context, variables);

/** Store of parsed and valid documents for Apollo Server, weighed by their text. Its own holds 30 MB by estimation. */
export function parsedDocuments(): NonNullable<ApolloServerOptions<BaseContext>['documentStore']> {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: limits.parsedCharacters,
    sizeCalculation: ({ loc }) => loc?.end ?? limits.body,
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
