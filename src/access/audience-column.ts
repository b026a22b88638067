import { Column, type ColumnOptions } from 'typeorm';
import { audiences } from './roles.js';

/** Column of the PostgreSQL enum `audience`. */
export const AudienceColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column('enum', { enum: audiences, ...options });
