import Big from 'big.js';
import { figurePattern } from '../api/decimal.js';
import { isDay } from '../day.js';
import { point, points, type Point } from '../points.js';
import { constantOf } from './quantity.rules.js';
import { inEach } from './scheme-codes.rules.js';
import type { SchemeFigure } from './scheme-rules.js';

interface Ratio {
  value: string | null;
  outOf: string | null;
}

/** A figure as a score sheet, or a table, gives it. */
export interface FigureValue extends Ratio {
  target: string | null;
  lines?: readonly Ratio[];
}

/** Whether a text is a value of a figure: a decimal, YES or NO, a day of the calendar, a word of its own. */
const isValueOf = (figure: SchemeFigure, text: string): boolean => {
  if (figure.kind === 'DAY') return isDay(text);
  return figure.kind === 'NUMBER' ? figurePattern.test(text) : constantOf(figure, text) !== undefined;
};

/** Points against a figure: occurrences, no value of its kind, a total that does not count or is none. */
export function brokenValue(
  figure: SchemeFigure,
  { value, outOf, target, lines = [] }: FigureValue,
  at: string,
): Point[] {
  const { code, kind } = figure;
  const isPlain = outOf === null && target === null && lines.length === 0;
  if (kind === 'OCCURRENCES' || (kind !== 'NUMBER' && !isPlain))
    return [
      point(`${at}/figure`, 'FIGURE_KIND', {
        en: `"${code}" is a ${kind}: occurrences have their own list; only a NUMBER has total, target, lines.`,
        vi: `"${code}" có dạng ${kind}: lượt phát sinh ghi ở "occurrences"; chỉ NUMBER có tổng, mức giao, dòng.`,
      }),
    ];
  return points(
    (value === null) === (lines.length === 0) &&
      point(`${at}/value`, 'ONE_BOUND', {
        en: 'A figure has one value, or lines.',
        vi: 'Số liệu có một giá trị, hoặc có các dòng; chỉ một trong hai.',
      }),
    value !== null &&
      !isValueOf(figure, value) &&
      point(`${at}/value`, 'NOT_OF_FIGURE', {
        en: `"${value}" is no value of "${code}".`,
        vi: `"${value}" không phải giá trị của số liệu "${code}".`,
      }),
    brokenTotal(figure, { value, outOf }, at),
    inEach(lines, `${at}/lines`, (line, pointer) =>
      points(
        brokenTotal(figure, line, pointer),
        (line.outOf === null) !== (lines[0]?.outOf == null) &&
          point(`${pointer}/outOf`, 'OUT_OF_MISSING', {
            en: 'All lines have a total, or none.',
            vi: 'Mọi dòng đều có tổng số, hoặc không dòng nào có.',
          }),
      ),
    ),
  );
}

const isZero = (text: string | null): boolean => text !== null && figurePattern.test(text) && new Big(text).eq(0);

/** Points against a total: of a figure that is no ratio, or of 0 where something arose. */
const brokenTotal = ({ code, measure }: SchemeFigure, { value, outOf }: Ratio, at: string): Point[] =>
  points(
    outOf !== null &&
      measure?.factor == null &&
      point(`${at}/outOf`, 'OUT_OF_UNASKED', {
        en: `"${code}" has no factor: a total would not count.`,
        vi: `"${code}" không có hệ số tỷ lệ trong thang điểm: không ghi tổng số.`,
      }),
    outOf !== null &&
      (new Big(outOf).lt(0) || (isZero(outOf) && !isZero(value))) &&
      point(`${at}/outOf`, 'POSITIVE', {
        en: 'The total must be above 0; where nothing arose, 0 of 0.',
        vi: 'Tổng số phải lớn hơn 0; không phát sinh thì ghi 0 trên 0.',
      }),
  );
