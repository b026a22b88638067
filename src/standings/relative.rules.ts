import Big from 'big.js';
import { compare, dividedBy, fraction, minus, plus, times, type Fraction } from '../indicators/fraction.js';
import { blockKinds, fixed, whereNothing, type BlockKind, type Points, type Scoring } from './formula.rules.js';
import type { Formula } from './scheme-rules.js';
import { digits, levelsOf, type Levels } from './quantity.rules.js';
import { type Book, type Subject } from './subject.rules.js';

/** A member's figure among those of its block; `over`: how far better than the target, ÷ target; null: no target. */
interface Runner extends Levels {
  unit: string;
  over: Fraction | null;
}

/** A member whose figure is there. */
type Known = Runner & { number: Fraction };
const isKnown = (runner: Runner): runner is Known => runner.number !== null;

/** The figures of a block that a relative line compares. */
export interface Race {
  runners: ReadonlyMap<string, Runner>;
  /** Farthest beyond its target. */
  leader: Runner | undefined;
  /** The best value of those without a target, and the worst. */
  best: Runner | undefined;
  worst: Runner | undefined;
  isComplete: boolean;
}

type OfBlock<Kind extends BlockKind = BlockKind> = Pick<Scoring<Kind>, 'line' | 'formula'>;
type Relative = OfBlock<'RELATIVE'>;

/** Whether a formula looks at the figures of the whole block. */
export const isOfBlock = (formula: Formula): formula is Extract<Formula, { kind: BlockKind }> =>
  blockKinds.some((kind) => kind === formula.kind);

/** The race of a line in a block. The first of equal leaders, by code, is named: each has the maximum. */
export function raceOf(book: Book, { line, formula }: OfBlock, block: string): Race {
  const runners = book
    .members(block)
    .filter((subject) => book.has(subject, line.code))
    .map((subject) => runnerOf(levelsOf(book, formula.figure, subject), subject, formula))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const first = (of: (runner: Runner) => Fraction | null, better: 1 | -1) =>
    runners.reduce<Runner | undefined>((ahead, runner) => {
      const [ours, theirs] = [of(runner), ahead && of(ahead)];
      if (ours === null) return ahead;
      return theirs == null || compare(ours, theirs) === better ? runner : ahead;
    }, undefined);
  const side = formula.better === 'MORE' ? 1 : -1;
  const value = ({ over, number }: Runner) => (over === null ? number : null);
  return {
    runners: new Map(runners.map((runner) => [runner.unit, runner])),
    leader: first(({ over }) => over, 1),
    best: first(value, side),
    worst: first(value, side === 1 ? -1 : 1),
    isComplete: runners.every(isKnown),
  };
}

function runnerOf(levels: Levels, { member: { unit } }: Subject, formula: OfBlock['formula']): Runner {
  const { number, target } = levels;
  const { better } = formula;
  const atTarget = formula.kind === 'RELATIVE' ? formula.atTarget : null;
  if (atTarget === null || number === null || !target?.over.gt(0)) return { ...levels, unit, over: null };
  const ahead = better === 'MORE' ? minus(number, target) : minus(target, number);
  return { ...levels, unit, over: dividedBy(ahead, target) ?? null };
}

/** Points among the figures of the block; the inputs name those that decided, too. */
export function blockPoints({ subject, line, formula }: OfBlock & { subject: Subject }, race: Race): Points {
  const runner = race.runners.get(subject.member.unit) as Runner;
  if (!isKnown(runner)) return whereNothing(line, { ...runner, text: '' });
  const { counted, others } = {
    RELATIVE: () => relative({ line, formula } as Relative, runner, race),
    SPREAD: () => spread(line, runner, race),
    PLACED: () => placed(formula as OfBlock<'PLACED'>['formula'], runner, race),
  }[formula.kind]();
  return {
    ...counted,
    taken: [...runner.taken, ...others.filter((other) => other !== runner).flatMap(({ taken }) => taken)],
    missing: [],
    notes: [...runner.notes, ...(race.isComplete ? [] : ['BLOCK_INCOMPLETE' as const])],
  };
}

interface Beside {
  counted: Counted;
  /** Members whose figures were counted with. */
  others: readonly Runner[];
}

/** Between the worst and the best of the block. */
function spread({ max }: OfBlock['line'], { number }: Known, { best, worst }: Race): Beside {
  const points = new Big(max ?? '0');
  const [top, bottom] = [best?.number ?? number, worst?.number ?? number];
  const part = dividedBy(minus(number, bottom), minus(top, bottom)) ?? fraction('1');
  const [own, high, low] = [number, top, bottom].map(digits);
  return {
    counted: {
      number: times(part, points),
      text: `${points.toFixed()} × (${own} − ${low}) ÷ (${high} − ${low})`,
    },
    others: [best, worst].filter((other) => other !== undefined),
  };
}

/** By the place among the figures of the block: equal ones share it. */
function placed({ better, points, otherwise }: OfBlock<'PLACED'>['formula'], runner: Known, { runners }: Race): Beside {
  const side = better === 'MORE' ? 1 : -1;
  const others = [...runners.values()];
  const ahead = others.filter(isKnown).filter(({ number }) => compare(number, runner.number) === side).length;
  return { counted: fixed(points[ahead] ?? otherwise), others };
}

/** Against the leader of the block. */
function relative({ line, formula }: Relative, runner: Known, race: Race): Beside {
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
  return { counted, others: ahead ? [ahead] : [] };
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
