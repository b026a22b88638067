import Big from 'big.js';
import { topmost } from '../indicators/allotment.rules.js';
import { compare, fraction, minus, shown, times, type Fraction } from '../indicators/fraction.js';
import { isPeriodOf } from '../indicators/frequency.rules.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { adds, partsAgainst } from '../indicators/parts.rules.js';
import type { Thresholds } from '../indicators/threshold.rules.js';
import { levelOf, type Figure } from '../indicators/verdict.rules.js';
import type { ReportedIndicator, Reporting } from './entry.rules.js';

/** Members of an indicator that checks of its figures read. */
export type CheckedIndicator = ReportedIndicator &
  Pick<Indicator, 'id' | 'target' | 'comparator' | 'basis' | 'frequency' | 'reported' | 'overTime' | 'notAbove'> & {
    partOfId: string | null;
    continuesId: string | null;
  };

/** A figure in force, of any unit: of the plan, or of the one that it continues. */
export interface FigureInForce extends Figure {
  indicatorId: string;
  unitId: string;
  /** Place of the unit in the tree. */
  unitPath: string;
  period: string;
}

/** A target of a unit. */
export interface TargetOfUnit {
  indicatorId: string;
  unitId: string;
  period: string;
  value: string;
}

/** Facts that a report is checked against, besides its plan. */
export interface CheckFacts {
  results: readonly FigureInForce[];
  targets: readonly TargetOfUnit[];
  thresholds: Thresholds;
}

/** An indicator of a report as a check has it. `figure`: null without an entry, or where it holds no number. */
export interface CheckSubject extends CheckFacts {
  indicator: CheckedIndicator;
  figure: Figure | null;
  report: Reporting;
  /** Parts of the indicator in the plan. */
  parts: readonly CheckedIndicator[];
  /** Indicators of the plan by code. */
  indicators: ReadonlyMap<string, CheckedIndicator>;
  /** Figure of another indicator in the same report. */
  figureOf(code: string): Figure | null;
}

/** Figures that a finding rests on, by name. `{name}` stands for one in a sentence. */
export type FiguresFound = Readonly<Record<string, string>>;

/** Level as a finding shows it. */
export const inFull = (level: Fraction) => shown(level, 6);
const distance = (a: Fraction, b: Fraction): Fraction => {
  const between = minus(a, b);
  return between.over.lt(0) ? times(between, '-1') : between;
};
const size = (level: Fraction) => distance(level, fraction('0'));
/** Whether a level lies further from another than so many percent of it. Zero has no percentage. */
export const isFar = (level: Fraction, from: Fraction, percent: string) =>
  !from.over.eq(0) && compare(times(distance(level, from), '100'), times(size(from), percent)) > 0;

/** Figures in force of the same unit and indicator. */
export const own = ({ indicator, report, results }: CheckSubject) =>
  results.filter(({ indicatorId, unitId }) => indicatorId === indicator.id && unitId === report.unitId);
/** Whether each figure of a year holds those before it. */
export const isCumulative = ({ reported, overTime }: CheckedIndicator) =>
  reported === 'CUMULATIVE' && overTime === 'SUM';
export const isOfFrequency = (period: string, { frequency }: CheckedIndicator) => isPeriodOf(period, frequency);

/** Parts of a whole that the report states, against its figure or, of a structure, against all of it. */
export function partsIn({ indicator, parts, figure, figureOf }: CheckSubject) {
  const { factor } = indicator.measure;
  const structure = factor !== null;
  const stated = parts.flatMap((part) => {
    const each = figureOf(part.code);
    return each ? [structure ? inFull(levelOf(part, each)) : each.value] : [];
  });
  const whole = factor ?? figure?.value;
  if (!adds(indicator) || stated.length === 0 || whole === undefined) return undefined;
  const sum = stated.reduce((total, each) => total.plus(each), new Big(0));
  const complete = stated.length === parts.length;
  const [found] = partsAgainst({ ...indicator, target: whole }, sum);
  return { structure, complete, found, above: sum.gt(whole), figures: { reported: whole, sum: sum.toFixed() } };
}

/** Level of a figure against that of another in force, further apart than a threshold. */
export function jump(
  subject: CheckSubject,
  before: FigureInForce | undefined,
  percent: string,
): FiguresFound | undefined {
  const { indicator, figure } = subject;
  if (!before || !figure) return undefined;
  const [now, then] = [levelOf(indicator, figure), levelOf(indicator, before)];
  return isFar(now, then, percent) ? { reported: inFull(now), before: inFull(then), period: before.period } : undefined;
}

/** Target that a report is held against: that of the unit for the period, or for its year, or the commune's own. */
export function targetFor({ indicator, report: { unitId, period }, targets }: CheckSubject): string | null {
  const ofUnit = targets.filter((each) => each.indicatorId === indicator.id && each.unitId === unitId);
  const set = (of: string) => ofUnit.find((each) => each.period === of);
  const target = set(period) ?? set(period.slice(0, 4));
  if (target) return target.value;
  return indicator.responsibleUnitId === unitId ? indicator.target : null;
}

/** Figure of the units for the period of the report, and whether all have one that have a target or another figure. */
export function unitsBeside({ indicator, report: { unitId, period }, results, targets }: CheckSubject) {
  const others = results.filter((each) => each.indicatorId === indicator.id && each.unitId !== unitId);
  const now = topmost(others.filter((each) => each.period === period));
  const expected = [...others, ...targets.filter((each) => each.indicatorId === indicator.id)];
  const complete = expected.every(
    (each) => each.unitId === unitId || others.some((one) => one.unitId === each.unitId && one.period === period),
  );
  const sum = (figures: readonly string[]) => figures.reduce((total, each) => total.plus(each), new Big(0)).toFixed();
  const totals = now.flatMap(({ outOf }) => outOf ?? []);
  if (now.length === 0 || (totals.length > 0 && totals.length < now.length)) return undefined;
  const figure = { value: sum(now.map(({ value }) => value)), outOf: totals.length > 0 ? sum(totals) : null };
  return { complete, units: now.length, figure };
}
