import Big from 'big.js';
import { atMost, compare, fraction, minus, plus, shown, times, type Fraction } from '../indicators/fraction.js';
import { truthOf, type Truth } from './condition.rules.js';
import {
  digits,
  foundIn,
  isBoundless,
  levelsOf,
  nothing,
  quantityOf,
  type Found,
  type Read,
} from './quantity.rules.js';
import type { Band, Formula, Line, Side } from './scheme-rules.js';
import type { Book, Subject } from './subject.rules.js';

/** Points by a formula, before any limit; the number is null while an input is missing. */
export type Points = Read;

/** One line of one member, to be scored by the formula of its kind. */
export interface Scoring<Kind extends Formula['kind']> {
  book: Book;
  subject: Subject;
  line: Line;
  formula: Extract<Formula, { kind: Kind }>;
}

/** Kinds that look at the figures of the whole block. */
export const blockKinds = ['RELATIVE', 'SPREAD', 'PLACED'] as const satisfies readonly Formula['kind'][];
export type BlockKind = (typeof blockKinds)[number];

/** Kinds that look at nothing but the member's own inputs. */
type OwnKind = Exclude<Formula['kind'], 'SUM' | 'MEAN' | BlockKind | 'SHARE'>;

/** Points that are said. */
export const fixed = (points: string, of: Partial<Points> = {}): Points => ({
  ...nothing,
  ...of,
  number: fraction(points),
  text: points,
});
const unknown = (of: Found): Points => ({ ...of, number: null, text: '' });
const inNoBand = (read: Found, code: string, { member }: Subject): Points =>
  unknown({ ...read, missing: [...read.missing, { code, of: member.unit, why: 'IN_NO_BAND' }] });

/** A number beyond every bound, which nothing can be counted from. */
const withoutBase = (read: Found, code: string, { member }: Subject): Points =>
  unknown({ ...read, missing: [{ code, of: member.unit, why: 'NO_BASE' }] });

const maxOf = ({ max }: Line) => max ?? '0';

/** Points that people gave. A reason is wanted for points unlike those before, and may be for less than the maximum. */
function given({ book, subject, line }: Omit<Scoring<'GIVEN'>, 'formula'>, reasonBelowMax: boolean): Points {
  const { now, before } = book.points(subject, line.code);
  const { unit } = subject.member;
  if (now === null) return unknown({ ...nothing, missing: [{ code: line.code, of: unit, why: 'NOT_GIVEN' }] });
  const points = new Big(now.points);
  const wantsReason = (before !== null && !points.eq(before.points)) || (reasonBelowMax && points.lt(maxOf(line)));
  return fixed(now.points, {
    taken: [{ kind: 'POINTS', stage: book.inputs.stage, unit, line: line.code, ...now }],
    notes: wantsReason && !now.isReasoned ? ['REASON_MISSING'] : [],
  });
}

/** Place of the band that a number lies in; -1: in none. */
const placeIn = (bands: readonly Band[], number: Fraction): number =>
  bands.findIndex(({ from, fromIncluded, to, toIncluded }) => {
    const low = from === null ? 1 : compare(number, fraction(from));
    const high = to === null ? -1 : compare(number, fraction(to));
    return (low > 0 || (low === 0 && fromIncluded)) && (high < 0 || (high === 0 && toIncluded));
  });

/** Points of the kinds that look at nothing but the member's own inputs. */
export function ownPoints(scoring: Scoring<OwnKind>): Points {
  return whereNothing(scoring.line, (pointsBy[scoring.formula.kind] as (scoring: Scoring<OwnKind>) => Points)(scoring));
}

/** Points that a line gives where nothing arose, in the place of none. */
export function whereNothing({ whenNothing }: Line, points: Points): Points {
  const nothingArose = points.number === null && points.missing.every(({ why }) => why === 'NO_BASE');
  return nothingArose && whenNothing !== null ? fixed(whenNothing, { ...points, missing: [] }) : points;
}

const pointsBy: { readonly [Kind in OwnKind]: (scoring: Scoring<Kind>) => Points } = {
  GIVEN: (scoring) => given(scoring, false),
  JUDGED: (scoring) => given(scoring, scoring.formula.reasonBelowMax),
  FULL: ({ line }) => fixed(maxOf(line)),

  PROPORTIONAL: ({ book, subject, line, formula: { quantity, full, from, upTo } }) => {
    const read = quantityOf(book, quantity, subject);
    if (read.number === null) return unknown(read);
    if (from !== null && compare(read.number, fraction(from)) < 0) return fixed('0', read);
    const most = fraction(upTo ?? full);
    const number = atMost(read.number, most);
    const text = number === most ? digits(most) : read.text;
    return {
      ...read,
      number: times(fraction(number.over, number.under.times(full)), maxOf(line)),
      text: `${maxOf(line)} × (${text}) ÷ ${full}`,
    };
  },

  STEPS: ({ book, subject, line, formula: { quantity, steps } }) => {
    const read = quantityOf(book, quantity, subject);
    if (read.number === null) return unknown(read);
    const step = steps[placeIn(steps, read.number)];
    return step ? fixed(step.points, read) : inNoBand(read, line.code, subject);
  },

  INTERPOLATED: ({ book, subject, formula: { quantity, through } }) => {
    const read = quantityOf(book, quantity, subject);
    if (read.number === null) return unknown(read);
    const { number } = read;
    const after = through.findIndex(({ at }) => compare(number, fraction(at)) < 0);
    const [last, high, low] = [through.at(-1), through[after], through[after - 1]];
    if (after === -1 || !high || !low) return fixed((after === -1 ? last : high)?.points ?? '0', read);
    const width = new Big(high.at).minus(low.at);
    const rise = new Big(high.points).minus(low.points);
    const away = minus(number, fraction(low.at));
    return {
      ...read,
      number: plus(fraction(low.points), fraction(away.over.times(rise), away.under.times(width))),
      text: `${low.points} + (${read.text} − ${low.at}) × ${rise.toFixed()} ÷ ${width.toFixed()}`,
    };
  },

  INCREMENTS: ({ book, subject, formula: { quantity, direction, start, every, atOnce, points } }) => {
    const read = quantityOf(book, quantity, subject);
    if (read.number === null) return unknown(read);
    if (isBoundless(read.number)) return withoutBase(read, quantity.figure, subject);
    const away = direction === 'UP' ? minus(read.number, fraction(start)) : minus(fraction(start), read.number);
    if (away.over.lte(0)) return fixed('0', read);
    const steps = wholeOf(fraction(away.over, away.under.times(every))).plus(atOnce ? 1 : 0);
    return { ...read, number: fraction(steps.times(points)), text: `${steps.toFixed()} × ${points}` };
  },

  PASS_FAIL: ({ book, subject, line, formula: { when } }) => {
    const truth = truthOf({ book, subject }, when);
    return truth.holds === null ? unknown(truth) : fixed(truth.holds ? maxOf(line) : '0', decided(truth));
  },

  CASES: ({ book, subject, formula: { cases, otherwise } }) => {
    const looked: Truth[] = [];
    for (const { when, points } of cases) {
      const truth = truthOf({ book, subject }, when);
      looked.push(truth);
      if (truth.holds === null) return unknown(foundIn(looked));
      if (truth.holds) return fixed(points, decided(foundIn(looked)));
    }
    return fixed(otherwise, decided(foundIn(looked)));
  },

  COUNT: ({ book, subject, formula: { quantity, points } }) => {
    const read = quantityOf(book, quantity, subject);
    if (read.number === null) return unknown(read);
    if (isBoundless(read.number)) return withoutBase(read, quantity.figure, subject);
    return { ...read, number: times(read.number, points), text: `${read.text} × ${points}` };
  },

  TABLE: ({ book, subject, line, formula: { rows, columns, table } }) => {
    const sides = [rows, columns].map(({ quantity, bands }: Side) => {
      const read = quantityOf(book, quantity, subject);
      return { read, place: read.number === null ? -1 : placeIn(bands, read.number) };
    });
    const read = foundIn(sides.map((side) => side.read));
    if (sides.some((side) => side.read.number === null)) return unknown(read);
    const points = table[sides[0]?.place ?? -1]?.[sides[1]?.place ?? -1];
    return points === undefined ? inNoBand(read, line.code, subject) : fixed(points, read);
  },

  WORDS: ({ book, subject, line, formula: { figure, words } }) => {
    const read = levelsOf(book, figure, subject);
    if (read.number === null) return unknown(read);
    const points = words.find(({ word }) => word === read.text)?.points;
    return points === undefined ? inNoBand(read, line.code, subject) : fixed(points, read);
  },
};

/** Greatest whole number that is no greater than a number above zero. */
function wholeOf(number: Fraction): Big {
  const near = new Big(shown(number, 0));
  return compare(fraction(near), number) > 0 ? near.minus(1) : near;
}

/** Inputs of a decision that was made: an input that was missing did not matter. */
const decided = ({ taken, notes }: Found): Partial<Points> => ({ taken, notes });
