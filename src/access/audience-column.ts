import { Column, type ColumnOptions } from 'typeorm';
import { audiences } from './permissions.js';

/** A column of the database's enum `audience`. */
export const AudienceColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column('enum', { enum: audiences, ...options });
