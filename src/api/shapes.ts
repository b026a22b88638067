import { applyDecorators } from '@nestjs/common';
import { ID, Int, registerEnumType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  Allow,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import type { GraphQLScalarType } from 'graphql';
import type { SqlType } from '../database/columns.js';
import { isStreamSafe, nfcUpTo } from '../database/text.js';
import { isDay } from '../day.js';
import { codePattern } from './code.js';
import { figurePattern } from './decimal.js';
import {
  atLeast,
  atMost,
  atMostCharacters,
  inOneLine,
  likeExample,
  noSuchDay,
  noSuchPeriod,
  oneAmong,
  type Example,
  printing,
  withoutControls,
} from './limit-sentences.js';
import {
  DateTimeScalar,
  DecimalScalar,
  isLegalDate,
  isPeriod,
  legalDateExamples,
  periodExamples,
  JsonScalar,
  LegalDateScalar,
  legalDatePattern,
  PeriodScalar,
  periodPattern,
} from './scalars.js';

export type Class = new () => object;

/** Kind of value, declared once for GraphQL, JSON (OpenAPI, serializer), database and validation. */
export interface Shape {
  graphql: GraphQLScalarType | typeof String | typeof Boolean | typeof Int | object;
  /** JSON Schema of one value; a record names its class instead. */
  json: Readonly<Record<string, unknown>> | { record: () => Class };
  /** Type of the column that stores one value. */
  column: SqlType;
  valid(each: boolean): PropertyDecorator;
}

const checked = (...decorators: (PropertyDecorator | MethodDecorator)[]) =>
  applyDecorators(...decorators) as PropertyDecorator;
/** NFC of a text, or of each text of a list; a longer text stays as it is, to be refused. */
const nfc = (max: number) => {
  const read = (value: unknown) => (typeof value === 'string' ? nfcUpTo(max, value) : value);
  return Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(read) : read(value)));
};
/** No list in place of a record: `ValidateNested` would validate its items, of none of which it finds nothing wrong. */
const isNoList = (each: boolean) =>
  ValidateBy(
    {
      name: 'isObject',
      validator: { validate: (value) => !Array.isArray(value), defaultMessage: () => '$property must be an object' },
    },
    { each },
  );
/** No control characters but tab and line feed, no lone surrogate. */
const printable = /^(?:[^\p{Cc}\p{Cs}]|[\t\n])*$/u;

/** `holds` checks what a pattern cannot, that the calendar has the day; `otherwise` says that it has not. */
const matching = (
  { graphql, column, json = {}, example }: Pick<Shape, 'graphql' | 'column'> & Partial<Shape> & { example: Example },
  pattern: RegExp,
  { holds, otherwise = noSuchDay }: { holds?: (text: string) => boolean; otherwise?: { message: string } } = {},
): Shape => ({
  graphql,
  column,
  json: { type: 'string', ...json, pattern: pattern.source },
  valid: (each) =>
    checked(
      IsString({ each }),
      MaxLength(100, { each, ...atMostCharacters(100) }),
      Matches(pattern, { each, ...likeExample(example) }),
      ...(holds ? [holding('calendar', holds, otherwise)(each)] : []),
    ),
});
/** Rule that a pattern cannot state; `name` is the code of its point. */
const holding = (name: string, holds: (text: string) => boolean, sentence: { message: string }) => (each: boolean) =>
  ValidateBy(
    { name, validator: { validate: (value) => typeof value === 'string' && holds(value) } },
    { each, ...sentence },
  );
const streamSafe = holding('marks', isStreamSafe, { message: '$property has more than 30 marks in a row' });

/** Text of at most `max` characters, stored as NFC. */
export const text = (max = 2000): Shape => ({
  graphql: String,
  column: 'text',
  json: { type: 'string', maxLength: max },
  valid: (each) =>
    checked(
      nfc(max),
      IsString({ each }),
      MaxLength(max, { each, ...atMostCharacters(max) }),
      streamSafe(each),
      Matches(printable, { each, ...withoutControls }),
    ),
});
/** Text as it stands on a paper: it prints something. */
export const printed = (max: number): Shape => ({
  ...text(max),
  valid: (each) => checked(text(max).valid(each), Matches(/[\p{L}\p{N}\p{P}\p{S}]/u, { each, ...printing })),
});
/** Text that stands in one line: a name, a post, a symbol. */
export const oneLine = (max: number): Shape => ({
  ...text(max),
  valid: (each) => checked(printed(max).valid(each), Matches(/^[^\n\t]*$/, { each, ...inOneLine })),
});
export const reasonText: Shape = printed(2000);
/** Code in a path: `econ.rice.area`, `2023`, `duc-lang`. */
export const code: Shape = matching(
  { graphql: String, column: 'text', json: { maxLength: 100 }, example: 'khu-dan-cu-1' },
  codePattern,
);
/** Letter after a number: the `a` of `07a/QĐ-UBND`. */
export const numberSuffix = matching(
  { graphql: String, column: 'text', json: { maxLength: 10 }, example: 'a' },
  /^[A-Za-zĐđ][A-Za-zĐđ0-9]{0,9}$/,
);
export const figure = matching({ graphql: DecimalScalar, column: 'numeric', example: '171.9' }, figurePattern);
export const period = matching({ graphql: PeriodScalar, column: 'text', example: periodExamples }, periodPattern, {
  holds: isPeriod,
  otherwise: noSuchPeriod,
});
const legal = { graphql: LegalDateScalar, column: 'text', example: legalDateExamples } as const;
export const legalDate = matching(legal, legalDatePattern, { holds: isLegalDate });
/** Day without a missing part, as `asOf` and validity need it. */
export const day = matching(
  { graphql: LegalDateScalar, column: 'date', json: { format: 'date' }, example: '2024-01-31' },
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  { holds: isDay },
);
/** Day of any year: `02-29` is one. */
export const dayOfYear = matching(
  { graphql: String, column: 'text', example: '12-31' },
  /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  { holds: (text) => isDay(`2024-${text}`) },
);
export const id: Shape = {
  graphql: ID,
  column: 'uuid',
  json: { type: 'string' },
  valid: (each) => checked(IsUUID(undefined, { each })),
};
export const instant: Shape = {
  graphql: DateTimeScalar,
  column: 'timestamptz',
  json: { type: 'string', format: 'date-time' },
  valid: () => checked(),
};
export const json: Shape = { graphql: JsonScalar, column: 'jsonb', json: {}, valid: () => checked() };
/** Schemas that the OpenAPI document has beside those of classes, by name. */
export const jsonSchemas: Record<string, object> = {};
/** JSON that a schema describes: `schemas` has it by name, with those that it refers to. */
export function jsonOf(name: string, schemas: Readonly<Record<string, object>>): Shape {
  Object.assign(jsonSchemas, schemas);
  return { ...json, json: { oneOf: [{ $ref: `#/components/schemas/${name}` }] }, valid: () => checked(Allow()) };
}
export const flag: Shape = {
  graphql: Boolean,
  column: 'bool',
  json: { type: 'boolean' },
  valid: (each) => checked(IsBoolean({ each })),
};
/** Flag in a form, where every value is text. */
export const flagInForm: Shape = {
  ...flag,
  valid: () =>
    checked(
      Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
      IsBoolean(),
    ),
};
export const count = (min = 0, max = 2_147_483_647): Shape => ({
  graphql: Int,
  column: 'int',
  json: { type: 'integer', minimum: min, maximum: max },
  valid: (each) => checked(IsInt({ each }), Min(min, { each, ...atLeast(min) }), Max(max, { each, ...atMost(max) })),
});
/** Count in a query string, where every value is text. */
export const countInQuery = (min: number, max: number): Shape => ({
  ...count(min, max),
  valid: () =>
    checked(
      Transform(({ value }: { value: unknown }) =>
        typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
      ),
      IsInt(),
      Min(min, atLeast(min)),
      Max(max, atMost(max)),
    ),
});

/** Word of a closed list, UPPER_SNAKE. */
export function oneOf<const T extends string>(name: string, values: readonly T[], description: string): Shape {
  const words = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(words, { name, description });
  return {
    graphql: words,
    column: 'text',
    json: { type: 'string', enum: values },
    valid: (each) => checked(IsIn(values, { each, ...oneAmong(values) })),
  };
}

/** Text of a closed list whose values are no names of GraphQL: `indicator.amended`. */
export const oneTextOf = (values: readonly string[]): Shape => ({
  graphql: String,
  column: 'text',
  json: { type: 'string', enum: values },
  valid: (each) => checked(IsIn(values, { each, ...oneAmong(values) })),
});

/** Nested record. */
export const record = (of: () => Class): Shape => ({
  get graphql() {
    return of();
  },
  column: 'jsonb',
  json: { record: of },
  // Without `IsDefined` a missing record would pass, without `isNoList` a list of none in its place.
  valid: (each) => checked(IsDefined({ each }), isNoList(each), ValidateNested({ each }), Type(of)),
});

export const isRecord = (shape: Shape): shape is Shape & { json: { record: () => Class } } => 'record' in shape.json;
