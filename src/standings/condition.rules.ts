import { compare, fraction, type Fraction } from '../indicators/fraction.js';
import { constantOf, foundIn, levelsOf, nothing, quantityOf, type Found } from './quantity.rules.js';
import type { Comparison, Condition } from './scheme-rules.js';
import type { ScoreNode, Taken } from './scored.js';
import type { Book, Subject } from './subject.rules.js';

/** Whether a condition holds; null: nobody knows, for want of an input. */
export interface Truth extends Found {
  holds: boolean | null;
}

/** Member that a condition is asked of; `nodes`: the lines of the member by code, once they have points. */
export interface Asking {
  book: Book;
  subject: Subject;
  nodes?: ReadonlyMap<string, ScoreNode>;
}

const comparisons: Readonly<Record<Comparison, (side: -1 | 0 | 1) => boolean>> = {
  AT_LEAST: (side) => side >= 0,
  ABOVE: (side) => side > 0,
  AT_MOST: (side) => side <= 0,
  BELOW: (side) => side < 0,
  EQUAL: (side) => side === 0,
};

export const known = (holds: boolean): Truth => ({ ...nothing, holds });

export function truthOf(asking: Asking, condition: Condition): Truth {
  const { book, subject, nodes } = asking;
  switch (condition.kind) {
    case 'ALL':
      return together(condition.of.map((each) => truthOf(asking, each)));
    case 'ANY':
      return not(together(condition.of.map((each) => not(truthOf(asking, each)))));
    case 'NONE':
      return together(condition.of.map((each) => not(truthOf(asking, each))));
    case 'TRAIT':
      return known(subject.member.traits.includes(condition.trait));
    case 'POINTS': {
      const node = nodes?.get(condition.criterion);
      if (!node) return known(false);
      const { code, points, missing } = node;
      const taken: Taken = { kind: 'SCORE', unit: subject.member.unit, line: code, points };
      const exact = points === null ? null : fraction(points);
      return { holds: compared(exact, condition.is, fraction(condition.than)), taken: [taken], missing, notes: [] };
    }
    case 'FIGURE': {
      const { quantity, is, than, thanFigure } = condition;
      const read = quantityOf(book, quantity, subject);
      const other = thanFigure === null ? undefined : levelsOf(book, thanFigure, subject);
      const bound = other ? other.number : (constantOf(book.figure(quantity.figure), than ?? '') ?? null);
      return { ...foundIn(other ? [read, other] : [read]), holds: compared(read.number, is, bound) };
    }
  }
}

const compared = (a: Fraction | null, is: Comparison, b: Fraction | null): Truth['holds'] =>
  a === null || b === null ? null : comparisons[is](compare(a, b));

/** All of them: one that fails decides, whatever is not known of the others; nothing is missing then. */
export function together(truths: readonly Truth[]): Truth {
  const fails = truths.some(({ holds }) => holds === false);
  const open = truths.filter(({ holds }) => holds === null);
  return {
    ...foundIn(truths),
    missing: fails ? [] : foundIn(open).missing,
    holds: fails ? false : open.length > 0 ? null : true,
  };
}

const not = (truth: Truth): Truth => ({ ...truth, holds: truth.holds === null ? null : !truth.holds });
