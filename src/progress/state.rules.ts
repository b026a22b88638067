import Big from 'big.js';
import { compare, fraction, minus, plus, shown, times } from '../indicators/fraction.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { boundsOf, isChange, nearEnd, type NoLevel } from '../indicators/level.rules.js';
import { spanOf, type Span } from '../indicators/period.js';
import {
  judgeFigure,
  levelOf,
  sideOf,
  type Figure,
  type JudgedIndicator,
  type Judgement,
} from '../indicators/verdict.rules.js';

/** States of a progress, a closed list. */
export const progressStates = [
  'MET',
  'EXCEEDED',
  'MISSED',
  'ON_TRACK',
  'BEHIND',
  'IN_PROGRESS',
  'NOT_DUE',
  'NO_FIGURE',
  'NO_TARGET',
  'NEEDS_CLARIFICATION',
  'NOT_JUDGED',
] as const;
export type ProgressState = (typeof progressStates)[number];

/** Why a figure is not judged, where the state alone does not tell. */
export const reasons = ['NO_BASELINE', 'NO_RESULT'] as const;
export type ProgressReason = (typeof reasons)[number];

export type Progressing = JudgedIndicator &
  Pick<Indicator, 'overTime' | 'overYears' | 'expectedShare' | 'needsClarification' | 'clarification'>;

/** A moment of a promise: its figure, and how far its time has gone. */
export interface Moment {
  figure: Figure | null;
  /** Period asked for. */
  period: Span;
  /** Period that the target is promised for. */
  promised: Span;
  /** Legal date of the view. */
  asOf: string;
  /** Whether some figure was due by then. */
  due: boolean;
  /** Years over which a yearly change is promised together. */
  years: number;
  /** Figures of the years so far, of a promise that is kept in every year; else none. */
  each: readonly (Figure | null)[];
}

export interface Stand {
  state: ProgressState;
  percent: string | null;
  reason: ProgressReason | null;
}

const isFlow = ({ overTime }: Pick<Indicator, 'overTime'>) => overTime === 'SUM';

/** Whether a figure can only grow until its time is over: a flow within one year, or the total of a term. */
const onlyGrows = (indicator: Pick<Indicator, 'overTime' | 'overYears'>, { from, to }: Span) =>
  isFlow(indicator) && (indicator.overYears === 'TOTAL' || from.slice(0, 4) === to.slice(0, 4));

/** State of a promise at a moment. An open question is not answered here: each reading is judged for itself. */
export function standOf(indicator: Progressing, moment: Moment): Stand {
  const { figure, due, years } = moment;
  if (indicator.comparator === 'NONE') return bare('NOT_JUDGED');
  if (indicator.needsClarification) return bare('NEEDS_CLARIFICATION');
  if (moment.each.length > 0) return standOfEach(indicator, moment);
  if (figure === null) {
    if (lacksTarget(indicator)) return bare('NO_TARGET');
    return due ? bare('NO_FIGURE', 'NO_RESULT') : bare('NOT_DUE');
  }
  const judged = judgeFigure(indicator, figure, years);
  if (typeof judged === 'string') return unjudged(judged);
  return { state: stateOf(indicator, moment, { figure, judged }), percent: judged.percent, reason: null };
}

const bare = (state: ProgressState, reason: ProgressReason | null = null): Stand => ({ state, percent: null, reason });
const unjudged = (why: NoLevel | 'NOT_JUDGED') => (why === 'NO_BASELINE' ? bare('NO_FIGURE', why) : bare(why));

/**
 * State of a promise of every year, a change against the year before. One year that missed it is beyond repair; it is
 * kept when the last year is over and every year kept it.
 */
function standOfEach(indicator: Progressing, { each, period, promised, asOf, due }: Moment): Stand {
  const before = (year: number) => {
    const figure = each[year - 1];
    if (year === 0 || !isChange(indicator.basis)) return indicator.baseline;
    return figure ? shown(levelOf(indicator, figure), 6) : null;
  };
  const years = each.map((figure, year) =>
    figure === null ? null : judgeFigure({ ...indicator, baseline: before(year) }, figure),
  );
  const isYearOver = asOf > period.to && period.to.endsWith('-12-31');
  const verdictsOf = (some: typeof years) =>
    some.flatMap((year) => (year === null || typeof year === 'string' ? [] : [year.verdict]));
  const last = years.at(-1);
  const percent = last && typeof last !== 'string' ? last.percent : null;
  if (verdictsOf(isYearOver ? years : years.slice(0, -1)).includes('MISSED'))
    return { state: 'MISSED', percent, reason: null };
  if (lacksTarget(indicator)) return bare('NO_TARGET');
  const open = years.find((year) => typeof year === 'string');
  if (open !== undefined && typeof open === 'string') return unjudged(open);
  if (years.includes(null)) return due ? bare('NO_FIGURE', 'NO_RESULT') : bare('NOT_DUE');
  if (!isYearOver || period.to < promised.to) return { state: 'IN_PROGRESS', percent, reason: null };
  return { state: verdictsOf(years).includes('MET') ? 'MET' : 'EXCEEDED', percent, reason: null };
}

/** Whether a promise states nothing to judge by. */
function lacksTarget(indicator: Progressing): boolean {
  const { comparator, target, targetText, basis } = indicator;
  if (comparator === 'HOLD' || comparator === 'GRADE') return targetText === null;
  return comparator !== 'ACHIEVE' && basis !== 'NOT_WORSE' && target === null;
}

function stateOf(
  indicator: Progressing,
  { period, promised, asOf, years }: Moment,
  { figure, judged }: { figure: Figure; judged: Judgement },
): ProgressState {
  const over = period.to >= promised.to && asOf > promised.to;
  if (over) return judged.verdict;
  const kept = judged.verdict !== 'MISSED';
  // A sum that has reached its target keeps it; one that has passed its limit is beyond repair.
  if (onlyGrows(indicator, promised)) {
    const { comparator } = indicator;
    if (kept && (comparator === 'AT_LEAST' || comparator === 'ABOVE')) return judged.verdict;
    const bounds = boundsOf(indicator, years);
    const past = typeof bounds !== 'string' && sideOf(bounds, levelOf(indicator, figure)) === 1;
    if (!kept && past && indicator.direction !== 'UP') return 'MISSED';
  }
  const expected = expectedAt(indicator, period, years);
  if (expected === undefined) return 'IN_PROGRESS';
  const ahead = compare(levelOf(indicator, figure), expected);
  return (indicator.direction === 'DOWN' ? ahead <= 0 : ahead >= 0) ? 'ON_TRACK' : 'BEHIND';
}

/** Level expected at the end of a period: of a flow a share of its target, of a level a share of the way to it. */
function expectedAt(indicator: Progressing, { to }: Span, years: number) {
  const share = indicator.expectedShare.find(({ period }) => spanOf(period).to === to);
  const bounds = boundsOf(indicator, years);
  if (share === undefined || typeof bounds === 'string') return undefined;
  const target = nearEnd(bounds, indicator.direction);
  if (target === null) return undefined;
  const part = new Big(share.share);
  const percent = (of: Parameters<typeof times>[0]) => ({ over: of.over.times(part), under: of.under.times(100) });
  if (isFlow(indicator) && !isChange(indicator.basis)) return percent(target);
  if (indicator.baseline === null) return undefined;
  const baseline = fraction(indicator.baseline);
  return plus(baseline, percent(minus(target, baseline)));
}
