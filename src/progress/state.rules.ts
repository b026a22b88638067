import Big from 'big.js';
import { compare, fraction, minus, plus, shown, times } from '../indicators/fraction.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { boundsOf, isChange } from '../indicators/level.rules.js';
import { spanOf, type Span } from '../indicators/period.js';
import {
  judgeFigure,
  levelOf,
  placeOf,
  type Figure,
  type Judged,
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

export type Progressing = Judged &
  Pick<Indicator, 'overTime' | 'expectedShare' | 'needsClarification' | 'clarification'>;

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

/** State of a promise at a moment. An open question is not answered here: each reading is judged for itself. */
export function standOf(indicator: Progressing, moment: Moment): Stand {
  const { figure, due, years, each } = moment;
  const bare = (state: ProgressState, reason: ProgressReason | null = null): Stand => ({
    state,
    percent: null,
    reason,
  });
  if (indicator.comparator === 'NONE') return bare('NOT_JUDGED');
  if (indicator.needsClarification) return bare('NEEDS_CLARIFICATION');
  if (figure === null) {
    if (lacksTarget(indicator)) return bare('NO_TARGET');
    return due ? bare('NO_FIGURE', 'NO_RESULT') : bare('NOT_DUE');
  }
  const judged = each.length > 0 ? judgeEach(indicator, each) : judgeFigure(indicator, figure, years);
  if (judged === 'NO_BASELINE') return bare('NO_FIGURE', judged);
  if (judged === 'NO_TARGET' || judged === 'NOT_JUDGED') return bare(judged);
  return { state: stateOf(indicator, moment, { figure, judged }), percent: judged.percent, reason: null };
}

/** Judges a promise of every year: by its worst verdict. A change is judged against the year before. */
function judgeEach(indicator: Progressing, figures: readonly (Figure | null)[]) {
  const baselines = [indicator.baseline, ...figures.map((figure) => figure && shown(levelOf(indicator, figure), 6))];
  const judged = figures.flatMap((figure, year) =>
    figure === null ? [] : [judgeFigure({ ...indicator, baseline: baselines[year] ?? null }, figure)],
  );
  const last = judged.at(-1) ?? 'NO_TARGET';
  const verdictsOf = judged.flatMap((each) => (typeof each === 'string' ? [] : [each.verdict]));
  if (typeof last === 'string') return last;
  return {
    ...last,
    verdict: (['MISSED', 'MET', 'EXCEEDED'] as const).find((each) => verdictsOf.includes(each)) ?? last.verdict,
  };
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
  // A sum only grows: what has reached its target keeps it, what has passed its limit is beyond repair.
  if (isFlow(indicator)) {
    const { comparator } = indicator;
    if (kept && (comparator === 'AT_LEAST' || comparator === 'ABOVE')) return judged.verdict;
    const bounds = boundsOf(indicator, years);
    const past = typeof bounds !== 'string' && placeOf(bounds, levelOf(indicator, figure)) === 1;
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
  const target = indicator.direction === 'DOWN' ? (bounds.high ?? bounds.low) : (bounds.low ?? bounds.high);
  if (target === null) return undefined;
  const part = new Big(share.share);
  const percent = (of: Parameters<typeof times>[0]) => ({ over: of.over.times(part), under: of.under.times(100) });
  if (isFlow(indicator) && !isChange(indicator.basis)) return percent(target);
  if (indicator.baseline === null) return undefined;
  const baseline = fraction(indicator.baseline);
  return plus(baseline, percent(minus(target, baseline)));
}
