import {
  getArgumentValues,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { communeNamed } from '../api/commune-named.js';
import { fragmentNamed } from './document-limits.js';

export type Variables = Record<string, unknown>;

/** Root field of an operation with its arguments. */
export interface RootField {
  name: string;
  args: Record<string, unknown>;
}

/** Root fields of an operation, those of fragments included. `variables` are coerced. */
export function rootFieldsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): RootField[] {
  const type = schema.getRootType(operation.operation);
  const fieldsOf = ({ selections }: SelectionSetNode): RootField[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragmentNamed(document, selection.name.value);
        return fragment ? fieldsOf(fragment.selectionSet) : [];
      }
      const name = selection.name.value;
      if (name.startsWith('__')) return [];
      const field = type?.getFields()[name];
      return [{ name, args: field && field.args.length > 0 ? getArgumentValues(field, selection, variables) : {} }];
    });
  return fieldsOf(operation.selectionSet);
}

/** Communes that root fields name; `everywhere` when a field names none. */
export function communesOf(fields: readonly RootField[]): { communes: string[]; everywhere: boolean } {
  const named = fields.map(({ name, args }) => communeNamed(name, args));
  return { communes: named.filter((commune) => commune !== null), everywhere: named.includes(null) };
}

/** Name of the root field of a key of the answer, which may be an alias; undefined for a field of a fragment. */
export function rootFieldAt({ selections }: SelectionSetNode, key: string | number | undefined): string | undefined {
  const field = selections.find((each) => each.kind === Kind.FIELD && (each.alias ?? each.name).value === key);
  return field?.kind === Kind.FIELD ? field.name.value : undefined;
}
