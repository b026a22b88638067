import { execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { GraphqlContext } from '../api/request.js';
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

/** Cache of compiled operations. The first request of an operation is interpreted, the second compiles it. */
export class CompiledDocuments {
  private readonly entries = new LRUCache<string, CompiledQuery | 'seen'>({ max: maxDocuments });

  executorOf({ schema, document, operationName, queryHash = '' }: OperationOfDocument): Executor {
    const key = `${queryHash} ${operationName ?? ''}`;
    const known = this.entries.get(key);
    if (known !== undefined && known !== 'seen') return executorOf(known);
    const compiled = known === 'seen' ? compileQuery(schema, document, operationName ?? undefined) : undefined;
    if (compiled && isCompiledQuery(compiled)) {
      this.entries.set(key, compiled);
      return executorOf(compiled);
    }
    this.entries.set(key, 'seen');
    return (contextValue, variableValues) => execute({ schema, document, operationName, contextValue, variableValues });
  }
}

const executorOf =
  (compiled: CompiledQuery): Executor =>
  (context, variables) =>
    compiled.query(undefined, context, variables);
