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
import { isDay } from '../day.js';
import { codePattern } from './code.js';
import { canonicalDecimal, decimalPattern } from './decimal.js';
import { endOfDay, isInstant } from './instant.js';
import {
  atLeast,
  atMost,
  atMostCharacters,
  likeExample,
  noSuchDay,
  noSuchPeriod,
  oneAmong,
  type Example,
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
import { checked, holding, reading, type Class, type Shape } from './shape.js';
import { compared } from './text-shapes.js';

/** No list in place of a record: `ValidateNested` would validate its items, of none of which it finds nothing wrong. */
const isNoList = (each: boolean) =>
  ValidateBy(
    {
      name: 'isObject',
      validator: { validate: (value) => !Array.isArray(value), defaultMessage: () => '$property must be an object' },
    },
    { each },
  );
interface Form extends Pick<Shape, 'graphql' | 'column'>, Partial<Pick<Shape, 'json'>> {
  example: Example;
  /** Canonical form of a text that is valid; any other text stays, to be refused. */
  read?: (text: string) => string;
}

/** `holds` checks what a pattern cannot, that the calendar has the day; `otherwise` says that it has not. */
const matching = (
  { graphql, column, json = {}, example, read = (text) => text }: Form,
  pattern: RegExp,
  { holds, otherwise = noSuchDay }: { holds?: (text: string) => boolean; otherwise?: { message: string } } = {},
): Shape => ({
  graphql,
  column,
  json: { type: 'string', ...json, pattern: pattern.source },
  valid: (each) =>
    checked(
      reading((text) => (text.length <= 100 ? read(text) : text)),
      IsString({ each, ...likeExample(example) }),
      MaxLength(100, { each, ...atMostCharacters(100) }),
      Matches(pattern, { each, ...likeExample(example) }),
      ...(holds ? [holding('calendar', holds, otherwise)(each)] : []),
    ),
});
/** Code in a path: `econ.rice.area`, `2023`, `duc-lang`. */
export const code: Shape = matching(
  {
    graphql: String,
    column: 'text',
    json: { maxLength: 100 },
    example: {
      en: 'khu-dan-cu-1 (a–z, 0–9, ".", "_", "-")',
      vi: 'khu-dan-cu-1 (chữ thường không dấu, chữ số, ".", "_", "-")',
    },
  },
  codePattern,
);
/** Letter after a number: the `a` of `07a/QĐ-UBND`. */
export const numberSuffix = matching(
  { graphql: String, column: 'text', json: { maxLength: 10 }, example: 'a' },
  /^[A-Za-zĐđ][A-Za-zĐđ0-9]{0,9}$/,
);
const decimal = { graphql: DecimalScalar, column: 'numeric', example: '"171.9"' } as const;
/** Decimal, stored in its canonical form. */
export const figure = matching({ ...decimal, read: canonicalDecimal }, decimalPattern);
/** Whole đồng, none below 0. */
export const dong = matching({ ...decimal, example: '"540000"', read: canonicalDecimal }, /^(0|[1-9]\d{0,14})$/);
/** Decimal as it was written: whoever reads it asks back for a point that may be that of the thousands. */
export const figureWritten = matching(decimal, decimalPattern);
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
const lowerCase = reading((text) => (text.length <= 100 ? text.toLowerCase() : text));
/** UUID: read in any case, stored and answered in lower case. */
export const id: Shape = {
  graphql: ID,
  column: 'uuid',
  json: { type: 'string' },
  valid: (each) => checked(lowerCase, IsUUID(undefined, { each })),
};
/** Id of a record of any type: a UUID, or the key of a row that has none. */
export const recordId: Shape = { ...compared(64), valid: (each) => checked(lowerCase, compared(64).valid(each)) };
/** Instant with its offset. A day is the end of that day in Vietnam: what expires on it holds through it. */
export const instant: Shape = {
  graphql: DateTimeScalar,
  column: 'timestamptz',
  json: { type: 'string', format: 'date-time' },
  valid: (each) => checked(reading(endOfDay), holding('instant', isInstant, likeExample('2026-12-31T17:00:00Z'))(each)),
};
export const json: Shape = { graphql: JsonScalar, column: 'jsonb', json: {}, valid: () => checked(Allow()) };
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
