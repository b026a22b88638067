import { Kind, SchemaMetaFieldDef, TypeMetaFieldDef, type SelectionSetNode } from 'graphql';
import { communeNamed } from '../api/commune-named.js';
import type { Selection, Variables } from './selection.js';

/** Root field of an operation with its arguments. */
export interface RootField {
  name: string;
  args: Record<string, unknown>;
}

/** Root fields of an operation, as its directives leave them; without those of introspection. */
export const rootFieldsOf = (selection: Selection, variables: Variables): RootField[] =>
  selection
    .filter(({ field }) => !field.name.startsWith('__'))
    .map(({ field, argumentsIn }) => ({ name: field.name, args: argumentsIn(variables) }));

/** Whether an operation asks for the schema. */
export const introspects = (selection: Selection): boolean =>
  selection.some(({ field }) => field === SchemaMetaFieldDef || field === TypeMetaFieldDef);

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
