import Big from 'big.js';
import type { Indicator } from './indicator.entity.js';
import type { Target } from './target.entity.js';
import type { Allotment } from './allotment.view.js';
import { fraction, minus, shown } from './fraction.js';
import { adds, partsAgainst, wholeOf, type Whole } from './parts.rules.js';
import { changeAgainst, levelAsChanged, type IndicatorWithChange } from './printed-change.rules.js';

/** A target as it is added up: `unitPath` is the place of its unit in the tree. */
export interface AllottedTarget extends Pick<Target, 'period' | 'value'> {
  unitPath: string;
  /** Whether the unit ends before the period does: nobody owes the target. */
  ended: boolean;
}

const sumOf = (figures: readonly string[]) => figures.reduce((sum, figure) => sum.plus(figure), new Big(0));

/** Whether a path stands below one of these: `a/b/c` below `a` and `a/b`. */
function isBelow(path: string, paths: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    if (paths.has(path.slice(0, end))) return true;
  return false;
}

/** Without what stands below a unit that has something itself: it was divided, not given twice. */
export function topmost<Row extends { unitPath: string }>(rows: readonly Row[]): readonly Row[] {
  const paths = new Set(rows.map(({ unitPath }) => unitPath));
  return rows.filter(({ unitPath }) => !isBelow(unitPath, paths));
}

/**
 * Sums of allotted targets, where targets add up over units (`overUnits` SUM), and the change printed beside the
 * target. `parts` are the targets of the parts that still apply, null for a part without one; `period` is that of the
 * plan.
 */
export function allot(
  indicator: Whole & IndicatorWithChange & Pick<Indicator, 'code' | 'overUnits'>,
  period: string,
  { targets, parts }: { targets: readonly AllottedTarget[]; parts: readonly (string | null)[] },
): Allotment {
  const { code, target, overUnits } = indicator;
  const summed = (rows: readonly AllottedTarget[]) =>
    overUnits === 'SUM' ? sumOf(rows.map(({ value }) => value)) : null;
  const given = [...new Set(targets.map(({ period }) => period))].sort().map((period) => {
    const of = targets.filter((each) => each.period === period);
    const owed = of.filter(({ ended }) => !ended);
    return { period, rows: topmost(owed), ended: of.length - owed.length };
  });
  const ofPlan = given.find((each) => each.period === period);
  const sum = summed(ofPlan?.rows ?? []);
  const known = parts.filter((part) => part !== null);
  const partsSum = adds(indicator) && parts.length > 0 && known.length === parts.length ? sumOf(known) : null;
  const whole = wholeOf(indicator);
  const changed = levelAsChanged(indicator);
  const difference = target === null || sum === null ? null : new Big(target).minus(sum);
  const partsDifference = whole === null || partsSum === null ? null : new Big(whole).minus(partsSum);
  return {
    indicatorCode: code,
    target,
    sum: sum?.toFixed() ?? null,
    difference: difference?.toFixed() ?? null,
    periods: given.map(({ period, rows, ended }) => ({
      period,
      ended,
      units: rows.length,
      sum: summed(rows)?.toFixed() ?? null,
    })),
    partsSum: partsSum?.toFixed() ?? null,
    partsDifference: partsDifference?.toFixed() ?? null,
    changeDifference: target === null || changed === null ? null : shown(minus(fraction(target), changed), 6),
    notes: [
      ...(ofPlan && difference && !difference.eq(0) ? ['UNITS'] : []),
      ...(partsSum ? partsAgainst(indicator, partsSum) : []),
      ...changeAgainst(indicator),
    ],
  };
}
