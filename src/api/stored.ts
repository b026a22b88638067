import { applyDecorators } from '@nestjs/common';
import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';
import { count, id, type Shape } from './shapes.js';
import { Shown, type ShownOptions } from './shown.js';

interface StoredOptions extends Omit<ShownOptions, 'edge'> {
  /** Where the column is not as the shape and the options above say. */
  column?: ColumnOptions;
}

/**
 * Declares a member that is a column and is shown: its name, SQL type, nullability, shape and description, once for
 * the table and both doors. `columnsOf` reads it for SQL. A column that is not shown has TypeORM's `@Column`.
 */
export const Stored = (shape: Shape, description: string, { column, ...shown }: StoredOptions = {}) =>
  applyDecorators(
    Column({ type: shape.column, nullable: shown.nullable, array: shown.list && shape.column !== 'jsonb', ...column }),
    Shown(shape, description, shown),
  ) as PropertyDecorator;

/** The commune a row belongs to: first part of its primary key, never shown. */
export const CommuneId = () => PrimaryColumn('int');

export const Id = () => Stored(id, 'Id.', { column: { primary: true } });

export const Version = () => Stored(count(1), 'Version of the record.');
