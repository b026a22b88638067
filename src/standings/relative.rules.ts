import Big from 'big.js';
import { compare, dividedBy, fraction, minus, plus, times, type Fraction } from '../indicators/fraction.js';
import type { Points, Scoring } from './formula.rules.js';
import { digits, levelsOf, type Levels } from './quantity.rules.js';
import { appliesTo, type Book, type Subject } from './subject.rules.js';

/** A member's figure among those of its block; `over`: (value − target) ÷ target, of those with a target. */
interface Runner extends Levels {
  unit: string;
  over: Fraction | null;
}

/** The figures of a block that a relative line compares. */
export interface Race {
  runners: ReadonlyMap<string, Runner>;
  /** The greatest (value − target) ÷ target above zero. */
  leader: Runner | undefined;
  /** The greatest value of those without a target, above zero. */
  greatest: Runner | undefined;
  isComplete: boolean;
}

/** The race of a line in a block. The first of equal leaders, by code, is named: each has the maximum. */
export function raceOf(
  book: Book,
  { line, formula }: Pick<Scoring<'RELATIVE'>, 'line' | 'formula'>,
  block: string,
): Race {
  const runners = book
    .members(block)
    .filter((subject) => appliesTo(line, subject))
    .map((subject): Runner => runnerOf(levelsOf(book, formula.figure, subject), subject, formula.atTarget !== null))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const best = (of: (runner: Runner) => Fraction | null): Runner | undefined =>
    runners.reduce<Runner | undefined>((first, runner) => {
      const [ours, theirs] = [of(runner), first ? of(first) : fraction('0')];
      return ours !== null && theirs !== null && compare(ours, theirs) > 0 ? runner : first;
    }, undefined);
  return {
    runners: new Map(runners.map((runner) => [runner.unit, runner])),
    leader: best(({ over }) => over),
    greatest: best(({ over, number }) => (over === null ? number : null)),
    isComplete: runners.every(({ number }) => number !== null),
  };
}

function runnerOf(levels: Levels, { member: { unit } }: Subject, byTarget: boolean): Runner {
  const { number, target } = levels;
  const over =
    byTarget && number !== null && target?.over.gt(0) ? (dividedBy(minus(number, target), target) ?? null) : null;
  return { ...levels, unit, over };
}

/** Points against the leader of the block; its inputs name the leader's, too. */
export function relativePoints({ subject, line, formula }: Omit<Scoring<'RELATIVE'>, 'book'>, race: Race): Points {
  const runner = race.runners.get(subject.member.unit) as Runner;
  if (runner.number === null) return { ...runner, text: '' };
  const max = new Big(line.max ?? '0');
  const atTarget = max.times(formula.atTarget ?? '0').div(100);
  const isOver = runner.over?.over.gt(0);
  const ahead = runner.over === null ? race.greatest : isOver ? race.leader : undefined;
  const taken = ahead && ahead !== runner ? ahead.taken : [];
  return {
    ...(runner.over === null
      ? againstGreatest(max, runner.number, ahead)
      : ahead
        ? againstLeader({ max, atTarget }, runner, ahead)
        : againstTarget(atTarget, runner)),
    taken: [...runner.taken, ...taken],
    missing: [],
    notes: [...runner.notes, ...(race.isComplete ? [] : ['BLOCK_INCOMPLETE' as const])],
  };
}

type Counted = Pick<Points, 'number' | 'text'>;

const quotient = (a: Fraction | null, b: Fraction | null): Fraction => (a && b && dividedBy(a, b)) ?? fraction('0');

/** Max × value ÷ greatest value; nothing where none is above zero. */
const againstGreatest = (max: Big, value: Fraction, greatest: Runner | undefined): Counted =>
  greatest?.number
    ? {
        number: times(quotient(value, greatest.number), max),
        text: `${max.toFixed()} × ${digits(value)} ÷ ${digits(greatest.number)}`,
      }
    : { number: fraction('0'), text: '0' };

/** At the target or below it: as much of the points of the target. */
const againstTarget = (atTarget: Big, { number, target }: Runner): Counted => ({
  number: times(quotient(number, target), atTarget),
  text: `${atTarget.toFixed()} × ${shownOf(number)} ÷ ${shownOf(target)}`,
});

/** Above the target: its points, and the rest by the excess against the leader's. */
function againstLeader({ max, atTarget }: { max: Big; atTarget: Big }, runner: Runner, leader: Runner): Counted {
  const rest = max.minus(atTarget);
  const excess = ({ number, target }: Runner) => `(${shownOf(number)} − ${shownOf(target)}) ÷ ${shownOf(target)}`;
  return {
    number: plus(fraction(atTarget), times(quotient(runner.over, leader.over), rest)),
    text: `${atTarget.toFixed()} + ${rest.toFixed()} × (${excess(runner)}) ÷ (${excess(leader)})`,
  };
}

const shownOf = (number: Fraction | null) => (number === null ? '' : digits(number));
