import Big from 'big.js';
import type { Indicator } from './indicator.entity.js';
import type { Figure } from './verdict.rules.js';

/** Whole numbers of which ten thousands add up below 2^53. */
const small = /^-?\d{1,11}$/;

/** Exact sum: of small whole numbers, as most figures are, without decimals. */
export const sum = (figures: readonly string[]): string =>
  figures.every((figure) => small.test(figure))
    ? String(figures.reduce((total, figure) => total + Number(figure), 0))
    : figures.reduce((total, figure) => total.plus(figure), new Big(0)).toFixed();

/**
 * Figures of periods or of units as one: value and total apart, each by the same rule. Null where they are of two
 * kinds: a bare figure does not add up with counts out of a total, unless it is zero.
 */
export function combined(from: readonly Figure[], rule: (figures: readonly string[]) => string): Figure | null {
  if (from.length === 0) return null;
  const totals = from.map(({ outOf }) => outOf).filter((each) => each !== null);
  if (totals.length > 0 && from.some(({ value, outOf }) => outOf === null && value !== '0')) return null;
  return {
    value: rule(from.map(({ value }) => value)),
    outOf: totals.length === from.length ? rule(totals) : null,
  };
}

/**
 * Figures of units added up, each of a unit that is below no other; null where they do not add up, and of a RATIO that
 * lacks a total.
 */
export function addedUp({ overUnits }: Pick<Indicator, 'overUnits'>, units: readonly Figure[]): Figure | null {
  const figure = combined(units, sum);
  return overUnits === 'RATIO' && figure?.outOf === null ? null : figure;
}
