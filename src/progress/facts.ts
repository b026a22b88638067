import type { Indicator } from '../indicators/indicator.entity.js';
import { spanOf, type Seasons, type Span, type Years } from '../indicators/period.js';
import { partsOf, type Part } from '../periods/calendar.rules.js';
import type { AssignedTarget, Reporter } from '../periods/owed.rules.js';
import type { FigureScope } from '../submissions/scope.rules.js';
import type { Covering } from './figure.rules.js';

/** Members of indicators that the rules read. */
export const ruled = [
  ...([
    'id',
    'planId',
    'sortOrder',
    'code',
    'name',
    'measure',
    'basis',
    'target',
    'targetText',
    'upperTarget',
  ] as const),
  ...([
    'beyond',
    'grades',
    'outOf',
    'endsAt100',
    'comparator',
    'direction',
    'counted',
    'derivation',
    'awardForm',
  ] as const),
  ...(['baseline', 'continues', 'frequency', 'seasons', 'reported', 'reportedBy', 'responsibleUnitId'] as const),
  ...(['overTime', 'overUnits', 'overYears', 'expectedShare', 'needsClarification', 'clarification'] as const),
  ...(['appliesFrom', 'retiredOn', 'identifiers'] as const),
] as const satisfies readonly (keyof Indicator)[];

/** An indicator as far as the rules read it. */
export type IndicatorFacts = Pick<Indicator, (typeof ruled)[number]>;

/** An approved "nothing to report" of an indicator, by one unit. */
export interface Nothing {
  unitId: string;
  scope: FigureScope;
  period: string;
}

/** An approved figure of an indicator, by one unit. */
export type ApprovedFigure = Covering & Nothing;

/** All that the progress of a plan is computed from: nothing else is read. */
export interface Facts {
  plan: Years & { key: string; communeId: number };
  seasons: Seasons;
  indicators: readonly IndicatorFacts[];
  targetsOf(this: void, indicatorId: string): readonly AssignedTarget[];
  resultsOf(this: void, indicatorId: string): readonly ApprovedFigure[];
  nothingOf(this: void, indicatorId: string): readonly Nothing[];
  reporters: readonly Reporter[];
  /** Units that made the plan known, of those that should. */
  launch: { acknowledged: number; expected: number };
}

/** Period and legal date of a view. */
export interface View {
  period: string;
  asOf: string;
}

/** Facts, and what rows share: worked out once. */
export interface OrderedFacts extends Facts {
  /** Unit of the commune as a whole: the one below no other. */
  top: string | undefined;
  /** Days of a period. */
  spanIn(this: void, period: string): Span;
  /** Periods that an indicator is reported for. */
  partsOf(this: void, indicator: IndicatorFacts): readonly Part[];
}

/** A function whose values are worked out once for each name. */
function oncePerName<Of, Value>(nameOf: (of: Of) => string, work: (of: Of) => Value): (of: Of) => Value {
  const values = new Map<string, Value>();
  return (of) => {
    const name = nameOf(of);
    const value = values.get(name) ?? work(of);
    values.set(name, value);
    return value;
  };
}

export const ordered = (facts: Facts): OrderedFacts => ({
  ...facts,
  top: facts.reporters.find(({ path }) => !path.includes('/'))?.id,
  spanIn: oncePerName(
    (period) => period,
    (period) => spanOf(period, facts.seasons),
  ),
  partsOf: oncePerName(
    ({ frequency, seasons }) => [frequency, ...seasons].join(' '),
    (indicator) => partsOf(indicator, facts.plan, facts.seasons),
  ),
});
