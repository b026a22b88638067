import { compare, fraction, type Fraction } from '../indicators/fraction.js';
import { constantOf, levelsOf, quantityOf } from './quantity.rules.js';
import type { Comparison, Condition } from './scheme.js';
import type { Missing, Note, Taken } from './scored.js';
import type { Book, Scored, Subject } from './subject.rules.js';

/** Whether a condition holds; null: nobody knows, for want of an input. */
export interface Truth {
  holds: boolean | null;
  taken: readonly Taken[];
  missing: readonly Missing[];
  notes: readonly Note[];
}

/** Member that a condition is asked of; `scored`: the lines of the member, once they have points. */
export interface Asking {
  book: Book;
  subject: Subject;
  scored?: (line: string) => Scored | undefined;
}

const comparisons: Readonly<Record<Comparison, (side: -1 | 0 | 1) => boolean>> = {
  AT_LEAST: (side) => side >= 0,
  ABOVE: (side) => side > 0,
  AT_MOST: (side) => side <= 0,
  BELOW: (side) => side < 0,
  EQUAL: (side) => side === 0,
};

const known = (holds: boolean): Truth => ({ holds, taken: [], missing: [], notes: [] });

export function truthOf(asking: Asking, condition: Condition): Truth {
  const { book, subject, scored } = asking;
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
      const line = scored?.(condition.criterion);
      if (!line) return known(false);
      const { node, exact } = line;
      const taken: Taken = { kind: 'SCORE', unit: subject.member.unit, line: node.code, points: node.points };
      return {
        ...compared(exact, condition.is, fraction(condition.than)),
        taken: [taken],
        missing: node.missing,
        notes: [],
      };
    }
    case 'FIGURE': {
      const { quantity, is, than, thanFigure } = condition;
      const read = quantityOf(book, quantity, subject);
      if (thanFigure !== null) {
        const other = levelsOf(book, thanFigure, subject);
        return {
          ...compared(read.number, is, other.number),
          taken: [...read.taken, ...other.taken],
          missing: [...read.missing, ...other.missing],
          notes: [...read.notes, ...other.notes],
        };
      }
      const { taken, missing, notes } = read;
      const bound = constantOf(book.figure(quantity.figure), than ?? '') ?? null;
      return { ...compared(read.number, is, bound), taken, missing, notes };
    }
  }
}

const compared = (a: Fraction | null, is: Comparison, b: Fraction | null): Pick<Truth, 'holds'> => ({
  holds: a === null || b === null ? null : comparisons[is](compare(a, b)),
});

/** All of them: one that fails decides, whatever is not known of the others. */
export function together(truths: readonly Truth[]): Truth {
  const fails = truths.some(({ holds }) => holds === false);
  const open = truths.filter(({ holds }) => holds === null);
  return {
    holds: fails ? false : open.length > 0 ? null : true,
    taken: truths.flatMap(({ taken }) => taken),
    missing: open.flatMap(({ missing }) => missing),
    notes: truths.flatMap(({ notes }) => notes),
  };
}

const not = (truth: Truth): Truth => ({ ...truth, holds: truth.holds === null ? null : !truth.holds });
