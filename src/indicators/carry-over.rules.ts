import Big from 'big.js';
import type { Measure } from './indicator-members.view.js';
import { isInWords } from './value.rules.js';

/** Level that an indicator came to; `outOf`: total that it is counted out of. */
export interface LevelReached {
  value: string;
  outOf: string | null;
}

/**
 * Years that a text names, also in "31/12/2023" and "12/2023"; a number within the sign of a document is none:
 * "12/2022/NQ-HĐND", "98/2023".
 */
const years = /(?<!\d)(?<!\b(?:1[3-9]|[2-9]\d|\d{3,})\/)(?:19|20)\d\d(?![/\d])/g;

/** Whether a text is of the time of a plan that is over by `year`: it names that year or one before. */
export const isStale = (text: string, year: number): boolean =>
  [...text.matchAll(years)].some(([named]) => Number(named) <= year);

/** Baseline after a level: the level itself, of a ratio its share with two decimals; null for one in words. */
export function baselineAfter(measure: Measure, reached: LevelReached | undefined): string | null {
  if (reached === undefined || isInWords(measure)) return null;
  const { factor } = measure;
  if (factor === null || reached.outOf === null) return reached.value;
  return new Big(reached.value).times(factor).div(reached.outOf).round(2).toFixed();
}
