import type { Frequency } from './indicator.entity.js';
import { daysIn, mayCross, spanOf } from './period.js';

/** First and last number of days of a period that is reported so often. */
const lengths: Readonly<Record<Exclude<Frequency, 'SEASONAL'>, readonly [number, number]>> = {
  MONTHLY: [28, 31],
  QUARTERLY: [90, 92],
  HALF_YEARLY: [181, 184],
  YEARLY: [365, 366],
};

/** Whether a result is of the period that its indicator is reported for. */
export function isOwn(
  { period, from, to }: { period: string; from: string; to: string },
  frequency: Frequency,
): boolean {
  if (frequency === 'SEASONAL') return mayCross(period);
  const [least, most] = lengths[frequency];
  const days = daysIn({ from, to });
  return !mayCross(period) && days >= least && days <= most;
}

/** Whether an indicator is reported for a period: that of its frequency. */
export const isPeriodOf = (period: string, frequency: Frequency): boolean =>
  isOwn({ period, ...spanOf(period) }, frequency);

const named = /^(\d{4})-(H|Q|)(\d{1,2})$/;
const lastNumbers: Readonly<Record<string, number>> = { H: 2, Q: 4, '': 12 };

/** The period before, of the same length: `2023-Q2` → `2023-Q1`, `2023-01` → `2022-12`; null: none is named so. */
export function periodPreceding(period: string): string | null {
  const [, year = '', letter = '', number = ''] = named.exec(period) ?? [];
  if (number === '') return null;
  const before = Number(number) - 1;
  const [ofYear, at] = before === 0 ? [Number(year) - 1, lastNumbers[letter]] : [year, before];
  return `${ofYear}-${letter}${String(at).padStart(letter === '' ? 2 : 1, '0')}`;
}

/** The period before in the same year; null for the first of a year. */
export function periodBefore(period: string): string | null {
  const before = periodPreceding(period);
  return before?.slice(0, 4) === period.slice(0, 4) ? before : null;
}
