import { GraphQLError, GraphQLScalarType, valueFromASTUntyped, type ValueNode } from 'graphql';
import { isDay } from '../day.js';
import { decimalPattern } from './decimal.js';
import { isInstant } from './instant.js';

/** `2023`, `2023-05`, `2023-05-26`. */
export const legalDatePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
/** Year, half, nine months, quarter, month, season of one year or two, school year, term or interval of two days. */
export const periodPattern = new RegExp(
  '^\\d{4}(-(' +
    'H[12]|9M|Q[1-4]|0[1-9]|1[0-2]|\\d{4}|' +
    '(\\d{4}-)?(spring|summer|autumn|winter|winter-spring|summer-autumn|mua)' +
    ')|-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2})?$',
);

/** Examples of a legal date and of a period, for whoever writes another form. */
export const legalDateExamples = {
  en: '2024-01-31, 2024-01 or 2024',
  vi: '2024-01-31, hoặc 2024-01, 2024 khi không rõ ngày',
};
export const periodExamples = {
  en:
    '2024, 2024-H1, 2024-9M, 2024-Q1, 2024-05, 2024-spring, 2021-2025 (three years or more), ' +
    '2024-2025 (a school year), 2024-01-01/2025-12-31 (from day to day)',
  vi:
    '2024, 2024-H1, 2024-9M, 2024-Q1, 2024-05, 2024-spring, 2021-2025 (từ ba năm), ' +
    '2024-2025 (năm học), 2024-01-01/2025-12-31 (từ ngày đến ngày)',
};

/** Whether a text is a legal date that the calendar has. */
export const isLegalDate = (text: string): boolean =>
  legalDatePattern.test(text) && isDay(`${text}-01-01`.slice(0, 10));
/**
 * Whether a text is a period that the calendar has: an interval ends after its start, of two years the later one stands
 * last, and those of a season follow each other.
 */
export function isPeriod(text: string): boolean {
  if (!periodPattern.test(text)) return false;
  const [from = '', to] = text.split('/');
  if (to !== undefined) return isDay(from) && isDay(to) && from <= to;
  const [, year, until, season] = /^(\d{4})(?:-(\d{4}))?(-.+)?$/.exec(text) ?? [];
  const years = Number(until ?? Number(year) + 1) - Number(year);
  return year !== '0000' && (season === undefined ? years > 0 : years === 1);
}

interface TextScalar {
  name: string;
  description: string;
  specifiedByURL: string;
  /** Whether a text is a value of the scalar. */
  accepts: (text: string) => boolean;
  /** How a value is written. */
  examples?: string;
}

function textScalar({ accepts, examples, ...scalar }: TextScalar): GraphQLScalarType<string, string> {
  const parse = (value: unknown) => {
    if (typeof value === 'string' && accepts(value)) return value;
    const form = examples === undefined ? '' : ` It reads like ${examples}.`;
    throw new GraphQLError(`${scalar.name} cannot be ${JSON.stringify(value)?.slice(0, 100)}.${form}`);
  };
  return new GraphQLScalarType({
    ...scalar,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(valueFromASTUntyped(node)),
  });
}

export const DecimalScalar = textScalar({
  name: 'Decimal',
  description:
    'Exact decimal number as a string, at most 18 digits before and 6 after the point: "171.9". Zeros at the end are ' +
    'taken ("11.0") and never answered ("11").',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8785#appendix-D',
  accepts: (text) => decimalPattern.test(text),
  examples: '"171.9"',
});
export const PeriodScalar = textScalar({
  name: 'Period',
  description:
    'Period of time: year, half, quarter, month, season, school year, term or interval of days: "2023", "2023-H1", ' +
    '"2023-Q2", "2023-06", "2023-spring", "2023-2024-winter-spring", "2022-2023", "2021-2025", ' +
    '"2023-03-26/2023-05-19". Two years are a school year: "2022-2023" is 1 September to 31 May; two calendar years ' +
    'are "2022-01-01/2023-12-31".',
  specifiedByURL: 'https://www.iso.org/iso-8601-date-and-time-format.html',
  accepts: isPeriod,
  examples: periodExamples.en,
});
export const LegalDateScalar = textScalar({
  name: 'LegalDate',
  description:
    'Date in Asia/Ho_Chi_Minh, possibly known only to the month or the year: "2023", "2023-05", "2023-05-26".',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  accepts: isLegalDate,
  examples: legalDateExamples.en,
});
export const DateTimeScalar = textScalar({
  name: 'DateTime',
  description:
    'Instant, RFC 3339 with its offset: "2023-05-26T01:00:00.000Z". A day stands for its end in Asia/Ho_Chi_Minh: ' +
    '"2023-05-26" is "2023-05-26T17:00:00.000Z".',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  accepts: (text) => isInstant(text) || isDay(text),
  examples: '2026-12-31T17:00:00Z',
});
export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value: the data, commitments and personal values of a change.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
});
