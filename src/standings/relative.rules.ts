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
  runners: readonly Runner[];
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
    runners,
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

/** Points against the leader of the block. */
export function relativePoints({ subject, line, formula }: Omit<Scoring<'RELATIVE'>, 'book'>, race: Race): Points {
  const runner = race.runners.find(({ unit }) => unit === subject.member.unit) as Runner;
  const max = line.max ?? '0';
  if (runner.number === null) return { ...runner, text: '' };
  const ahead = runner.over === null ? race.greatest : race.leader;
  const needed = runner.over === null || runner.over.over.gt(0) ? ahead : undefined;
  const scored = {
    taken: [...runner.taken, ...(needed && needed !== runner ? needed.taken : [])],
    missing: [],
    notes: [...runner.notes, ...(race.isComplete ? [] : ['BLOCK_INCOMPLETE' as const])],
  };
  if (runner.over === null) return { ...scored, ...ofGreatest(max, runner.number, needed?.number ?? null) };
  const atTarget = fraction(new Big(formula.atTarget ?? 0).times(max).div(100));
  const value = digits(runner.number);
  const target = digits(runner.target as Fraction);
  if (needed === undefined) {
    const met = runner.over.over.eq(0);
    const part = met ? fraction('1') : (dividedBy(runner.number, runner.target as Fraction) as Fraction);
    return {
      ...scored,
      number: { over: part.over.times(atTarget.over), under: part.under.times(atTarget.under) },
      text: `${formula.atTarget}% × ${max}${met ? '' : ` × ${value} ÷ ${target}`}`,
    };
  }
  const rest = minus(fraction(max), atTarget);
  const part = dividedBy(runner.over, needed.over as Fraction) as Fraction;
  const base = digits(needed.target as Fraction);
  const lead = `(${digits(needed.number as Fraction)} − ${base}) ÷ ${base}`;
  return {
    ...scored,
    number: plus(atTarget, { over: part.over.times(rest.over), under: part.under.times(rest.under) }),
    text: `${digits(atTarget)} + ${digits(rest)} × ((${value} − ${target}) ÷ ${target}) ÷ (${lead})`,
  };
}

/** Max × value ÷ greatest value; nothing where none is above zero. */
function ofGreatest(max: string, value: Fraction, greatest: Fraction | null): Pick<Points, 'number' | 'text'> {
  const part = greatest === null ? undefined : dividedBy(value, greatest);
  if (part === undefined || greatest === null) return { number: fraction('0'), text: '0' };
  return { number: times(part, max), text: `${max} × ${digits(value)} ÷ ${digits(greatest)}` };
}
