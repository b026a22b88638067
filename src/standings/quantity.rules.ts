import Big from 'big.js';
import { dividedBy, fraction, minus, shown, times, type Fraction } from '../indicators/fraction.js';
import { levelOf } from '../indicators/verdict.rules.js';
import type { Quantity, SchemeFigure } from './scheme-rules.js';
import type { FigureGiven, Missing, Note, Taken } from './scored.js';
import { ownerOf, type Book, type Subject } from './subject.rules.js';

/** Inputs that were looked at: those taken, those missing, and notes on them. */
export interface Found {
  taken: readonly Taken[];
  missing: readonly Missing[];
  notes: readonly Note[];
}

export const nothing: Found = { taken: [], missing: [], notes: [] };
export const foundIn = (all: readonly Found[]): Found => ({
  taken: all.flatMap(({ taken }) => taken),
  missing: all.flatMap(({ missing }) => missing),
  notes: all.flatMap(({ notes }) => notes),
});

/** A number that is read from inputs, and all that it came of. */
export interface Read extends Found {
  /** Null: not known. Days and words are numbers, too, in their order. */
  number: Fraction | null;
  /** The number in figures: "120 ÷ 100 × 100". */
  text: string;
}

/** Value and target of a figure. */
export interface Levels extends Read {
  target: Fraction | null;
}

/** Beyond every bound: compares as greater than all numbers, and has no digits. */
const boundless: Fraction = { over: new Big(1), under: new Big(0) };
export const isBoundless = ({ under }: Fraction): boolean => under.eq(0);

/** Decimal of at most six places, as every figure of the program. */
export const digits = (number: Fraction): string => (isBoundless(number) ? '∞' : shown(number, 6));

/** A figure of a member, beside its target. */
export function levelsOf(book: Book, code: string, subject: Subject): Levels {
  const figure = book.figure(code);
  const unknown = { ...nothing, number: null, text: '', target: null };
  if (figure.kind === 'OCCURRENCES') return { ...unknown, ...counted(figure, book, subject) };
  const given = book.given(figure, subject);
  const lacking = (why: Missing['why']): Levels => ({
    ...unknown,
    taken: given ? [{ kind: 'FIGURE', ...given }] : [],
    missing: [{ code, of: ownerOf(figure, subject), why }],
  });
  if (given === undefined) return lacking('NOT_GIVEN');
  if (given.measure !== null && !alike(figure.measure, given.measure)) return lacking('OTHER_MEASURE');
  const level = levelGiven(figure, given);
  if (typeof level === 'string') return lacking(level);
  const target = given.target === null ? null : fraction(given.target);
  return { ...unknown, ...level, target, taken: [{ kind: 'FIGURE', ...given }] };
}

/** The number a formula begins with. */
export function quantityOf(book: Book, { figure, reading }: Quantity, subject: Subject): Read {
  const levels = levelsOf(book, figure, subject);
  const { number, target, text } = levels;
  if (number === null || reading === 'VALUE') return levels;
  const lacking = { ...levels, number: null, text: '' };
  if (target === null)
    return { ...lacking, missing: [{ code: figure, of: subject.member.unit, why: 'NO_TARGET' as const }] };
  if (reading === 'INVERSE' && number.over.lte(0)) return { ...levels, number: boundless, text: '∞' };
  const [over, under] = reading === 'INVERSE' ? [target, number] : [number, target];
  const quotient = dividedBy(reading === 'OVER_TARGET' ? minus(over, under) : over, under);
  if (quotient === undefined)
    return { ...lacking, missing: [{ code: figure, of: subject.member.unit, why: 'NO_BASE' }] };
  const base = digits(target);
  const texts = {
    OF_TARGET: `${text} ÷ ${base}`,
    INVERSE: `${base} ÷ ${text}`,
    OVER_TARGET: `(${text} − ${base}) ÷ ${base}`,
  };
  return { ...levels, number: times(quotient, '100'), text: `${texts[reading]} × 100` };
}

/** A constant beside a figure, in the figure's numbers. Undefined: it is none of its words, days or decimals. */
export function constantOf({ kind, words }: Pick<SchemeFigure, 'kind' | 'words'>, text: string): Fraction | undefined {
  if (kind === 'WORD') return words.includes(text) ? fraction(String(words.indexOf(text))) : undefined;
  if (kind === 'YES_NO') return text === 'YES' ? fraction('1') : text === 'NO' ? fraction('0') : undefined;
  if (kind === 'DAY') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? fraction(text.replaceAll('-', '')) : undefined;
  return /^-?\d+(\.\d+)?$/.test(text) ? fraction(text) : undefined;
}

/** Whether two figures are measured alike. */
export const alike = (a: FigureGiven['measure'], b: FigureGiven['measure']): boolean =>
  a?.unit === b?.unit && a?.factor === b?.factor;

function counted(
  figure: SchemeFigure,
  book: Book,
  subject: Subject,
): Pick<Read, 'number' | 'text' | 'taken' | 'notes'> {
  const occurrences = book.occurrences(figure, subject);
  const unproven = occurrences.filter(({ evidence }) => figure.needsEvidence && evidence.length === 0);
  const exempt = occurrences.filter(({ isExempt }) => isExempt);
  const counting = occurrences.filter((each) => !unproven.includes(each) && !exempt.includes(each));
  const number = fraction(String(counting.reduce((sum, { times }) => sum + times, 0)));
  return {
    number,
    text: digits(number),
    taken: occurrences.map((each) => ({ kind: 'OCCURRENCE', ...each })),
    notes: [...(unproven.length ? ['WITHOUT_EVIDENCE' as const] : []), ...(exempt.length ? ['EXEMPT' as const] : [])],
  };
}

/** The level of a figure, with its digits: a ratio by value and total, several lines by the sums of each. */
function levelGiven(figure: SchemeFigure, given: FigureGiven): Pick<Read, 'number' | 'text'> | Missing['why'] {
  const { value, outOf, lines } = given;
  const weighed = (of: (line: FigureGiven['lines'][number]) => string | null) =>
    lines.reduce((sum, line) => sum.plus(new Big(of(line) ?? 0).times(line.weight)), new Big(0)).toFixed();
  const [over, under] =
    lines.length === 0
      ? [value, outOf]
      : [weighed((line) => line.value), lines[0]?.outOf == null ? null : weighed((line) => line.outOf)];
  if (over === null) return 'NOT_GIVEN';
  if (figure.kind !== 'NUMBER') {
    const number = constantOf(figure, over);
    return number === undefined ? 'NO_VALUE_OF_IT' : { number, text: over };
  }
  if (under !== null && new Big(under).eq(0)) return 'NO_BASE';
  const factor = figure.measure?.factor ?? null;
  const number = levelOf({ measure: { factor } }, { value: over, outOf: under });
  return { number, text: under === null || factor === null ? over : `${over} ÷ ${under} × ${factor}` };
}
