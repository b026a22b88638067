import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import { pageSize } from '../api/lists.js';
import { limits } from '../limits/limits.js';
import { Refusal } from '../refusals.js';

type Variables = Readonly<Record<string, unknown>>;

/** Size of a selection with its fragments expanded. `rootFields` are those of its first level. */
type Shape = Record<'depth' | 'rootFields' | 'fields' | 'aliases' | 'directives', number>;

const nothing: Shape = { depth: 0, rootFields: 0, fields: 0, aliases: 0, directives: 0 };

/** Sizes of the operations and fragments of a document. A fragment is measured once, however often it is spread. */
export function shapesOf(document: DocumentNode): Shape[] {
  const known = new Map<string, Shape>();
  const ofFragment = (name: string): Shape => {
    const shape = known.get(name);
    if (shape) return shape;
    // A fragment that spreads itself is refused by the rules of GraphQL.
    known.set(name, nothing);
    const fragment = fragmentNamed(document, name);
    const measured = fragment ? shapeOf(fragment.selectionSet) : nothing;
    known.set(name, measured);
    return measured;
  };
  const shapeOf = ({ selections }: SelectionSetNode): Shape => {
    const sum = { ...nothing };
    for (const selection of selections) {
      const directives = selection.directives?.length ?? 0;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : selection.selectionSet
            ? shapeOf(selection.selectionSet)
            : nothing;
      const isField = selection.kind === Kind.FIELD;
      sum.depth = Math.max(sum.depth, inner.depth + (isField ? 1 : 0));
      sum.rootFields += isField ? 1 : inner.rootFields;
      sum.fields += inner.fields + (isField ? 1 : 0);
      sum.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      sum.directives += inner.directives + directives;
    }
    return sum;
  };
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [shapeOf(definition.selectionSet)]
      : definition.kind === Kind.FRAGMENT_DEFINITION
        ? [{ ...ofFragment(definition.name.value), rootFields: 0 }]
        : [],
  );
}

/** Refusals of a document: QUERY_TOO_COSTLY for every limit that it exceeds. */
export function refusalsOf(document: DocumentNode): Refusal[] {
  const shapes = shapesOf(document);
  const names = ['depth', 'rootFields', 'fields', 'aliases', 'directives'] as const;
  return names.flatMap((limit) => tooCostly(limit, Math.max(0, ...shapes.map((shape) => shape[limit]))) ?? []);
}

/**
 * Validation rule for the limits of a document. The following rules get an empty document where a limit is exceeded,
 * because some compare every field with every other.
 */
export const documentLimits: ValidationRule = (context) => ({
  Document(document) {
    const found = refusalsOf(document);
    for (const refusal of found) context.reportError(new GraphQLError(refusal.message, { originalError: refusal }));
    return found.length === 0 ? undefined : { ...document, definitions: [] };
  },
});

/** Validation rule that graphql-js lacks: the schema has the kind of the operation. */
export const knownOperations: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (!context.getSchema().getRootType(node.operation))
      context.reportError(new GraphQLError(`The schema has no ${node.operation}.`, { nodes: node }));
  },
});

/** Refusal for the error of graphql-js that stops parsing at too many tokens. */
export const tooManyTokens = (message: string): Refusal | undefined =>
  /Document contains more that \d+ tokens/.test(message) ? tooCostly('tokens', limits.tokens + 1) : undefined;

const limitWords = {
  depth: 'số tầng',
  rootFields: 'số trường gốc',
  fields: 'số trường',
  aliases: 'số bí danh (alias)',
  directives: 'số directive',
  tokens: 'số token',
  cost: 'số giá trị',
};

export function tooCostly(
  limit: keyof typeof limitWords,
  found: number,
  more: { list?: string } = {},
): Refusal | undefined {
  const details = { limit, most: limits[limit], found: Math.min(found, Number.MAX_SAFE_INTEGER), ...more };
  const saying = (words: string) => ({ limit: more.list === undefined ? words : `${words} (${more.list})` });
  const words = { vi: saying(limitWords[limit]), en: saying(limit) };
  return found > limits[limit] ? new Refusal('QUERY_TOO_COSTLY', details, [], words) : undefined;
}

/** Estimated number of values, and the path of the list that has most of them; empty without a list. */
export interface Cost {
  values: number;
  list: string;
}

/** Length of the lists directly below a selection, and the names of the introspection lists around it. */
interface EnclosingLists {
  size: number;
  introspected: string;
}

/**
 * Estimated number of values in an answer: a field is one; a list is multiplied by its `first` (100 when left out, at
 * most its limit), by the `most` it ever holds, or by `limits.parts`; what a field `costs` beside is added. Fields
 * with `@skip` count. Recursive introspection is infinite. `variables` are coerced, with defaults.
 */
export function costOf(
  {
    schema,
    document,
    operation,
  }: { schema: GraphQLSchema; document: DocumentNode; operation: OperationDefinitionNode },
  variables: Variables,
): Cost {
  const known = new Map<string, Cost>();

  const cost = (type: GraphQLCompositeType, { selections }: SelectionSetNode, lists: EnclosingLists): Cost => {
    const parts = selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return costOfField(type, selection, lists);
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return cost(conditionOr(type, selection.typeCondition?.name.value), selection.selectionSet, lists);
      const key = `${selection.name.value} ${lists.size} ${lists.introspected}`;
      const fragment = fragmentNamed(document, selection.name.value);
      const found =
        known.get(key) ??
        (fragment
          ? cost(conditionOr(type, fragment.typeCondition.name.value), fragment.selectionSet, lists)
          : { values: 0, list: '' });
      known.set(key, found);
      return found;
    });
    const heaviest = parts.reduce((most, part) => (part.values > most.values ? part : most), { values: 0, list: '' });
    return { values: parts.reduce((sum, { values }) => sum + values, 0), list: heaviest.list };
  };

  const costOfField = (parent: GraphQLCompositeType, node: FieldNode, lists: EnclosingLists): Cost => {
    const field = fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    if (!field || !isCompositeType(type) || !node.selectionSet) return { values: 1, list: '' };
    const isList = isListType(getNullableType(field.type));
    const goesRound = isList && isIntrospectionType(parent) && lists.introspected.includes(` ${field.name} `);
    if (goesRound) return { values: Infinity, list: field.name };
    const introspected =
      isList && isIntrospectionType(parent) ? `${lists.introspected} ${field.name} ` : lists.introspected;
    const size = firstArgument(field, node, variables) ?? limits.parts;
    const below = cost(type, node.selectionSet, { size, introspected });
    const { most = lists.size, costs = 0 } = field.extensions as { most?: number; costs?: number };
    return {
      values: (isList ? most : 1) * (1 + below.values) + costs,
      list: below.list ? `${field.name}.${below.list}` : isList ? field.name : '',
    };
  };

  const conditionOr = (type: GraphQLCompositeType, name: string | undefined): GraphQLCompositeType => {
    const named = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(named) ? named : type;
  };

  const root = schema.getRootType(operation.operation);
  return root ? cost(root, operation.selectionSet, { size: limits.parts, introspected: '' }) : { values: 0, list: '' };
}

export function fragmentNamed(document: DocumentNode, name: string) {
  const fragment = document.definitions.find(
    (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
  );
  return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fragment : undefined;
}

const fieldOf = (type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined =>
  [SchemaMetaFieldDef, TypeMetaFieldDef].find((meta) => meta.name === name) ??
  (isUnionType(type) ? undefined : type.getFields()[name]);

/** Value of the argument `first`; undefined for a field without it. */
function firstArgument(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): number | undefined {
  if (!field.args.some(({ name }) => name === 'first')) return undefined;
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const value =
    given?.kind === Kind.INT
      ? Number(given.value)
      : given?.kind === Kind.VARIABLE
        ? variables[given.name.value]
        : undefined;
  // A list goes on `after` a record, the feed from a cursor of its own.
  const most = field.args.some(({ name }) => name === 'cursor') ? pageSize.feed : pageSize.most;
  return typeof value === 'number' ? Math.min(Math.max(value, 0), most) : pageSize.usual;
}
