import { Big } from 'big.js';
import { normalize } from '../database/text.js';
import type { Direction } from '../indicators/indicator.entity.js';
import type { Comparator, MeasureUnit } from '../indicators/indicator-members.view.js';
import { decimalSignOf, numberCell, type DecimalSign } from '../sheets/number-cell.rules.js';

/** Measure of an indicator as its unit is printed: "triệu đồng/người/năm". */
export interface PrintedMeasure {
  unit: MeasureUnit;
  displayUnit: string;
  scale: number;
}

/** Target as it is printed, in the base unit of its measure. */
export interface PrintedTarget {
  measure: PrintedMeasure;
  comparator: Comparator;
  direction: Direction;
  target: string | null;
  upperTarget: string | null;
  targetText: string | null;
}

/** Beginnings of printed units, the longest first, with the base unit and its power of ten. */
const units: readonly (readonly [RegExp, MeasureUnit, number])[] = [
  [/^(?:%|phần trăm)/u, 'PERCENT', 0],
  [/^(?:tỷ đồng|tỉ đồng)/u, 'VND', 9],
  [/^(?:triệu đồng|trđ|tr\.đ|tr\.đồng)/u, 'VND', 6],
  [/^(?:nghìn đồng|ngàn đồng|1\.?000 đồng)/u, 'VND', 3],
  [/^(?:đồng|vnđ)/u, 'VND', 0],
  [/^(?:ha|hecta|héc-?ta)(?![\p{L}])/u, 'HECTARE', 0],
  [/^tấn/u, 'TONNE', 0],
  [/^(?:km|ki-?lô-?mét)(?![\p{L}])/u, 'KILOMETRE', 0],
  [/^con(?![\p{L}])/u, 'HEAD', 0],
  [/^(?:hộ|gia đình)/u, 'HOUSEHOLD', 0],
  [/^(?:người|lao động|học sinh|hội viên|đoàn viên|trẻ)/u, 'PERSON', 0],
  [/^(?:khu dân cư|thôn|xóm|tổ dân phố|bản)(?![\p{L}])/u, 'AREA', 0],
  [/^mô hình/u, 'MODEL', 0],
];

const plain = (text: string) => normalize(text).toLowerCase().replace(/\s+/g, ' ').trim();

/** The measure of a printed unit; one that no rule knows is counted as it is printed. */
export function measureOf(printed: string): PrintedMeasure {
  const [, unit, scale] = units.find(([begins]) => begins.test(plain(printed))) ?? [null, 'NUMBER', 0];
  return { unit: unit as MeasureUnit, displayUnit: printed.trim(), scale: scale as number };
}

const number = String.raw`\d(?:[\d.,]*\d)?`;
const comparators: readonly (readonly [RegExp, Comparator, Direction])[] = [
  [/≥|>=|tối thiểu|ít nhất|không dưới|trở lên/u, 'AT_LEAST', 'UP'],
  [/≤|<=|không quá|tối đa|không vượt|trở xuống/u, 'AT_MOST', 'DOWN'],
  [/>|trên|hơn|vượt/u, 'ABOVE', 'UP'],
  [/<|dưới|thấp hơn/u, 'BELOW', 'DOWN'],
];
const range = new RegExp(`^(?:từ |đạt |khoảng )*(${number})\\s*(?:-|–|đến)\\s*(${number})`, 'u');
/** A change needs its baseline and its kind: a person says which. */
const change = /tăng|giảm|bằng năm|so với/u;

/**
 * Target as people print it: "1.763", "≥ 95", "từ 95% trở lên", "không quá 1", "10 - 12", "Hoàn thành". Undefined for
 * one that only a person can read: a change, a number with two readings.
 */
export function printedTarget(
  text: string,
  { unit, sign }: { unit: string | undefined; sign: DecimalSign | undefined },
): PrintedTarget | undefined {
  const words = plain(text);
  const figures = words.match(new RegExp(number, 'gu')) ?? [];
  if (figures.length === 0) return inWords(text);
  const behind = words.replace(/^.*\d\s*/u, '').replace(/\s*(?:trở lên|trở xuống).*$/u, '');
  const measure = measureOf(unit ?? (behind === '' ? 'đơn vị' : behind));
  const read = (figure: string) => inBaseUnit(figure, measure, sign ?? decimalSignOf(figures));
  const between = range.exec(words);
  if (change.test(words) || figures.length > (between ? 2 : 1)) return undefined;
  const [comparator, direction] = between
    ? (['BETWEEN', 'UP'] as const)
    : ((comparators.find(([sign]) => sign.test(words))?.slice(1) as [Comparator, Direction] | undefined) ??
      (['AT_LEAST', 'UP'] as const));
  const [target, upperTarget] = [between?.[1] ?? figures[0] ?? '', between?.[2]].map((each) => each && read(each));
  if (target === undefined || (between && upperTarget === undefined)) return undefined;
  return { measure, comparator, direction, target: target || null, upperTarget: upperTarget ?? null, targetText: null };
}

const inWords = (text: string): PrintedTarget => ({
  measure: { unit: 'STATE', displayUnit: 'trạng thái', scale: 0 },
  comparator: 'ACHIEVE',
  direction: 'HOLD',
  target: null,
  upperTarget: null,
  targetText: text.trim(),
});

/** A printed figure in the base unit; undefined for one with two readings. */
function inBaseUnit(text: string, { scale }: PrintedMeasure, sign: DecimalSign | undefined): string | undefined {
  const [only, other] = numberCell(text, { sign }).readings;
  return only && !other ? new Big(only.value).times(new Big(10).pow(scale)).toFixed() : undefined;
}
