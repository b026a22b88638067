import { applyDecorators } from '@nestjs/common';
import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';
import { nullableOf } from '../database/columns.js';
import { count, id } from './shapes.js';
import type { ShapeShown } from './shape.js';
import { Shown, shownOf, type ShownOptions } from './shown.js';

interface StoredOptions extends Omit<ShownOptions, 'edge'> {
  /** Where the column is not as the shape and the options above say. */
  column?: ColumnOptions;
}

/**
 * Declares a member that is a column and is shown: its name, SQL type, nullability, shape and description, once for
 * the table and both doors. `columnsOf` reads it for SQL. A column that is not shown has TypeORM's `@Column`.
 */
export const Stored = (shape: ShapeShown, description: string, { column, ...shown }: StoredOptions = {}) =>
  applyDecorators(
    Column({ type: shape.column, nullable: shown.nullable, array: shown.list && shape.column !== 'jsonb', ...column }),
    Shown(shape, description, shown),
  ) as PropertyDecorator;

/** The commune a row belongs to: first part of its primary key, never shown. */
export const CommuneId = () => PrimaryColumn('int');

export const Id = () => Stored(id, 'Id of the record, a UUID that never changes.', { column: { primary: true } });

export const Version = () => Stored(count(1), 'Version of the record.');

type Nullable<T> = { [Name in keyof T]: null extends T[Name] ? Name : never }[keyof T];

/** A record that is about to be added: members that may be null may be left out. */
type Drafted<T> = Omit<T, Nullable<T>> & { [Name in Nullable<T>]?: T[Name] };

/** Record with null for each member that was left out, so that a new nullable column needs no line in a service. */
export function complete<T extends object>(type: new () => T, drafted: Drafted<T>): T {
  const shown = shownOf(type).flatMap(({ name, nullable }) => (nullable ? [name] : []));
  const record: Record<string, unknown> = { ...drafted };
  for (const member of [...nullableOf(type), ...shown]) record[member] ??= null;
  return record as T;
}
