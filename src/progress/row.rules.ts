import { fraction, minus, shown } from '../indicators/fraction.js';
import { under } from '../indicators/reading.rules.js';
import { isChange, yearsTogether } from '../indicators/level.rules.js';
import { periodOf, type Span } from '../indicators/period.js';
import { levelOf, type Figure } from '../indicators/verdict.rules.js';
import type { Reporter } from '../periods/owed.rules.js';
import type { OrderedFacts, IndicatorFacts, View } from './facts.js';
import { figureOver } from './figure.rules.js';
import type { Figures } from './period-figures.rules.js';
import type { Progress } from './progress.view.js';
import { standOf, type Moment } from './state.rules.js';

/** A row in the making: the figures of the commune, or of a unit. */
export interface UnjudgedRow {
  figures: Figures;
  coverage: Progress['coverage'];
  notes: readonly string[];
  past: Past;
}

/** Figures to compare with: of the period before, and of the year before. */
export type Past = Pick<Progress, 'before' | 'yearBefore'>;
export const noPast: Past = { before: null, yearBefore: null };

/**
 * Rows of an indicator, judged, beside the figures of other periods: a function for the commune (null) and for as many
 * units as are asked for.
 */
export function rowsOf(facts: OrderedFacts, view: View, indicator: IndicatorFacts) {
  const { plan, spanIn } = facts;
  const asked = spanIn(view.period);
  const promiseFor = promisesOf(facts, view, indicator);
  return (unit: Reporter | null, { figures, coverage, notes, past }: UnjudgedRow): Progress => {
    const promise = promiseFor(unit);
    const { years, inPeriod, due } = figures;
    const { figure, from, twice } = figures.cumulative;
    const judged = promise.isOfPart && indicator.overTime === 'SUM' ? inPeriod : figure;
    const moment: Moment = {
      figure: judged,
      period: asked,
      promised: promise.span,
      asOf: view.asOf,
      due,
      years: yearsTogether(promise.indicator.overYears, plan),
      each: eachOf(promise.indicator, years),
    };
    const { state, percent, reason } = standOf(promise.indicator, moment);
    const over = view.asOf > asked.to && view.asOf > promise.span.to;
    return {
      communeId: plan.communeId,
      sortOrder: indicator.sortOrder,
      plan: plan.key,
      indicatorId: indicator.id,
      indicatorCode: indicator.code,
      unitId: unit === null ? null : unit.id,
      unitCode: unit === null ? null : unit.code,
      period: view.period,
      asOf: view.asOf,
      state,
      percent,
      reason,
      final: over && judged !== null && coverage.reported === coverage.owed,
      target: promise.indicator.target,
      targetPeriod: promise.period,
      cumulative: bare(figure),
      inPeriod: bare(inPeriod),
      change: changeOf(indicator, figure),
      coverage,
      readings: readingsOf(promise.indicator, (read) => ({
        ...moment,
        figure: figureOver(read, years),
        years: yearsTogether(read.overYears, plan),
        each: eachOf(read, years),
      })),
      before: past.before,
      yearBefore: past.yearBefore,
      notes: twice.length > 0 ? ['TWICE', ...notes] : [...notes],
      resultIds: from.map(({ id }) => id).filter((id) => id !== null),
      decisionIds: [...new Set(from.flatMap(({ decisionIds = [] }) => decisionIds))],
      sentence: null,
    };
  };
}

const bare = (figure: Figure | null) => figure && { value: figure.value, outOf: figure.outOf };

function changeOf(indicator: IndicatorFacts, figure: Figure | null): string | null {
  if (figure === null || indicator.baseline === null || !isChange(indicator.basis)) return null;
  return shown(minus(levelOf(indicator, figure), fraction(indicator.baseline)), 6);
}

/** Figures of the years, of a promise that is kept in every year. */
const eachOf = ({ overYears }: Pick<IndicatorFacts, 'overYears'>, years: Figures['years']): Moment['each'] =>
  overYears === 'EACH' ? years : [];

/** The state under each reading of an open question; none without one. */
function readingsOf(indicator: IndicatorFacts, momentOf: (read: IndicatorFacts) => Moment): Progress['readings'] {
  if (!indicator.needsClarification) return [];
  return (indicator.clarification?.readings ?? []).map((reading) => {
    const { code, needsBaseline, target } = reading;
    const read = { ...indicator, ...under(indicator, reading), needsClarification: false };
    const { state, percent } = standOf(read, momentOf(read));
    return needsBaseline && target === null ? { code, state: 'NO_FIGURE', percent: null } : { code, state, percent };
  });
}

/** The promise a row is judged by: its period, and whether that is a part of the plan's. */
interface PromiseOfRow {
  indicator: IndicatorFacts;
  period: string;
  span: Span;
  isOfPart: boolean;
}

/** Promises of an indicator: for each row the target set for the period, else that of the plan. */
function promisesOf({ targetsOf, plan, top, spanIn }: OrderedFacts, { period }: View, indicator: IndicatorFacts) {
  const ofPlan = periodOf(plan);
  const promised = (as: IndicatorFacts, by: string): PromiseOfRow => {
    return { indicator: as, period: by, span: spanIn(by), isOfPart: by !== ofPlan };
  };
  const targets = targetsOf(indicator.id);
  const [own, none] = [promised(indicator, ofPlan), promised(withTarget(indicator, null), ofPlan)];
  const set = (of: string | undefined, by: string) => targets.find((each) => each.unitId === of && each.period === by);
  return (unit: Reporter | null): PromiseOfRow => {
    const target = set(unit ? unit.id : top, period) ?? (unit && set(unit.id, ofPlan));
    if (target) return promised(withTarget(indicator, target.value), target.period);
    return unit ? none : own;
  };
}

/** A target for a unit or a shorter period is one figure: a level to reach, or not to pass. */
const withTarget = (indicator: IndicatorFacts, target: string | null): IndicatorFacts => ({
  ...indicator,
  basis: 'LEVEL',
  target,
  upperTarget: null,
  beyond: null,
  outOf: null,
  needsClarification: false,
  comparator:
    indicator.comparator === 'BETWEEN'
      ? ({ UP: 'AT_LEAST', DOWN: 'AT_MOST', HOLD: 'EQUAL' } as const)[indicator.direction]
      : indicator.comparator,
});
