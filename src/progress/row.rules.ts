import { fraction, minus, shown } from '../indicators/fraction.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { under } from '../indicators/reading.rules.js';
import { isChange, yearsTogether } from '../indicators/level.rules.js';
import { periodOf, type Years } from '../indicators/period.js';
import { levelOf, type Figure } from '../indicators/verdict.rules.js';
import type { Reporter } from '../periods/owed.rules.js';
import type { Ordered, View } from './facts.js';
import { figureOver, type Total } from './figure.rules.js';
import type { Progress } from './progress.view.js';
import { standOf, type Moment } from './state.rules.js';

/** Figures of one unit, or of the commune, for one indicator. */
export interface Figures {
  cumulative: Total;
  /** Figure of each year so far; of a plan of one year one. */
  years: readonly (Figure | null)[];
  inPeriod: Figure | null;
  /** Whether some figure was due. */
  due: boolean;
  /** Whether a figure or "nothing to report" came for the last part that was due. */
  reported: boolean;
}

/** One row in the making: the figures of the commune (`unit` null) or of a unit. */
export interface RowOf {
  indicator: Indicator;
  unit: Reporter | null;
  cumulative: Total;
  years: Figures['years'];
  inPeriod: Figure | null;
  due: boolean;
  coverage: Progress['coverage'];
  notes: readonly string[];
  past?: Past;
}

/** A row, judged, beside the figures of other periods. */
export function rowOf(facts: Ordered, view: View, of: RowOf): Progress {
  const { indicator, unit, cumulative, years, inPeriod, due, coverage, notes, past = noPast } = of;
  const { plan, spanIn } = facts;
  const asked = spanIn(view.period);
  const promised = promiseFor(facts, view, { indicator, unit });
  const { figure, from, twice } = cumulative;
  const judged = promised.period !== periodOf(plan) && indicator.overTime === 'SUM' ? inPeriod : figure;
  const moment: Moment = {
    figure: judged,
    period: asked,
    promised: spanIn(promised.period),
    asOf: view.asOf,
    due,
    ...acrossYears(promised.indicator, plan, years),
  };
  const stand = standOf(promised.indicator, moment);
  const over = view.asOf > asked.to && view.asOf > moment.promised.to;
  return {
    communeId: plan.communeId,
    sortOrder: indicator.sortOrder,
    plan: plan.key,
    indicatorId: indicator.id,
    indicatorCode: indicator.code,
    unitId: unit?.id ?? null,
    unitCode: unit?.code ?? null,
    period: view.period,
    asOf: view.asOf,
    ...stand,
    final: over && judged !== null && coverage.reported === coverage.owed,
    target: promised.indicator.target,
    targetPeriod: promised.period,
    cumulative: bare(figure),
    inPeriod: bare(inPeriod),
    change: changeOf(indicator, figure),
    coverage,
    readings: readingsOf(promised.indicator, (read) => ({
      ...moment,
      ...acrossYears(read, plan, years),
      figure: figureOver(read, years),
    })),
    ...past,
    notes: [...(twice.length > 0 ? ['TWICE'] : []), ...notes],
    resultIds: from.flatMap(({ id }) => id ?? []),
    sentence: null,
  };
}

/** Figures to compare with: of the period before, and of the year before. */
export type Past = Pick<Progress, 'before' | 'yearBefore'>;
const noPast: Past = { before: null, yearBefore: null };

const bare = (figure: Figure | null) => figure && { value: figure.value, outOf: figure.outOf };

function changeOf(indicator: Indicator, figure: Figure | null): string | null {
  if (figure === null || indicator.baseline === null || !isChange(indicator.basis)) return null;
  return shown(minus(levelOf(indicator, figure), fraction(indicator.baseline)), 6);
}

const acrossYears = (
  { overYears }: Pick<Indicator, 'overYears'>,
  plan: Years,
  years: RowOf['years'],
): Pick<Moment, 'years' | 'each'> => ({
  years: yearsTogether(overYears, plan),
  each: overYears === 'EACH' ? years : [],
});

/** The state under each reading of an open question; none without one. */
function readingsOf(indicator: Indicator, momentOf: (read: Indicator) => Moment): Progress['readings'] {
  if (!indicator.needsClarification) return [];
  return (indicator.clarification?.readings ?? []).map((reading) => {
    const { code, needsBaseline, target } = reading;
    const read = { ...indicator, ...under(indicator, reading), needsClarification: false };
    const { state, percent } = standOf(read, momentOf(read));
    return needsBaseline && target === null ? { code, state: 'NO_FIGURE', percent: null } : { code, state, percent };
  });
}

/** The promise a row is judged by: the target set for the period, else that of the plan. */
function promiseFor(
  { targetsOf, plan, top, assigned }: Ordered,
  { period }: View,
  { indicator, unit }: Pick<RowOf, 'indicator' | 'unit'>,
): { indicator: Indicator; period: string } {
  const ofPlan = periodOf(plan);
  const of = unit?.id ?? top;
  const targets = targetsOf(indicator.id);
  const set = (asked: string) => targets.find((each) => each.unitId === of && each.period === asked);
  const own = set(period) ?? (unit && set(ofPlan));
  if (own) return { indicator: assigned(indicator, own.value), period: own.period };
  return unit ? { indicator: assigned(indicator, null), period: ofPlan } : { indicator, period: ofPlan };
}
