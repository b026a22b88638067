import Big from 'big.js';
import { fraction, sumOf, times, type Fraction } from '../indicators/fraction.js';
import type { Points, Scoring } from './formula.rules.js';
import { digits, foundIn, isBoundless, nothing, quantityOf } from './quantity.rules.js';
import type { Missing, Taken } from './scored.js';
import { type Scored, type Subject } from './subject.rules.js';

/**
 * Percent of the points of a criterion, as a tree shows them: the member's own, those of the unit above it, or the mean
 * of those of a block; so much for each, where a quantity says how often. So they are computed from the inputs alone,
 * by a reader who does not see that block, too.
 */
export function sharedPoints(
  { book, subject, formula }: Scoring<'SHARE'>,
  scored: (subject: Subject, line: string) => Scored,
): Points {
  const { of, block, criterion, percent, per } = formula;
  const { unit, under } = subject.member;
  const members = block === null ? [] : book.members(block);
  const among = {
    OWN: () => [subject],
    ABOVE: () => members.filter(({ member }) => member.unit === under),
    BELOW: () => members.filter(({ member }) => member.under === unit),
    ALL: () => members,
  }[of]();
  const lines = among
    .filter((each) => book.has(each, criterion))
    .map((each) => ({ unit: each.member.unit, ...scored(each, criterion) }));
  const taken = lines.map((line): Taken => ({
    kind: 'SCORE',
    unit: line.unit,
    line: criterion,
    points: line.node.points,
  }));
  const shown = lines.flatMap(({ node: { points } }) => (points === null ? [] : [fraction(points)]));
  if (lines.length === 0 || shown.length < lines.length) {
    const open = lines.filter((line) => line.node.points === null).map((line) => line.unit);
    const missing = (open.length > 0 ? open : [unit]).map((each) => ({
      code: criterion,
      of: each,
      why: 'NOT_SCORED' as const,
    }));
    return { ...nothing, number: null, text: '', taken, missing };
  }
  const sum = sumOf(shown);
  const mean = fraction(sum.over, sum.under.times(lines.length));
  const number = times(mean, new Big(percent).div(100));
  const once = { ...nothing, number, text: `${percent}% × ${digits(mean)}`, taken };
  return per == null ? once : forEach(once, quantityOf(book, per, subject), { code: per.figure, of: unit });
}

/** Points that are given once, as often as a number says; one beyond every bound gives none. */
function forEach(
  once: Points & { number: Fraction },
  read: Points,
  { code, of }: Pick<Missing, 'code' | 'of'>,
): Points {
  const found = foundIn([once, read]);
  if (read.number === null) return { ...found, number: null, text: '' };
  if (isBoundless(read.number))
    return { ...found, number: null, text: '', missing: [...found.missing, { code, of, why: 'NO_BASE' }] };
  const { over, under } = read.number;
  return {
    ...found,
    number: fraction(once.number.over.times(over), once.number.under.times(under)),
    text: `${once.text} × ${read.text}`,
  };
}
