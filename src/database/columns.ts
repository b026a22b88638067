import { getMetadataArgsStorage } from 'typeorm';
import { snake } from './naming.js';

/** Types of columns that hold one value of a shape. */
export type SqlType = 'uuid' | 'text' | 'int' | 'bool' | 'date' | 'timestamptz' | 'numeric' | 'jsonb';

type Entity<T> = new () => T;

/** One column as the decorators of its entity declare it. */
interface StoredColumn {
  member: string;
  name: string;
  type: unknown;
}

/** Columns of an entity, in the order of its declarations. */
export const storedOf = (entity: Entity<object>): StoredColumn[] =>
  getMetadataArgsStorage()
    .filterColumns(entity)
    .map(({ propertyName: member, options: { name, type } }) => ({ member, name: name ?? snake(member), type }));

/** Members of an entity whose column may be null. */
export const nullableOf = (entity: Entity<object>): string[] =>
  getMetadataArgsStorage()
    .filterColumns(entity)
    .flatMap(({ propertyName, options }) => (options.nullable ? [propertyName] : []));

/** The columns of an entity as members of a row: `i.code, i.section_path as "sectionPath"`. */
export const columnsOf = <T extends object>(
  entity: Entity<T>,
  alias: string,
  ...without: (keyof T & string)[]
): string =>
  chosen(entity, without)
    .map(({ member, name }) => (member === name ? `${alias}.${name}` : `${alias}.${name} as "${member}"`))
    .join(', ');

/** The columns of an entity as members of a JSON object, for `json_build_object`: `'outOf', e.out_of::text`. */
export const membersOf = <T extends object>(
  entity: Entity<T>,
  alias: string,
  ...without: (keyof T & string)[]
): string =>
  chosen(entity, without)
    .map(({ member, name, type }) => `'${member}', ${alias}.${name}${type === 'numeric' ? '::text' : ''}`)
    .join(', ');

/** Members of a record that an answer needs. Where none is given, all are read. */
export class Projection {
  constructor(readonly members: ReadonlySet<string>) {}
}

/** Needs no member but those that every statement reads. */
export const keysAlone = new Projection(new Set());

/** Select list of a statement, and its part of the statement's name: empty where all members are read. */
export interface Columns {
  shape: string;
  text: string;
}

interface ColumnsOptions<Row> {
  /** SQL of members that stand in no column of the table. */
  computed?: { [Member in keyof Row]?: string };
  /** Members that order, group or identify rows: read by every statement. */
  always?: readonly (keyof Row & string)[];
  without?: readonly (keyof Row & string)[];
}

/** Select lists over an entity's table: of all members, or of those that a projection needs. */
export function selectList<Row extends object>(
  entity: Entity<Partial<Row>>,
  alias: string,
  { computed = {}, always = [], without = [] }: ColumnsOptions<Row>,
): (projection?: Projection) => Columns {
  const stored = storedOf(entity).map(({ member, name }) => [member, `${alias}.${name}`] as const);
  const left = new Set<string>([...without, ...Object.keys(computed)]);
  const columns = [
    ...stored.filter(([member]) => !left.has(member)),
    ...(Object.entries(computed) as [string, string][]),
  ];
  const kept = new Set<string>(['communeId', 'id', ...always]);
  const listed = (members: typeof columns) => members.map(([member, sql]) => `${sql} as "${member}"`).join(', ');
  const whole = { shape: '', text: listed(columns) };
  const known = new WeakMap<Projection, Columns>();
  return (projection) => {
    if (!projection) return whole;
    const seen = known.get(projection);
    if (seen) return seen;
    const needed = columns.map(([member]) => kept.has(member) || projection.members.has(member));
    const bits = needed.reduce((sum, is, place) => (is ? sum | (1n << BigInt(place)) : sum), 0n);
    const made = { shape: `#${bits.toString(16)}`, text: listed(columns.filter((_, place) => needed[place])) };
    known.set(projection, made);
    return made;
  };
}

const chosen = <T extends object>(entity: Entity<T>, without: readonly (keyof T & string)[]) =>
  storedOf(entity).filter(({ member }) => !(without as readonly string[]).includes(member));
