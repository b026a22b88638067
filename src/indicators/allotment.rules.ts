import Big from 'big.js';
import type { Indicator } from './indicator.entity.js';
import type { Allotment, Target } from './target.entity.js';

const sumOf = (figures: readonly string[]) => figures.reduce((sum, figure) => sum.plus(figure), new Big(0));

/** How allotted targets add up. `parts` are the targets of the indicator's parts; null where one has none. */
export function allot(
  { code, target, parts: partCodes }: Pick<Indicator, 'code' | 'target' | 'parts'>,
  year: number,
  targets: readonly Pick<Target, 'period' | 'value'>[],
  parts: readonly (string | null)[],
): Allotment {
  const periods = [...new Set(targets.map(({ period }) => period))].sort().map((period) => {
    const values = targets.filter((each) => each.period === period).map(({ value }) => value);
    return { period, units: values.length, sum: sumOf(values).toFixed() };
  });
  const sum = sumOf(targets.filter(({ period }) => period === String(year)).map(({ value }) => value));
  const known = parts.filter((part) => part !== null);
  const partsSum = partCodes.length > 0 && known.length === partCodes.length ? sumOf(known) : null;
  const difference = target === null ? null : new Big(target).minus(sum);
  const partsDifference = target === null || partsSum === null ? null : new Big(target).minus(partsSum);
  const allotted = periods.some(({ period }) => period === String(year));
  return {
    indicatorCode: code,
    target,
    sum: sum.toFixed(),
    difference: difference?.toFixed() ?? null,
    periods,
    partsSum: partsSum?.toFixed() ?? null,
    partsDifference: partsDifference?.toFixed() ?? null,
    notes: [...(allotted && difference && !difference.eq(0) ? ['UNITS'] : []), ...(partsDifference && !partsDifference.eq(0) ? ['PARTS'] : [])],
  };
}
