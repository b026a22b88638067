import { getMetadataArgsStorage } from 'typeorm';
import { snake } from './naming.js';

/** Types of columns that hold one value of a shape. */
export type SqlType = 'uuid' | 'text' | 'int' | 'bool' | 'date' | 'timestamptz' | 'numeric' | 'jsonb';

export type Entity<T> = new () => T;

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

/** Select list of members, each with its SQL: `i.section_path as "sectionPath"`. */
export const listed = (columns: readonly (readonly [member: string, sql: string])[]): string =>
  columns.map(([member, sql]) => `${sql} as "${member}"`).join(', ');

/** The columns of an entity as members of a row. */
export const columnsOf = <T extends object>(
  entity: Entity<T>,
  alias: string,
  ...without: (keyof T & string)[]
): string => listed(chosen(entity, without).map(({ member, name }) => [member, `${alias}.${name}`]));

/** The columns of an entity as members of a JSON object, for `json_build_object`: `'outOf', e.out_of::text`. */
export const membersOf = <T extends object>(
  entity: Entity<T>,
  alias: string,
  ...without: (keyof T & string)[]
): string =>
  chosen(entity, without)
    .map(({ member, name, type }) => `'${member}', ${alias}.${name}${type === 'numeric' ? '::text' : ''}`)
    .join(', ');

const chosen = <T extends object>(entity: Entity<T>, without: readonly (keyof T & string)[]) =>
  storedOf(entity).filter(({ member }) => !(without as readonly string[]).includes(member));
