import { saidInVietnamese } from '../day.js';
import { inGroups } from '../money/fund.rules.js';

/** Digits as they are said. */
const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const digit = (value: number): string => digits[value] ?? '';

/** Three figures as they are said; behind others, hundreds and tens are said though they are 0. */
function hundreds(value: number, behind: boolean): string[] {
  const [hundred, ten, one] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  if (hundred > 0 || behind) words.push(digit(hundred), 'trăm');
  if (ten > 1) words.push(digit(ten), 'mươi');
  if (ten === 1) words.push('mười');
  if (ten === 0 && one > 0 && words.length > 0) words.push('linh');
  if (one > 0) words.push(one === 1 && ten > 1 ? 'mốt' : one === 5 && ten > 0 ? 'lăm' : digit(one));
  return words;
}

/** Groups of three figures, from the right, up to nine figures. */
const groups = ['', 'nghìn', 'triệu'] as const;

/** A whole number below a billion as it is said: `1005000` → một triệu không trăm linh năm nghìn. */
function millions(value: number, behind: boolean): string[] {
  const parts = [2, 1, 0].map((place) => ({ place, value: Math.floor(value / 1000 ** place) % 1000 }));
  const words: string[] = [];
  for (const part of parts) {
    if (part.value === 0) continue;
    words.push(...hundreds(part.value, behind || words.length > 0));
    if (groups[part.place]) words.push(groups[part.place] ?? '');
  }
  return words;
}

/** A whole number, not negative, as it is said in Vietnamese. */
export function inWords(number: bigint): string {
  if (number === 0n) return digit(0);
  const said = (value: bigint, behind: boolean): string[] => {
    const [high, low] = [value / 1_000_000_000n, Number(value % 1_000_000_000n)];
    const above = high > 0n ? [...said(high, behind), 'tỷ'] : [];
    return [...above, ...millions(low, behind || above.length > 0)];
  };
  return said(number, false).join(' ');
}

/** A text with its first letter in capital. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** An amount of đồng in words, as papers print it behind the figure: "Một triệu tám trăm nghìn đồng". */
export const amountInWords = (amount: string): string => `${capital(inWords(BigInt(amount)))} đồng`;

/** An amount of đồng in figures: `1800000` → "1.800.000". */
export const amountInFigures = (amount: string): string => inGroups(amount, 'vi');

/** A count as offices print it: 7 → "07". */
export const counted = (number: number): string => String(number).padStart(2, '0');

/** Blank that a number or a day is written into by hand. */
export const blank = (characters: number): string => '\u00a0'.repeat(characters);

/** A day as papers print it, 1 and 2 of the months padded (NĐ 30/2020/NĐ-CP): "ngày 05 tháng 01 năm 2024". */
export function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const said = Number(month) < 3 ? month : String(Number(month));
  return `ngày ${date} tháng ${said} năm ${year}`;
}

/** The same with day and month blank. */
export const blankDay = (year: string): string => `ngày${blank(6)}tháng${blank(6)}năm ${year}`;

/** A day of the past as papers cite it, as far as it is known. */
export const dayCited = (day: string): string => (day.length === 10 ? dayInWords(day) : saidInVietnamese(day));

/** A decision as papers cite it: "Quyết định số 07/QĐ-UBND ngày 05 tháng 01 năm 2024". */
export const decisionCited = (numberText: string | null, day: string): string =>
  `Quyết định số ${numberText ?? ''} ${dayCited(day)}`;
