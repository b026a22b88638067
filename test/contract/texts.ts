import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';
import type { Row } from '../doors.js';
import { openApi } from './contract.js';

const components = openApi().components.schemas as Record<string, Row>;
const resolved = (schema: Row): Row => (schema.$ref ? components[schema.$ref.split('/').at(-1)]! : schema);

/** A body that a schema allows, but for the text at a path. */
export function valueOf(given: Row, at: readonly string[] | undefined, filler: string): unknown {
  const schema = resolved(given.allOf?.[0] ?? given.anyOf?.[0] ?? given);
  if (at?.length === 0) return filler;
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array') return [valueOf(schema.items, at?.slice(1), filler)];
  if (schema.type === 'object') {
    const wanted = Object.keys(schema.properties ?? {}).filter(
      (name) => (schema.required ?? []).includes(name) || name === at?.[0],
    );
    return Object.fromEntries(
      wanted.map((name) => [
        name,
        valueOf(schema.properties[name], name === at?.[0] ? at?.slice(1) : undefined, filler),
      ]),
    );
  }
  return schema.type === 'integer' ? 1 : schema.type === 'boolean' ? true : 'x';
}

/** Paths of all texts in a schema. */
export function textsOf(given: Row): string[][] {
  const schema = resolved(given.allOf?.[0] ?? given.anyOf?.[0] ?? given);
  if (schema.type === 'array') return textsOf(schema.items).map((rest) => ['0', ...rest]);
  if (schema.type === 'object')
    return Object.entries<Row>(schema.properties ?? {}).flatMap(([name, member]) =>
      textsOf(member).map((rest) => [name, ...rest]),
    );
  return schema.type === 'string' ? [[]] : [];
}

/** Paths of all texts in an input type. */
export function textsIn(type: GraphQLInputType): string[][] {
  if (isNonNullType(type)) return textsIn(type.ofType as GraphQLInputType);
  if (isListType(type)) return textsIn(type.ofType as GraphQLInputType).map((rest) => ['0', ...rest]);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((member) =>
      textsIn(member.type).map((rest) => [member.name, ...rest]),
    );
  return isLeafType(type) && !isEnumType(type) && !['Int', 'Boolean', 'JSON'].includes(type.name) ? [[]] : [];
}

/** A value of an input type, but for the text at a path. */
export function given(type: GraphQLInputType, at: readonly string[] | undefined, filler: string): unknown {
  if (isNonNullType(type)) return given(type.ofType as GraphQLInputType, at, filler);
  if (at?.length === 0) return filler;
  if (isListType(type)) return [given(type.ofType as GraphQLInputType, at?.slice(1), filler)];
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((member) => isNonNullType(member.type) || member.name === at?.[0])
        .map((member) => [member.name, given(member.type, member.name === at?.[0] ? at?.slice(1) : undefined, filler)]),
    );
  if (isEnumType(type)) return type.getValues()[0]!.name;
  return { Int: 1, Boolean: true, Decimal: '1', LegalDate: '2023', Period: '2023' }[getNamedType(type).name] ?? 'x';
}
