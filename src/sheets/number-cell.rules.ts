import { canonicalDecimal, decimalPattern } from '../api/decimal.js';

/** Sign before the decimals in most numbers of a table: of those that can be read in one way alone. */
export type DecimalSign = 'COMMA' | 'POINT';

/** How a number was read. */
export type NumberReading = 'PLAIN' | 'DECIMAL_COMMA' | 'DECIMAL_POINT' | 'THOUSANDS';

/** A number as it was typed, and what it may mean: nothing, one value, or several that are asked back. */
export interface NumberCell {
  raw: string;
  /** Readings that are possible, the likelier first: `1.763` is 1763 or 1.763. */
  readings: readonly { value: string; reading: NumberReading }[];
  /** Words or sign behind the number: `triệu đồng`, `%`. */
  unit: string | null;
}

const written =
  /^(?<sign>[-−–+]?)\s*(?<digits>\d(?:[\d., ]*\d)?)\s*(?<unit>[%‰₫$€]|m[23]|\p{L}[\p{L}\p{M}\s/().²³]*)?$/u;

/**
 * Number as people type it in Vietnamese; a `whole` one has only whole readings. `sign`: the sign before the
 * decimals in the table, where it has one.
 */
export function numberCell(
  raw: string,
  { whole = false, sign }: { whole?: boolean; sign?: DecimalSign } = {},
): NumberCell {
  const text = raw.replace(/[\u00a0\u2009\u202f]/g, ' ').trim();
  const { sign: minus = '', digits = '', unit = null } = written.exec(text)?.groups ?? {};
  const negative = minus !== '' && minus !== '+' ? '-' : '';
  const readings = readingsOf(digits, sign)
    .map(({ value, reading }) => ({ value: canonicalDecimal(negative + value.replace(/^0+(?=\d)/, '')), reading }))
    .filter(({ value }) => decimalPattern.test(value) && !(whole && value.includes('.')));
  return { raw, readings, unit: unit?.trim() || null };
}

type Reading = NumberCell['readings'][number];

const grouped = (separator: string) => new RegExp(`^[1-9]\\d{0,2}(${separator}\\d{3})+$`);
const thousands = { '.': grouped('\\.'), ',': grouped(','), ' ': grouped(' ') } as const;
const named = { ',': 'DECIMAL_COMMA', '.': 'DECIMAL_POINT' } as const;

/** Readings of unsigned digits with points, commas and blanks. */
function readingsOf(digits: string, sign: DecimalSign | undefined): Reading[] {
  if (/^\d+$/.test(digits)) return [{ value: digits, reading: 'PLAIN' }];
  const separators = [...new Set(digits.replace(/\d/g, ''))];
  const last = digits.replace(/\d/g, '').at(-1) as '.' | ',' | ' ';
  const [front = '', back = ''] = [
    digits.slice(0, digits.lastIndexOf(last)),
    digits.slice(digits.lastIndexOf(last) + 1),
  ];
  const inGroups = (text: string): Reading[] =>
    Object.values(thousands).some((pattern) => pattern.test(text))
      ? [{ value: text.replace(/\D/g, ''), reading: 'THOUSANDS' }]
      : [];
  if (last === ' ' || digits.split(last).length > 2) return inGroups(digits);
  // Thousands by one sign, decimals by the other.
  if (separators.length > 1)
    return inGroups(front).map(({ value }) => ({ value: `${value}.${back}`, reading: named[last] }));
  const decimal: Reading = { value: `${front}.${back}`, reading: named[last] };
  const [group] = inGroups(digits);
  if (!group)
    return sign === 'COMMA' && last === '.' ? [decimal, { value: front + back, reading: 'THOUSANDS' }] : [decimal];
  if (sign === undefined) return last === '.' ? [group, decimal] : [decimal, group];
  return named[last] === `DECIMAL_${sign}` ? [decimal] : [group];
}

/**
 * The sign before the decimals of a table: that of numbers which have both signs, or a comma that can be nothing else.
 * A point that can be nothing else settles nothing: "0.8" stands beside "1.763" in plans of Vietnam.
 */
export function decimalSignOf(cells: Iterable<string>): DecimalSign | undefined {
  let sign: DecimalSign | undefined;
  for (const cell of cells) {
    const [only, other] = numberCell(cell).readings;
    if (!only || other) continue;
    if (only.reading === 'DECIMAL_COMMA') return 'COMMA';
    if (only.reading === 'DECIMAL_POINT' && cell.includes(',')) sign = 'POINT';
  }
  return sign;
}
