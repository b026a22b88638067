import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { limits } from '../limits/limits.js';
import { costOf, tooCostly } from './document-limits.js';
import { selectionOf, variablesOfSelection, type Selection, type Variables } from './selection.js';

interface OperationOfDocument {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** Apollo's hash of the document's text. */
  queryHash: string;
}

/**
 * Cache of selections by operation and by the variables on which they depend, weighed by the text of the document. The
 * cost of an operation is judged before it is selected, once.
 */
export class Selections {
  private readonly known = new LRUCache<string, Selection>({ maxSize: limits.selectedCharacters });
  /** Variables on which selections depend, by document. */
  private readonly conditions = new LRUCache<string, readonly string[]>({ max: limits.documents });

  /**
   * Selection of an operation, and what it takes of the caller's quota to read it. Refusal: QUERY_TOO_COSTLY.
   */
  of({ queryHash, ...asked }: OperationOfDocument, variables: Variables): { selection: Selection; cost: number } {
    const { document, operation } = asked;
    const seen = this.conditions.get(queryHash);
    const conditions = seen ?? variablesOfSelection(document);
    const key = JSON.stringify([queryHash, operation.name?.value, conditions.map((name) => variables[name])]);
    const known = this.known.get(key);
    const selection = known ?? selectCheap(asked, variables);
    if (!known) this.known.set(key, selection, { size: document.loc?.end ?? limits.body });
    if (!seen) this.conditions.set(queryHash, conditions);
    return { selection, cost: known ? 0 : limits.newDocument };
  }
}

function selectCheap(asked: Omit<OperationOfDocument, 'queryHash'>, variables: Variables): Selection {
  const { values, list } = costOf(asked, variables);
  const refusal = tooCostly('cost', values, { list });
  if (refusal) throw refusal;
  return selectionOf(asked, variables);
}

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
