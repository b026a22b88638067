import Big from 'big.js';
import { atLeast, atMost, compare, fraction, shown, sumOf, times, type Fraction } from '../indicators/fraction.js';
import type { Item, Limits, Rounding } from './scheme-rules.js';
import type { Allowance, Limited } from './scored.js';
import type { Scored } from './subject.rules.js';

/** Points between their ends, and the ends that changed them. */
export interface Bounded {
  points: Fraction;
  limits: readonly Limited[];
}

/** Ends of points, as decimals; null: none. */
interface Ends {
  max: string | null;
  min: string | null;
}

/** Points between two ends. An allowance lets them go beyond the upper one, and says so. */
export function bounded(points: Fraction, { max, min }: Ends, allowance?: Allowance): Bounded {
  const limits: Limited[] = [];
  let between = points;
  if (max !== null && compare(points, fraction(max)) > 0) {
    limits.push({ limit: 'MAX', at: max, isAllowed: allowance !== undefined });
    between = allowance ? points : fraction(max);
  }
  if (min !== null && compare(points, fraction(min)) < 0) {
    limits.push({ limit: 'MIN', at: min, isAllowed: false });
    between = fraction(min);
  }
  return { points: between, limits };
}

/** All items of a criterion together: bonus and deduction, each within its limit, then both. */
export function netOf(items: readonly Fraction[], { bonus, deduction, net }: Limits, allowance?: Allowance): Bounded {
  const zero = fraction('0');
  const limits: Limited[] = [];
  const within = (sum: Fraction, at: string | null, limit: Limited['limit']): Fraction => {
    if (at === null) return sum;
    const end = fraction(at);
    const ended = atLeast(atMost(sum, end), fraction(new Big(at).times(-1)));
    if (compare(ended, sum) === 0) return sum;
    const isAllowed = compare(sum, zero) > 0 && allowance !== undefined;
    limits.push({ limit, at, isAllowed });
    return isAllowed ? sum : ended;
  };
  const added = within(sumOf(items.filter((each) => compare(each, zero) > 0)), bonus, 'BONUS');
  const taken = within(sumOf(items.filter((each) => compare(each, zero) < 0)), deduction, 'DEDUCTION');
  return { points: within(sumOf([added, taken]), net, 'NET'), limits };
}

/** Items of which only one counts: the farthest from zero of each word, the first of equals. The others say so. */
export function chosen(items: readonly { item: Item; scored: Scored }[]): Scored[] {
  const farthest = new Map<string, Scored>();
  for (const { item, scored } of items) {
    if (item.oneOf === null || scored.exact === null) continue;
    const other = farthest.get(item.oneOf)?.exact;
    if (!other || compare(absolute(scored.exact), absolute(other)) > 0) farthest.set(item.oneOf, scored);
  }
  return items.map(({ item, scored }) => {
    const { exact, node } = scored;
    if (item.oneOf === null || exact === null || farthest.get(item.oneOf) === scored) return scored;
    const limits: Limited[] = [...node.limits, { limit: 'ONE_OF', at: item.oneOf, isAllowed: false }];
    return { exact: fraction('0'), node: { ...node, points: '0', known: '0', limits } };
  });
}

const absolute = ({ over, under }: Fraction): Fraction => ({ over: over.abs(), under });

/** Points rounded half up; null digits: not rounded. */
export const rounded = (points: Fraction, places: number | null): Fraction =>
  places === null ? points : fraction(shown(points, places));

/** Points of a leaf, rounded half up to the multiple of its scheme, or to decimals. */
export const roundedLeaf = ({ over, under }: Fraction, { leaf, step }: Rounding): Fraction =>
  step == null ? rounded({ over, under }, leaf) : times(rounded(fraction(over, under.times(step)), 0), step);
