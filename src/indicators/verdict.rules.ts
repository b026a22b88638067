import Big from 'big.js';
import { compare, dividedBy, fraction, shown, times, type Fraction } from './fraction.js';
import type { Indicator } from './indicator.entity.js';
import { ratings } from './value.rules.js';
import { boundsOf, nearEnd, type Bounds, type NoLevel, type PromisedLevel } from './level.rules.js';

export const verdicts = ['MET', 'EXCEEDED', 'MISSED'] as const;
export type Verdict = (typeof verdicts)[number];

/** A verdict and the figure beside it. */
export interface Judgement {
  verdict: Verdict;
  /** Percent of the target, two decimals half up; null where it says nothing (a target or an actual of zero). */
  percent: string | null;
}

/** An approved figure in the form of its indicator: a decimal with or without its total, or a word. */
export interface Figure {
  value: string;
  outOf: string | null;
}

export type JudgedIndicator = PromisedLevel &
  Pick<Indicator, 'targetText' | 'outOf' | 'endsAt100' | 'beyond' | 'grades'> & {
    measure: Pick<Indicator['measure'], 'unit' | 'factor'>;
  };

/** Level of a figure: a ratio is value ÷ total × factor, and a value without total the ratio itself. */
export function levelOf(
  { measure: { factor } }: { measure: Pick<Indicator['measure'], 'factor'> },
  { value, outOf }: Figure,
): Fraction {
  return outOf === null || factor === null ? fraction(value) : times(fraction(value, outOf), factor);
}

/** Judges a figure: MET by exact comparison. `NoLevel`: the promise has no level to judge by. */
export function judgeFigure(indicator: JudgedIndicator, figure: Figure, years = 1): Judgement | NoLevel | 'NOT_JUDGED' {
  const inWords = judgeWords(indicator, figure.value);
  if (inWords !== undefined) return inWords;
  const bounds = boundsOf(indicator, years);
  if (typeof bounds === 'string') return bounds;
  const level = levelOf(indicator, figure);
  return { verdict: verdictOf(indicator, bounds, level), percent: percentOf(indicator, bounds, level) };
}

/** `-1`, `0`, `1`: below the levels that keep the promise, among them, above them. */
export function sideOf({ low, high, strict }: Bounds, level: Fraction): -1 | 0 | 1 {
  const least = strict ? 1 : 0;
  if (low !== null && compare(level, low) < least) return -1;
  return high !== null && compare(high, level) < least ? 1 : 0;
}

function verdictOf(indicator: JudgedIndicator, bounds: Bounds, level: Fraction): Verdict {
  const { direction, comparator } = indicator;
  const side = sideOf(bounds, level);
  if (side !== 0) {
    // Beyond the good end of a range: past its far end in the direction that is better.
    const good = direction === 'UP' ? 1 : direction === 'DOWN' ? -1 : 0;
    const beyond = comparator === 'BETWEEN' && side === good;
    return beyond ? (indicator.beyond ?? 'EXCEEDED') : 'MISSED';
  }
  const near = bounds.low ?? bounds.high;
  const canExceed =
    (comparator === 'AT_LEAST' || comparator === 'AT_MOST' || indicator.basis === 'NOT_WORSE') &&
    direction !== 'HOLD' &&
    !isTheEnd(indicator);
  return canExceed && near !== null && compare(level, near) !== 0 ? 'EXCEEDED' : 'MET';
}

/** Whether nothing lies beyond a target: all of them, or a share of 100 percent. */
const isTheEnd = ({ basis, target, outOf, endsAt100, direction, measure }: JudgedIndicator) =>
  basis === 'LEVEL' &&
  target !== null &&
  direction === 'UP' &&
  (measure.factor === null
    ? outOf !== null && new Big(target).gte(outOf)
    : endsAt100 && new Big(target).gte(measure.factor));

/** Actual ÷ target, inverted where less is better; of a range from its near end. */
function percentOf({ direction }: JudgedIndicator, bounds: Bounds, level: Fraction): string | null {
  if (bounds.low !== null && bounds.high !== null && direction === 'HOLD' && sideOf(bounds, level) === 0) return '100';
  const above = bounds.high !== null && compare(level, bounds.high) > 0;
  const inverted = direction === 'DOWN' || (direction === 'HOLD' && above);
  const near = nearEnd(bounds, inverted ? 'DOWN' : direction);
  // A share of nothing, or of less than nothing, says nothing.
  if (near === null || near.over.lte(0) || (inverted && level.over.lte(0))) return null;
  const quotient = inverted ? dividedBy(near, level) : dividedBy(level, near);
  return quotient === undefined ? null : shown(times(quotient, '100'), 2);
}

/** Judges a word; undefined for an indicator that holds a number. */
function judgeWords(
  { measure, comparator, targetText, grades }: JudgedIndicator,
  word: string,
): Judgement | NoLevel | 'NOT_JUDGED' | undefined {
  if (comparator === 'NONE') return 'NOT_JUDGED';
  const whether = (met: boolean): Judgement => ({ verdict: met ? 'MET' : 'MISSED', percent: null });
  if (measure.unit === 'STATE') return whether(word === 'YES');
  if (measure.unit !== 'GRADE' && measure.unit !== 'RATING') return undefined;
  const ordered: readonly string[] = measure.unit === 'RATING' && grades.length === 0 ? ratings : grades;
  if (comparator !== 'GRADE')
    return measure.unit === 'RATING' ? whether(word !== 'NO' && word !== 'WEAK') : same(targetText, word);
  if (targetText === null) return 'NO_TARGET';
  const [asked, given] = [targetText, word].map((each) => ordered.findIndex((grade) => alike(grade, each)));
  if (asked === -1 || given === -1 || asked === undefined || given === undefined) return same(targetText, word);
  return given > asked ? { verdict: 'EXCEEDED', percent: null } : whether(given === asked);
}

const alike = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Without an order only the grade itself is known to keep its promise. */
const same = (targetText: string | null, word: string): Judgement | 'NO_TARGET' | 'NOT_JUDGED' => {
  if (targetText === null) return 'NO_TARGET';
  return alike(targetText, word) ? { verdict: 'MET', percent: null } : 'NOT_JUDGED';
};
