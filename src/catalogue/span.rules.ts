import { dayAfter, dayBefore, farthestDay } from '../day.js';

/** Owner of a row of the catalogue: the program, or the operator who loaded it from a file. */
export type Origin = 'PROGRAM' | 'OPERATOR';

/** Days from the first to the last; without a last they go on. */
export interface Days {
  validFrom: string;
  validTo?: string | null;
}

/** A rule set by its code, or a base salary by its first day, with its days as given. */
export interface Span extends Days {
  key: string;
}

export interface OwnedSpan extends Span {
  origin: Origin;
}

export const meet = (a: Days, b: Days): boolean =>
  a.validFrom <= (b.validTo ?? farthestDay) && b.validFrom <= (a.validTo ?? farthestDay);

/** Whether a day is one of them. */
export const holdsOn = (days: Days, day: string): boolean => meet(days, { validFrom: day, validTo: day });

/** Whether no day remains: the last is then the day before the first. */
export const isEmpty = ({ validFrom, validTo }: Days): boolean => (validTo ?? farthestDay) < validFrom;

/**
 * Days on which each span is in force, by its key. A span of the program gives way to the operator's: it has the first
 * days in a row that no span of the operator takes.
 */
export function daysInForce(spans: readonly OwnedSpan[]): Map<string, Days> {
  const taken = spans
    .filter(({ origin }) => origin === 'OPERATOR')
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return new Map(
    spans.map(({ key, origin, validFrom, validTo }) => {
      const days = { validFrom, validTo: validTo ?? null };
      return [key, origin === 'OPERATOR' ? days : firstFree(days, taken)];
    }),
  );
}

function firstFree(given: Days, taken: readonly Days[]): Days {
  let days = given;
  for (const other of taken.filter((each) => meet(each, given))) {
    if (other.validFrom > days.validFrom) return { ...days, validTo: dayBefore(other.validFrom) };
    const next = other.validTo == null ? null : dayAfter(other.validTo);
    if (next === null || next > (given.validTo ?? farthestDay))
      return { validFrom: given.validFrom, validTo: dayBefore(given.validFrom) };
    days = { ...days, validFrom: next };
  }
  return days;
}
