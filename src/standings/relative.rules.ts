import Big from 'big.js';
import { compare, dividedBy, fraction, minus, plus, times, type Fraction } from '../indicators/fraction.js';
import type { Points, Scoring } from './formula.rules.js';
import { digits, levelsOf, type Levels } from './quantity.rules.js';
import { appliesTo, type Book, type Subject } from './subject.rules.js';

/** A member's figure among those of its block; `over`: how far better than the target, ÷ target; null: no target. */
interface Runner extends Levels {
  unit: string;
  over: Fraction | null;
}

/** The figures of a block that a relative line compares. */
export interface Race {
  runners: ReadonlyMap<string, Runner>;
  /** Farthest beyond its target. */
  leader: Runner | undefined;
  /** The best value of those without a target. */
  best: Runner | undefined;
  isComplete: boolean;
}

type Relative = Pick<Scoring<'RELATIVE'>, 'line' | 'formula'>;

/** The race of a line in a block. The first of equal leaders, by code, is named: each has the maximum. */
export function raceOf(book: Book, { line, formula }: Relative, block: string): Race {
  const runners = book
    .members(block)
    .filter((subject) => appliesTo(line, subject))
    .map((subject) => runnerOf(levelsOf(book, formula.figure, subject), subject, formula))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const first = (of: (runner: Runner) => Fraction | null, better: 1 | -1) =>
    runners.reduce<Runner | undefined>((ahead, runner) => {
      const [ours, theirs] = [of(runner), ahead && of(ahead)];
      if (ours === null) return ahead;
      return theirs == null || compare(ours, theirs) === better ? runner : ahead;
    }, undefined);
  return {
    runners: new Map(runners.map((runner) => [runner.unit, runner])),
    leader: first(({ over }) => over, 1),
    best: first(({ over, number }) => (over === null ? number : null), formula.better === 'MORE' ? 1 : -1),
    isComplete: runners.every(({ number }) => number !== null),
  };
}

function runnerOf(levels: Levels, { member: { unit } }: Subject, { better, atTarget }: Relative['formula']): Runner {
  const { number, target } = levels;
  if (atTarget === null || number === null || !target?.over.gt(0)) return { ...levels, unit, over: null };
  const ahead = better === 'MORE' ? minus(number, target) : minus(target, number);
  return { ...levels, unit, over: dividedBy(ahead, target) ?? null };
}

/** Points against the leader of the block; its inputs name the leader's, too. */
export function relativePoints({ subject, line, formula }: Relative & { subject: Subject }, race: Race): Points {
  const runner = race.runners.get(subject.member.unit) as Runner;
  if (runner.number === null) return { ...runner, text: '' };
  const max = new Big(line.max ?? '0');
  const atTarget = max.times(formula.atTarget ?? '0').div(100);
  const isOver = runner.over?.over.gt(0);
  const ahead = runner.over === null ? race.best : isOver ? race.leader : undefined;
  const counted =
    runner.over === null
      ? againstBest(max, partOf(formula.better, runner.number, ahead?.number ?? null))
      : ahead
        ? againstLeader({ max, atTarget }, runner, ahead)
        : againstBest(atTarget, partOf(formula.better, runner.number, runner.target));
  return {
    ...counted,
    taken: [...runner.taken, ...(ahead && ahead !== runner ? ahead.taken : [])],
    missing: [],
    notes: [...runner.notes, ...(race.isComplete ? [] : ['BLOCK_INCOMPLETE' as const])],
  };
}

type Counted = Pick<Points, 'number' | 'text'>;
type Part = readonly [over: Fraction, under: Fraction];

/** A value against a better one, as a part of it. Where less is better the other way round, and nothing left is all. */
function partOf(better: 'MORE' | 'LESS', value: Fraction, against: Fraction | null): Part {
  if (better === 'MORE') return [value, against ?? value];
  return value.over.eq(0) ? [fraction('1'), fraction('1')] : [against ?? value, value];
}

/** Points by the part: all of them for equals, nothing against zero. */
function againstBest(points: Big, [over, under]: Part): Counted {
  const part = dividedBy(over, under) ?? fraction('0');
  return { number: times(part, points), text: `${points.toFixed()} × ${digits(over)} ÷ ${digits(under)}` };
}

/** Beyond the target: its points, and the rest by the excess against the leader's. */
function againstLeader({ max, atTarget }: { max: Big; atTarget: Big }, runner: Runner, leader: Runner): Counted {
  const rest = max.minus(atTarget);
  const part = (runner.over && leader.over && dividedBy(runner.over, leader.over)) ?? fraction('0');
  return {
    number: plus(fraction(atTarget), times(part, rest)),
    text: `${atTarget.toFixed()} + ${rest.toFixed()} × ${excess(runner)} ÷ ${excess(leader)}`,
  };
}

/** Excess over the target, in percent of it. */
const excess = ({ over }: Runner) => `${digits(times(over ?? fraction('0'), '100'))}%`;
