import { grouped } from '../database/batch.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { spanOf, type Seasons, type Span, type Years } from '../indicators/period.js';
import type { Assigned, Reporter } from '../periods/owed.rules.js';
import type { FigureScope } from '../submissions/scope.rules.js';
import type { Covering } from './figure.rules.js';

interface OfIndicator {
  indicatorId: string;
  unitId: string;
  scope: FigureScope;
}

/** An approved figure of one unit. */
export interface Approved extends Covering, OfIndicator {
  id: string;
}

/** An approved "nothing to report". */
export interface Nothing extends Span, OfIndicator {
  period: string;
}

/** All that the progress of a plan is computed from: nothing else is read. */
export interface Facts {
  plan: Years & { key: string; communeId: number };
  seasons: Seasons;
  indicators: readonly Indicator[];
  targets: readonly Assigned[];
  results: readonly Approved[];
  nothing: readonly Nothing[];
  reporters: readonly Reporter[];
  /** Units that made the plan known, of those that should. */
  launch: { acknowledged: number; expected: number };
}

/** Period and legal date of a view. */
export interface View {
  period: string;
  asOf: string;
}

/** Facts by indicator. */
export interface Ordered extends Facts {
  targetsOf(this: void, indicatorId: string): Assigned[];
  resultsOf(this: void, indicatorId: string): Approved[];
  nothingOf(this: void, indicatorId: string): Nothing[];
  /** Unit of the commune as a whole: the one below no other. */
  top: string | undefined;
  /** The promise of an indicator as a target for a unit or a shorter period states it. */
  assigned(this: void, indicator: Indicator, target: string | null): Indicator;
  /** Days of a period. */
  spanIn(this: void, period: string): Span;
}

/** Days of periods, each worked out once. */
export function spansOf(seasons: Seasons): (period: string) => Span {
  const known = new Map<string, Span>();
  return (period) => {
    const span = known.get(period) ?? spanOf(period, seasons);
    known.set(period, span);
    return span;
  };
}

/** A target for a unit or a shorter period is one figure: a level to reach, or not to pass. */
const withTarget = (indicator: Indicator, target: string | null): Indicator => ({
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

/** Promises by their targets, each made once: most units have no target of their own. */
function assignedOnce(): Ordered['assigned'] {
  const known = new Map<string, Indicator>();
  return (indicator, target) => {
    const key = `${indicator.id} ${target}`;
    const promise = known.get(key) ?? withTarget(indicator, target);
    known.set(key, promise);
    return promise;
  };
}

export const ordered = (facts: Facts): Ordered => ({
  ...facts,
  targetsOf: grouped(facts.targets, ({ indicatorId }) => [indicatorId]),
  resultsOf: grouped(facts.results, ({ indicatorId }) => [indicatorId]),
  nothingOf: grouped(facts.nothing, ({ indicatorId }) => [indicatorId]),
  top: facts.reporters.find(({ path }) => !path.includes('/'))?.id,
  assigned: assignedOnce(),
  spanIn: spansOf(facts.seasons),
});
