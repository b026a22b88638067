import { applyDecorators } from '@nestjs/common';
import type { Int } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { ValidateBy, type ValidationOptions } from 'class-validator';
import type { GraphQLScalarType } from 'graphql';
import type { SqlType } from '../database/columns.js';

export type Class = new () => object;

/** Kind of value as it is answered, declared once for GraphQL, JSON (OpenAPI, serializer) and database. */
export interface ShapeShown {
  graphql: GraphQLScalarType | typeof String | typeof Boolean | typeof Int | object;
  /** JSON Schema of one value; a record names its class instead. */
  json: Readonly<Record<string, unknown>> | { record: () => Class };
  /** Type of the column that stores one value. */
  column: SqlType;
  /** A text that is a figure wherever it reads as one. */
  mayBeFigure?: true;
}

/** Kind of value that is asked for, too: with its validation. */
export interface Shape extends ShapeShown {
  valid(each: boolean): PropertyDecorator;
  /** A blank value clears a member that may be cleared, as null does. */
  clears?: true;
}

export const checked = (...decorators: (PropertyDecorator | MethodDecorator)[]) =>
  applyDecorators(...decorators) as PropertyDecorator;

/** Reads a text, or each text of a list, before it is validated. */
export const reading = (read: (text: string) => string) => {
  const one = (value: unknown) => (typeof value === 'string' ? read(value) : value);
  return Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(one) : one(value)));
};

/** Rule of a text that a pattern cannot state; `name` is the code of its point. */
export const holding =
  (name: string, holds: (text: string) => boolean, sentence: ValidationOptions) => (each: boolean) =>
    ValidateBy(
      { name, validator: { validate: (value) => typeof value === 'string' && holds(value) } },
      { each, ...sentence },
    );

export const isRecord = <T extends ShapeShown>(shape: T): shape is T & { json: { record: () => Class } } =>
  'record' in shape.json;
