import { compare, divided, exact, least, minus, plus, sign, steps, times, zero, type Exact } from './exact.js';
import { found, nothing, type Figures, type Found, type Read } from './figures.js';
import type { Band, Line, Missing, OwnFormula, Quantity, Subject } from './records.js';

/** Points by the inputs of one member. Like `chain.ts` it shares no code with the server. */

/** No points, for want of one thing. */
export const lacking = (missing: Missing, looked: Found = nothing): Read => ({
  ...looked,
  number: null,
  missing: [...looked.missing, missing],
});

/** Points of a line by its formula, before any end. */
export function pointsOf(
  figures: Figures,
  { code, max, formula }: Pick<Line, 'code' | 'max'> & { formula: OwnFormula },
  subject: Subject,
): Read {
  const of = subject.unit;
  const most = exact(max ?? '0');
  const read = (quantity: Quantity) => figures.quantity(quantity, subject);
  const counted = (from: Read, points: (number: Exact) => Exact): Read =>
    from.number === null ? from : { ...from, number: points(from.number) };
  const inBand = (from: Read, points: string | undefined): Read =>
    points === undefined && from.number !== null
      ? lacking({ code, of, why: 'IN_NO_BAND' }, from)
      : counted(from, () => exact(points ?? '0'));
  /** A number that is multiplied: one beyond every bound gives none. */
  const bounded = (quantity: Quantity) => {
    const from = read(quantity);
    return from.number?.under === 0n ? lacking({ code: quantity.figure, of, why: 'NO_BASE' }, from) : from;
  };

  switch (formula.kind) {
    case 'GIVEN':
    case 'JUDGED': {
      const given = figures.inputs.get('POINTS', subject.unit, code);
      if (!given) return lacking({ code, of, why: 'NOT_GIVEN' });
      const number = exact(given.points ?? '');
      const isBelow = formula.kind === 'JUDGED' && formula.reasonBelowMax && compare(number, most) < 0;
      return { ...nothing, number, taken: [given], notes: isBelow && !given.isReasoned ? ['REASON_MISSING'] : [] };
    }
    case 'FULL':
      return { ...nothing, number: most };
    case 'PROPORTIONAL':
      return counted(read(formula.quantity), (number) => {
        if (formula.from !== null && compare(number, exact(formula.from)) < 0) return zero;
        const counting = least(number, exact(formula.upTo ?? formula.full));
        return times(most, divided(counting, exact(formula.full)) ?? zero);
      });
    case 'STEPS': {
      const from = read(formula.quantity);
      return inBand(from, formula.steps[bandOf(from, formula.steps)]?.points);
    }
    case 'INTERPOLATED':
      return counted(read(formula.quantity), (number) => onLine(formula.through, number));
    case 'INCREMENTS': {
      const { start, every, atOnce, points } = formula;
      return counted(bounded(formula.quantity), (number) => {
        const up = minus(number, exact(start));
        const away = formula.direction === 'UP' ? up : minus(zero, up);
        if (sign(away) <= 0) return zero;
        const whole = steps(divided(away, exact(every)) ?? zero);
        return times(atOnce ? plus(whole, exact('1')) : whole, exact(points));
      });
    }
    case 'PASS_FAIL': {
      const truth = figures.truth(formula.when, subject);
      return { ...truth, number: truth.holds === null ? null : truth.holds ? most : zero };
    }
    case 'CASES': {
      const looked: Found[] = [];
      for (const { when, points } of formula.cases) {
        const truth = figures.truth(when, subject);
        looked.push(truth);
        if (truth.holds !== false) return { ...found(looked), number: truth.holds ? exact(points) : null };
      }
      return { ...found(looked), number: exact(formula.otherwise) };
    }
    case 'COUNT':
      return counted(bounded(formula.quantity), (number) => times(number, exact(formula.points)));
    case 'TABLE': {
      const [row, column] = [read(formula.rows.quantity), read(formula.columns.quantity)];
      const both = { ...found([row, column]), number: row.number && column.number };
      return inBand(both, formula.table[bandOf(row, formula.rows.bands)]?.[bandOf(column, formula.columns.bands)]);
    }
    case 'WORDS': {
      const level = figures.level(formula.figure, subject);
      return inBand(level, formula.words.find(({ word }) => word === level.word)?.points);
    }
  }
}

/** Place of the band that a number lies in; -1: in none. */
const bandOf = ({ number }: Read, bands: readonly Band[]): number =>
  bands.findIndex(({ from, fromIncluded, to, toIncluded }) => {
    if (number === null) return false;
    const low = from === null ? 1 : compare(number, exact(from));
    const high = to === null ? -1 : compare(number, exact(to));
    return (low > 0 || (low === 0 && fromIncluded)) && (high < 0 || (high === 0 && toIncluded));
  });

/** Points on the straight line between two places; before the first and after the last as there. */
function onLine(through: readonly { at: string; points: string }[], number: Exact): Exact {
  const next = through.findIndex(({ at }) => compare(number, exact(at)) < 0);
  const [low, high] = [through[next - 1], through[next]];
  if (!low || !high) return exact((high ?? through.at(-1))?.points ?? '0');
  const part = divided(minus(number, exact(low.at)), minus(exact(high.at), exact(low.at))) ?? zero;
  return plus(exact(low.points), times(part, minus(exact(high.points), exact(low.points))));
}
