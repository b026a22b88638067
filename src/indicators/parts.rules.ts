import Big from 'big.js';
import type { Indicator } from './indicator.entity.js';

/** Members of a whole that decide how its parts add up. */
export type Whole = Pick<Indicator, 'target' | 'comparator' | 'endsAt100'> & {
  measure: Pick<Indicator['measure'], 'factor'>;
};

/** Structure (cơ cấu): the shares of its parts make up the whole, and no single share is its promise. */
const isStructure = ({ measure, comparator, endsAt100 }: Whole) =>
  measure.factor !== null && endsAt100 && comparator === 'NONE';

/** Whether the parts of a whole add up. Rates do not, whatever stands below "trong đó"; shares of a structure do. */
export const adds = (whole: Whole): boolean => whole.measure.factor === null || isStructure(whole);

/** Figure that the parts come to: the target, or all of a structure; null where none is stated. */
export const wholeOf = (whole: Whole): string | null =>
  whole.target ?? (isStructure(whole) ? whole.measure.factor : null);

/**
 * Finding about parts that do not come to their whole: PARTS, or, of a structure off by rounding (99.5–100.5 of 100),
 * the warning PARTS_ROUNDED.
 */
export function partsAgainst(whole: Whole, sum: Big): ('PARTS' | 'PARTS_ROUNDED')[] {
  const figure = wholeOf(whole);
  if (figure === null || sum.eq(figure)) return [];
  const slack = isStructure(whole) ? new Big(figure).div(200) : 0;
  return [sum.minus(figure).abs().lte(slack) ? 'PARTS_ROUNDED' : 'PARTS'];
}
