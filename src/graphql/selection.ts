import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isIntrospectionType,
  isLeafType,
  isObjectType,
  isScalarType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { EdgeMetadata } from '../api/operation.js';
import { Projection } from '../database/projection.js';
import { fragmentNamed } from './document-limits.js';

/** Variables of a request, coerced and with defaults. */
export type Variables = Record<string, unknown>;

/** Field that an operation selects, with what is selected below it. */
export interface SelectedField {
  /** Name in the answer; as JSON, with its colon. */
  key: string;
  label: string;
  parent: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  nodes: readonly FieldNode[];
  edge?: EdgeMetadata;
  /** Value to show in place of the member's. */
  publicValue?: (record: object) => unknown;
  /** Resolver of introspection. */
  resolve?: GraphQLFieldResolver<unknown, unknown>;
  /** Writes a value as JSON; undefined where the value is a list or a record. */
  write?: (value: unknown) => string;
  /** Fields of the value; undefined for a scalar. */
  below?: Selection;
  /** Members that the value's records need, below pages, too; undefined: all. */
  projection?: Projection;
  /** Whether the field or a field below is an edge. */
  leads: boolean;
  /** Arguments in this request; one object for a request, or for all whose variables do not matter. */
  argumentsIn(variables: Variables): Record<string, unknown>;
}

export type Selection = readonly SelectedField[];

interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** Fields of an operation as its directives and `variables` leave them; fragments are dissolved. */
export function selectionOf({ schema, document, operation }: Operation, variables: Variables): Selection {
  /** No type of the schema is abstract, so a valid fragment always applies. */
  const collect = (selections: readonly SelectionNode[], fields = new Map<string, FieldNode[]>()) => {
    for (const selection of selections) {
      if (!isIncluded(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet.selections, fields);
      else collect(fragmentNamed(document, selection.name.value)?.selectionSet.selections ?? [], fields);
    }
    return fields;
  };

  const select = (parent: GraphQLObjectType, selections: readonly SelectionNode[]): Selection =>
    [...collect(selections)].map(([key, nodes]) => {
      const [first] = nodes as [FieldNode];
      const field = fieldOf(parent, first.name.value);
      const type = getNamedType(field.type);
      const { edge, publicValue } = field.extensions as Pick<SelectedField, 'edge' | 'publicValue'>;
      const below = isObjectType(type)
        ? select(
            type,
            nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
          )
        : undefined;
      const resolve = isIntrospectionType(parent) || first.name.value === '__typename' ? field.resolve : undefined;
      const nullable = getNullableType(field.type);
      const write = isLeafType(nullable) ? writerOf(nullable) : undefined;
      const leads = edge !== undefined || (below?.some((each) => each.leads) ?? false);
      return {
        ...{ key, parent, field, nodes, edge, publicValue, resolve, write, below, leads },
        projection: below && projectionOf(below),
        label: `${JSON.stringify(key)}:`,
        argumentsIn: argumentsOf(field, first),
      };
    });

  return select(schema.getRootType(operation.operation) as GraphQLObjectType, operation.selectionSet.selections);
}

function projectionOf(selection: Selection): Projection | undefined {
  const fields = selection.flatMap(recordFields);
  if (fields.some(({ edge }) => edge && !edge.needs)) return undefined;
  return new Projection(new Set(fields.flatMap(({ edge, field }) => edge?.needs ?? [field.name])));
}

/** Fields of the records in a page: `nodes { … }`, `edges { node { … } }`; of a record the field itself. */
function recordFields(selected: SelectedField): Selection {
  const { parent, field, below = [] } = selected;
  const isPage = ['nodes', 'edges'].includes(field.name) && 'pageInfo' in parent.getFields();
  if (!isPage) return [selected];
  return field.name === 'nodes' ? below : below.flatMap((each) => each.below ?? []);
}

/** Most of an answer is text, which scalars of text pass as it is. */
function writerOf(type: GraphQLLeafType): (value: unknown) => string {
  const passesText = isScalarType(type) && !['Int', 'Float', 'Boolean'].includes(type.name);
  return (value) => (passesText && typeof value === 'string' ? quoted(value) : JSON.stringify(type.serialize(value)));
}

const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;
const quoted = (text: string) => (escaped.test(text) ? JSON.stringify(text) : `"${text}"`);

function fieldOf(parent: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
  const meta = [TypeNameMetaFieldDef, SchemaMetaFieldDef, TypeMetaFieldDef].find((each) => each.name === name);
  const field = meta ?? parent.getFields()[name];
  if (!field) throw new Error(`${parent.name}.${name} is not in the schema.`);
  return field;
}

function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): SelectedField['argumentsIn'] {
  if (field.args.length === 0) return () => ({});
  if (variablesIn(node.arguments ?? []).size === 0) {
    const given = getArgumentValues(field, node);
    return () => given;
  }
  const given = new WeakMap<Variables, Record<string, unknown>>();
  return (variables) => {
    const values = given.get(variables) ?? getArgumentValues(field, node, variables);
    given.set(variables, values);
    return values;
  };
}

function isIncluded(node: SelectionNode, variables: Variables): boolean {
  if (!node.directives || node.directives.length === 0) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false
  );
}

/** Names of the variables on which the selections of a document and their cost depend: of directives, and `first`. */
export function variablesOfSelection(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  const add = (name: string) => void names.add(name);
  visit(document, {
    Directive: (node) => variablesIn(node.arguments ?? []).forEach(add),
    Argument: (node) => (node.name.value === 'first' ? variablesIn([node]).forEach(add) : undefined),
  });
  return [...names];
}

function variablesIn(nodes: NonNullable<FieldNode['arguments']>): Set<string> {
  const names = new Set<string>();
  for (const node of nodes) visit(node, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}
