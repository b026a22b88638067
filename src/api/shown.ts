import { Extensions, Field } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import fastJson from 'fast-json-stringify';
import { isRecord, type Class, type ShapeShown } from './shape.js';

export interface ShownOptions {
  list?: boolean;
  /** Length that a list of fewer than `limits.parts` never exceeds: the cost of a document counts so many. */
  most?: number;
  /** Items of the list at most, as the contract says. */
  atMost?: number;
  /** The value may be null. */
  nullable?: boolean;
  /** The property may be absent. */
  optional?: boolean;
  /** Personal value: the journal holds a commitment in its place. May depend on the record. */
  personal?: boolean | ((record: never) => boolean);
  /** Value in place of an erased personal one; else `erasedText` of a text, and null of anything else. */
  erased?: unknown;
  /** GraphQL has an edge of a resolver in place of the field. */
  edge?: boolean;
  /** The journal leaves the member out: its place says the same. */
  unjournaled?: boolean;
  /** The field of GraphQL is a `Part` of a resolver. */
  part?: boolean;
  /** Value that answers show in its place; the journal holds the stored value. */
  publicValue?: (record: never) => unknown;
}

export interface ShownProperty extends ShownOptions {
  name: string;
  shape: ShapeShown;
  /** Description as it was declared. */
  told: string;
  description: string;
}

const properties = new Map<object, ShownProperty[]>();

/**
 * Makes a property public: field in GraphQL, property in OpenAPI, member in the JSON of REST and in the data of the
 * journal. No other property leaves the program.
 */
export function Shown(shape: ShapeShown, told: string, options: ShownOptions = {}): PropertyDecorator {
  return (target, key) => {
    const isNull = isNullErased(shape, options);
    if (isNull && !options.nullable) throw new Error(`${String(key)}, once erased, is null.`);
    const description = told.concat(isNull ? nullErased : '');
    properties.set(target, [
      ...(properties.get(target) ?? []),
      { name: String(key), shape, told, description, ...options },
    ]);
    const optional = options.nullable || options.optional;
    const { publicValue, most } = options;
    if (!options.edge && !options.part)
      Field(() => (options.list ? [shape.graphql] : shape.graphql) as typeof String, {
        description,
        nullable: optional,
      })(target, key);
    if (publicValue ?? most)
      Extensions({ ...(publicValue && { publicValue }), ...(most && { most }) })(target, key as string);
    const maxItems = options.atMost ?? most;
    ApiProperty({
      ...openApi(shape, options),
      ...(maxItems && { maxItems }),
      description,
      required: !options.optional,
    } as never)(target, key);
  };
}

const nullErased = ' Null once it is erased.';

/** Whether a personal member is null once it is erased: where it is no text. */
const isNullErased = (shape: ShapeShown, { personal, list, erased }: ShownOptions): boolean =>
  personal !== undefined && !list && !isRecord(shape) && erased === undefined && !isText(shape);

/** Whether any text is a value. */
const isText = ({ graphql, json }: ShapeShown): boolean => graphql === String && !('pattern' in json || 'enum' in json);

/** Makes a property public as another class has it; `optional`: that may be absent here. */
export const ShownAs =
  (type: Class, { optional }: Pick<ShownOptions, 'optional'> = {}): PropertyDecorator =>
  (target, key) => {
    const member = shownOf(type).find(({ name }) => name === key);
    if (!member) throw new Error(`${type.name} has no member ${String(key)}.`);
    const { shape, told, ...options } = member;
    Shown(shape, told, { ...options, optional: optional ?? options.optional })(target, key);
  };

/** Public members of a class, in the order of their declarations. */
export const shownOf = (type: Class): readonly ShownProperty[] => properties.get(type.prototype as object) ?? [];

export function openApi(
  shape: ShapeShown,
  { list, nullable }: Pick<ShownOptions, 'list' | 'nullable'>,
): Record<string, unknown> {
  // The generator takes a function for a reference only if it is called `type`.
  const one = isRecord(shape)
    ? { type: () => shape.json.record(), isArray: list }
    : list
      ? { type: 'array', items: shape.json }
      : shape.json;
  return { ...one, ...(nullable && { nullable: true }) };
}

/** JSON Schema of the public members of a class, for the serializer. */
function schemaOf(type: Class): object {
  const members = shownOf(type).map(({ name, shape, list, nullable }) => {
    const value = isRecord(shape) ? schemaOf(shape.json.record()) : withoutLimits(shape.json);
    return [name, { ...(list ? { type: 'array', items: value } : value), ...(nullable && { nullable: true }) }];
  });
  return { type: 'object', properties: Object.fromEntries(members) as object };
}

const withoutLimits = ({ type, format }: Readonly<Record<string, unknown>>) => ({
  ...(type !== undefined && { type }),
  ...(format === 'date-time' && { format }),
});

/** Serializer of a class, compiled once: it writes the public members only. */
export function serializerOf(type: Class, many: boolean): (value: unknown) => string {
  const one = schemaOf(type);
  const page = {
    type: 'object',
    properties: { items: { type: 'array', items: one }, next: { type: 'string', nullable: true } },
  };
  const serialize = fastJson((many ? page : one) as never);
  const present = presenterOf(type);
  if (!present) return serialize;
  return (value) =>
    serialize(
      many
        ? { ...(value as object), items: (value as { items: object[] }).items.map(present) }
        : present(value as object),
    );
}

/** Maps a stored record to its public form; undefined if they are the same. GraphQL fields do it themselves. */
export function presenterOf(type: Class): ((record: object) => object) | undefined {
  const members = shownOf(type).flatMap(({ name, shape, edge, publicValue }) => {
    const present = !edge && isRecord(shape) ? presenterOf(shape.json.record()) : undefined;
    const each = (value: unknown) =>
      present && isObject(value) ? (Array.isArray(value) ? value.map(present) : present(value)) : value;
    return publicValue || present
      ? [
          (record: object) =>
            [
              name,
              publicValue ? publicValue(record as never) : each((record as Record<string, unknown>)[name]),
            ] as const,
        ]
      : [];
  });
  return members.length === 0
    ? undefined
    : (record) => ({ ...record, ...Object.fromEntries(members.map((member) => member(record))) });
}

const isObject = (value: unknown): value is object => value !== null && typeof value === 'object';

/** Text in place of an erased personal text: "(erased)". */
export const erasedText = '(đã xóa)';

/**
 * Record without its personal values: a text becomes `erasedText`, a list becomes empty, anything else null, unless its
 * declaration says a value of its own; null stays null.
 */
export function withoutPersonal<T extends object>(type: Class, value: T): T {
  return without(type, value, ({ personal }) =>
    typeof personal === 'function' ? personal(value as never) : (personal ?? false),
  );
}

const erasedValue = ({ shape, erased }: ShownProperty): unknown => erased ?? (isText(shape) ? erasedText : null);

function without<T extends object>(type: Class, value: T, goes: (member: ShownProperty) => boolean): T {
  const left: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  for (const property of shownOf(type)) {
    const { name, shape, list, edge } = property;
    const member = left[name];
    if (edge || member === undefined || member === null) continue;
    if (isRecord(shape)) {
      const below = shape.json.record();
      const each = (one: object) => (goes(property) ? without(below, one, () => true) : withoutPersonal(below, one));
      left[name] = !list ? each(member) : goes(property) ? [] : (member as object[]).map(each);
    } else if (goes(property)) left[name] = list ? [] : erasedValue(property);
  }
  return left as T;
}

/**
 * Data of a record in the journal: public members, instants as text. `hide` replaces personal values, each at its
 * pointer in the record.
 */
export function journalData(
  type: Class,
  value: object,
  hide: (pointer: string, value: unknown) => unknown,
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const { name, shape, list, personal, edge, unjournaled } of shownOf(type)) {
    const member = (value as Record<string, unknown>)[name];
    if (member === undefined || edge || unjournaled) continue;
    const nested = (each: unknown, pointer: string) => {
      const hideBelow = (below: string, hidden: unknown) => hide(`${pointer}${below}`, hidden);
      return isRecord(shape) && each !== null
        ? journalData(shape.json.record(), each as object, hideBelow)
        : plain(each);
    };
    const pointer = `/${name}`;
    const drawn =
      list && Array.isArray(member)
        ? member.map((each, index) => nested(each, `${pointer}/${index}`))
        : nested(member, pointer);
    const isPersonal = typeof personal === 'function' ? personal(value as never) : personal;
    shown[name] = isPersonal && member !== null ? hide(pointer, drawn) : drawn;
  }
  return shown;
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
