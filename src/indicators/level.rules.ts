import Big from 'big.js';
import { compare, fraction, plus, times, type Fraction } from './fraction.js';
import type { Indicator } from './indicator.entity.js';
import type { Years } from './period.js';
import type { Basis, Comparator, OverYears } from './indicator-members.view.js';

/** Promise of an indicator, or of one of its readings. */
export type PromisedLevel = Pick<
  Indicator,
  'direction' | 'comparator' | 'target' | 'upperTarget' | 'basis' | 'baseline'
>;

/** Levels that keep a promise: from `low` to `high`, both included unless `strict`; null: no end. */
export interface Bounds {
  low: Fraction | null;
  high: Fraction | null;
  strict: boolean;
}

/** The end that a better level comes to first: the lower one, or the upper one where less is better. */
export const nearEnd = ({ low, high }: Bounds, direction: Indicator['direction']): Fraction | null =>
  direction === 'DOWN' ? (high ?? low) : (low ?? high);

/** The end of a comparator's levels that its target states. */
const ends: Readonly<Partial<Record<Comparator, { low?: true; high?: true; strict?: true }>>> = {
  AT_LEAST: { low: true },
  ABOVE: { low: true, strict: true },
  AT_MOST: { high: true },
  BELOW: { high: true, strict: true },
  EQUAL: { low: true, high: true },
  BETWEEN: { low: true, high: true },
};

/** Reason that a promise has no level to judge by. */
export type NoLevel = 'NO_TARGET' | 'NO_BASELINE';

/**
 * Level that follows from a baseline and a stated change, in the base unit of the indicator. CHANGE adds (points, for a
 * ratio), GROWTH adds percent, MULTIPLE multiplies, or divides where less is better. `years`: how often the change is
 * promised, one after the other.
 */
function levelFrom(basis: Basis, { baseline, stated, divides, years }: Change): Fraction {
  const repeated = new Big(years);
  switch (basis) {
    case 'CHANGE':
      return plus(fraction(baseline), fraction(stated.times(repeated)));
    case 'GROWTH':
      return times(fraction(baseline, new Big(100).pow(years)), stated.plus(100).pow(years));
    case 'MULTIPLE':
      return divides ? fraction(baseline, stated) : times(fraction(baseline), stated);
    case 'LEVEL':
    case 'EACH_UNIT':
    case 'NOT_WORSE':
      return fraction(stated);
  }
}

interface Change {
  baseline: Big;
  stated: Big;
  divides: boolean;
  years: number;
}

/** Bases whose target is a change against the baseline. */
const changes: readonly Basis[] = ['CHANGE', 'GROWTH', 'MULTIPLE', 'NOT_WORSE'];
export const isChange = (basis: Basis): boolean => changes.includes(basis);

/**
 * Levels that keep a promise, exact, or the reason that there are none. A stated change is judged as the level it comes
 * to: no baseline, no level. `years`: number of years over which the change of one year is promised (a mean of years).
 */
export function boundsOf(promised: PromisedLevel, years = 1): Bounds | NoLevel {
  const { direction, comparator, basis, target, upperTarget } = promised;
  const baseline = promised.baseline === null ? null : new Big(promised.baseline);
  if (basis === 'NOT_WORSE') {
    if (baseline === null) return 'NO_BASELINE';
    const kept = fraction(baseline);
    return direction === 'DOWN' ? { low: null, high: kept, strict: false } : { low: kept, high: null, strict: false };
  }
  const end = ends[comparator];
  if (!end || target === null) return 'NO_TARGET';
  if (isChange(basis) && baseline === null) return 'NO_BASELINE';
  const level = (stated: string) =>
    levelFrom(basis, {
      baseline: baseline ?? new Big(0),
      stated: new Big(stated),
      divides: direction === 'DOWN',
      years,
    });
  const [first, second] = [level(target), level(comparator === 'BETWEEN' ? (upperTarget ?? target) : target)];
  // Divided by more is less.
  const [low, high] = compare(first, second) > 0 ? [second, first] : [first, second];
  return { low: end.low ? low : null, high: end.high ? high : null, strict: end.strict ?? false };
}

/** Years over which a term's yearly change is promised together. */
export const yearsTogether = (overYears: OverYears, { year, untilYear }: Years) =>
  overYears === 'MEAN' && untilYear != null ? untilYear - year + 1 : 1;
