import Big from 'big.js';
import { point, points, type Point } from '../points.js';
import { dividedBy, fraction, minus, shown, times, type Fraction } from './fraction.js';
import type { Direction, Indicator } from './indicator.entity.js';
import type { PrintedBasis, PrintedChange } from './indicator-members.view.js';
import { boundsOf } from './level.rules.js';

/** Members of an indicator that hold its level against the change printed beside it. */
export type IndicatorWithChange = Pick<Indicator, 'basis' | 'direction' | 'target' | 'baseline' | 'printedChange'> & {
  measure: Pick<Indicator['measure'], 'scale'>;
};

/** Points against a printed change: it stands beside a target in figures, and is one that a figure can have. */
export function brokenPrintedChange({
  target,
  printedChange,
}: Pick<IndicatorWithChange, 'target' | 'printedChange'>): Point[] {
  if (printedChange === null) return [];
  const least = { CHANGE: null, GROWTH: '-100', MULTIPLE: '0' }[printedChange.basis];
  return points(
    target === null && point('/printedChange', 'PRINTED_CHANGE', 'A change is printed beside a target in figures.'),
    least !== null &&
      new Big(printedChange.by).lte(least) &&
      point('/printedChange/by', 'CHANGE', 'Growth is above -100 percent, and a multiple above zero.'),
  );
}

/** Level that baseline and printed change come to; null without either, and where a change is judged itself. */
export function levelAsChanged({ basis, direction, baseline, printedChange }: IndicatorWithChange): Fraction | null {
  if (basis !== 'LEVEL' || printedChange === null) return null;
  const change = { basis: printedChange.basis, target: printedChange.by, upperTarget: null };
  const bounds = boundsOf({ ...change, direction, comparator: 'EQUAL', baseline });
  return typeof bounds === 'string' ? null : bounds.low;
}

const decimalsOf = (figure: string) => figure.split('.')[1]?.length ?? 0;

/**
 * Finding about a level that does not follow from its baseline and the change printed beside it. Printed figures are
 * rounded: either may follow from the other, to the decimals it is printed with.
 */
export function changeAgainst(indicator: IndicatorWithChange): 'BASELINE'[] {
  const { target, baseline, printedChange, measure } = indicator;
  const level = levelAsChanged(indicator);
  if (level === null || target === null || baseline === null || printedChange === null) return [];
  const display = new Big(10).pow(measure.scale);
  const inDisplay = ({ over, under }: Fraction): Fraction => ({ over, under: under.times(display) });
  const printed = shown(inDisplay(fraction(target)), 20);
  const added = printedChange.basis === 'CHANGE' ? shown(inDisplay(fraction(printedChange.by)), 20) : '0';
  const decimals = Math.max(decimalsOf(printed), decimalsOf(added));
  if (shown(inDisplay(level), decimals) === printed) return [];
  const change = changeTo(indicator.direction, { from: fraction(baseline), to: fraction(target), ...printedChange });
  return change && shown(change, decimalsToKeep(printedChange)) === new Big(printedChange.by).toFixed()
    ? []
    : ['BASELINE'];
}

/** "Gấp 2 lần" is 2.0, not 1.7. */
const decimalsToKeep = ({ basis, by }: PrintedChange) =>
  basis === 'MULTIPLE' ? Math.max(1, decimalsOf(by)) : decimalsOf(by);

/** Change from a baseline to a target, of the kind that is printed; undefined against a baseline of zero. */
function changeTo(direction: Direction, { basis, from, to }: { basis: PrintedBasis; from: Fraction; to: Fraction }) {
  switch (basis) {
    case 'CHANGE':
      return minus(to, from);
    case 'GROWTH':
      return dividedBy(times(minus(to, from), '100'), from);
    case 'MULTIPLE':
      return direction === 'DOWN' ? dividedBy(from, to) : dividedBy(to, from);
  }
}
