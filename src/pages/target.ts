import type { Language } from '../api/problem.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { shown } from '../indicators/fraction.js';
import { levelOf, type Figure } from '../indicators/verdict.rules.js';
import { changes, comparators, values } from './board-words.data.js';
import { inDigits } from './digits.js';

type Measured = Pick<Indicator, 'measure'>;

/** A display unit after a figure: `75%`, `171,9 ha`. */
const withUnit = (figure: string, { measure: { displayUnit } }: Measured) =>
  `${figure}${displayUnit.startsWith('%') ? '' : ' '}${displayUnit}`;

/** The target as a document prints it: `1.763 con`, `50 triệu đồng/người/năm`, `6/6 khu dân cư`. */
export function targetInWords(indicator: Indicator, language: Language): string {
  const { comparator, basis, target, upperTarget, outOf, targetText, measure } = indicator;
  const word = comparators[comparator][language];
  if (basis === 'NOT_WORSE') return changes[basis][language];
  if (target === null) return `${word}${targetText ?? ''}`.trim();
  const digits = (figure: string) => inDigits(figure, language, measure.scale);
  const upper = upperTarget === null ? '' : `${language === 'vi' ? ' đến ' : ' to '}${digits(upperTarget)}`;
  const total = outOf === null ? '' : `/${digits(outOf)}`;
  const before = `${word}${changes[basis][language]}`;
  if (basis === 'GROWTH') return `${before}${inDigits(target, language)}%`;
  if (basis === 'MULTIPLE') return `${before}${inDigits(target, language)}${language === 'vi' ? ' lần' : ''}`;
  return withUnit(`${before}${digits(target)}${upper}${total}`, indicator);
}

/** A target that a shorter period has of its own: `40 ha`. */
export const levelInWords = (target: string, indicator: Measured, language: Language): string =>
  withUnit(inDigits(target, language, indicator.measure.scale), indicator);

/** A figure, without its unit: `172`, `6/6`, of a ratio its level, `75,36`; a grade or state is its own word. */
export function figureInWords(figure: Figure, indicator: Measured, language: Language): string {
  const { value, outOf } = figure;
  const { measure } = indicator;
  if (!isNumber(value)) return values[value]?.[language] ?? value;
  if (outOf !== null && measure.factor === null)
    return `${inDigits(value, language, measure.scale)}/${inDigits(outOf, language, measure.scale)}`;
  return inDigits(shown(levelOf(indicator, figure), 2 + Math.max(0, measure.scale)), language, measure.scale);
}

/** Level of a figure for a drawing; null for a word. */
export const heightOf = (figure: Figure | null, indicator: Measured): number | null =>
  figure === null || !isNumber(figure.value) ? null : Number(shown(levelOf(indicator, figure), 6));

const isNumber = (value: string) => /^-?\d/.test(value) && !Number.isNaN(Number(value));
