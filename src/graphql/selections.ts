import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { limits } from '../limits/limits.js';
import type { Variables } from './operation-fields.js';
import { selectionOf, variablesOfDirectives, type Selection } from './selection.js';

interface OperationOfDocument {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** Apollo's hash of the document's text. */
  queryHash?: string;
}

/** Cache of selections by operation and by the variables of its directives, weighed by the text of the document. */
export class Selections {
  private readonly known = new LRUCache<string, Selection>({ maxSize: limits.selectedCharacters });
  /** Variables of the directives, by document. */
  private readonly conditions = new LRUCache<string, readonly string[]>({ max: limits.documents });

  /** Selection of an operation, and what it takes of the caller's quota to read it. */
  of({ queryHash = '', ...asked }: OperationOfDocument, variables: Variables): { selection: Selection; cost: number } {
    const { document, operation } = asked;
    const seen = this.conditions.get(queryHash);
    const conditions = seen ?? variablesOfDirectives(document);
    if (!seen) this.conditions.set(queryHash, conditions);
    const key = JSON.stringify([queryHash, operation.name?.value, conditions.map((name) => variables[name])]);
    const known = this.known.get(key);
    const selection = known ?? selectionOf(asked, variables);
    if (!known) this.known.set(key, selection, { size: document.loc?.end ?? limits.body });
    return { selection, cost: seen ? 0 : limits.newDocument };
  }
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
