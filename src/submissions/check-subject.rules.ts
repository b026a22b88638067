import Big from 'big.js';
import { topmost } from '../indicators/allotment.rules.js';
import { addedUp } from '../indicators/combined.rules.js';
import { compare, fraction, minus, shown, times, type Fraction } from '../indicators/fraction.js';
import { isPeriodOf } from '../indicators/frequency.rules.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { adds, partsAgainst } from '../indicators/parts.rules.js';
import { spanOf } from '../indicators/period.js';
import type { Thresholds } from '../indicators/threshold.rules.js';
import { levelOf, type Figure } from '../indicators/verdict.rules.js';
import type { ReportedIndicator, Reporting } from './entry.rules.js';
import type { FigureScope } from './scope.rules.js';

/** Members of an indicator that checks of its figures read. */
export type CheckedIndicator = ReportedIndicator &
  Pick<
    Indicator,
    'id' | 'name' | 'target' | 'comparator' | 'basis' | 'frequency' | 'reported' | 'overTime' | 'notAbove'
  > & {
    partOfId: string | null;
    continuesId: string | null;
  };

/** A figure in force, of any unit: of the plan, or of the one that it continues. */
export interface FigureInForce extends Figure {
  indicatorId: string;
  unitId: string;
  scope: FigureScope;
  /** Place of the unit in the tree. */
  unitPath: string;
  period: string;
}

/** A target of a unit; of the topmost one, that of the commune for a shorter period. */
export interface TargetOfUnit {
  indicatorId: string;
  unitId: string;
  /** Place of the unit in the tree. */
  unitPath: string;
  period: string;
  value: string;
}

/** Facts that a report is checked against, besides its plan. */
export interface CheckFacts {
  /** Figures of its own unit for all periods; of each other unit one, that of the period where there is one. */
  results: readonly FigureInForce[];
  targets: readonly TargetOfUnit[];
  thresholds: Thresholds;
  /** Period of the plan as a whole: its year, or its term. */
  planPeriod: string;
}

/** An indicator of a report as a check has it. `figure`: null without an entry, or where it holds no number. */
export interface CheckSubject extends CheckFacts {
  indicator: CheckedIndicator;
  figure: Figure | null;
  /** Scope of the figure. */
  scope: FigureScope;
  report: Reporting;
  /** Parts of the indicator that the report states, against the whole. */
  parts: PartsStated | undefined;
  /** Indicators of the plan by code. */
  indicators: ReadonlyMap<string, CheckedIndicator>;
  /** Figures in force of the same unit and indicator. */
  own: readonly FigureInForce[];
  /** Figures in force of the same unit and the indicator that this one continues. */
  yearBefore: readonly FigureInForce[];
  /** Figures in force of the other units and the same indicator. */
  others: readonly FigureInForce[];
  /** Figure of another indicator in the same report. */
  figureOf(code: string): Figure | null;
  /** Whether the report says that there is nothing to report of an indicator. */
  isNothing(code: string): boolean;
}

/** Parts of a whole, added up. `found`: code of what is wrong with the sum; `complete`: no part is left out. */
export interface PartsStated {
  structure: boolean;
  complete: boolean;
  found: string | undefined;
  above: boolean;
  figures: FiguresFound;
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

/** Whether each figure of a year holds those before it. */
export const isCumulative = ({ reported, overTime }: CheckedIndicator) =>
  reported === 'CUMULATIVE' && overTime === 'SUM';
/** Whether the figures of units make up the commune's. */
export const addsOverUnits = ({ overUnits }: Pick<CheckedIndicator, 'overUnits'>) =>
  overUnits === 'SUM' || overUnits === 'RATIO';
export const isOfFrequency = (period: string, { frequency }: CheckedIndicator) => isPeriodOf(period, frequency);

/**
 * Those of the parts of an indicator that the report states, against its figure or, of a structure, against all of it.
 */
export function partsIn(
  { indicator, figure, figureOf, isNothing }: Omit<CheckSubject, 'parts'>,
  parts: readonly CheckedIndicator[],
): PartsStated | undefined {
  const { factor } = indicator.measure;
  const structure = factor !== null;
  const stated = parts.flatMap((part) => {
    const each = figureOf(part.code);
    if (isNothing(part.code)) return ['0'];
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

/**
 * Target that a figure is held against: that of the commune for the period or the plan; of an OWN figure that of its
 * unit for the period, its year or the plan.
 */
export function targetFor({ indicator, scope, report, targets, planPeriod }: CheckSubject): string | null {
  const { unitId, period, seasons } = report;
  const set = (of: string, isWhose: (target: TargetOfUnit) => boolean) =>
    targets.find((each) => each.period === of && isWhose(each))?.value;
  if (scope === 'COMMUNE') return set(period, ({ unitPath }) => !unitPath.includes('/')) ?? indicator.target;
  const ofUnit = (of: string) => set(of, (each) => each.unitId === unitId);
  return ofUnit(period) ?? ofUnit(spanOf(period, seasons).to.slice(0, 4)) ?? ofUnit(planPeriod) ?? null;
}

/** Figure of the units for the period of the report, and whether all have one that have a target or another figure. */
export function unitsBeside({ indicator, report: { unitId, period }, others, targets }: CheckSubject) {
  const ofPeriod = others.filter((each) => each.period === period);
  const now = topmost(ofPeriod);
  const told = new Set([unitId, ...ofPeriod.map((each) => each.unitId)]);
  const complete = [...others, ...targets].every((each) => told.has(each.unitId));
  const figure = addedUp(indicator, now);
  return figure && { complete, units: now.length, figure };
}
