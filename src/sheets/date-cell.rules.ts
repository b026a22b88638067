import { isDay } from '../day.js';

/** A date as it was typed: a day, a month or a year; null where it is none. */
export interface DateCell {
  raw: string;
  value: string | null;
  precision: 'DAY' | 'MONTH' | 'YEAR' | null;
  /** Why it is none, where that can be told. */
  broken?: 'MONTH_FIRST' | 'SHORT_YEAR' | 'NO_SUCH_DAY';
}

const sign = '\\s*[/.-]\\s*';
const forms = {
  iso: /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/,
  short: new RegExp(`^(?<day>\\d{1,2})${sign}(?<month>\\d{1,2})${sign}(?<year>\\d{2}|\\d{4})$`),
  words: /^(?:ngày\s+)?(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})(?:\s+năm|,)?\s+(?<year>\d{4})$/iu,
  month: new RegExp(`^(?:tháng\\s+)?(?<month>\\d{1,2})(?:${sign}|\\s+năm\\s+)(?<year>\\d{4})$`, 'iu'),
  year: /^(?:năm\s+)?(?<year>\d{4})$/iu,
};

/** Date as offices write it: `31/12/2023`, `ngày 31 tháng 12 năm 2023`, `tháng 12/2023`, `2023`; the day first. */
export function dateCell(raw: string): DateCell {
  const text = raw.replace(/[\s\u00a0]+/g, ' ').trim();
  const found = Object.values(forms)
    .map((form) => form.exec(text)?.groups)
    .find((groups) => groups !== undefined);
  const none = { raw, value: null, precision: null };
  if (!found) return none;
  const { year = '', month, day } = found;
  if (year.length === 2) return { ...none, broken: 'SHORT_YEAR' };
  const value = [year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
  if (day === undefined) {
    const isMonth = month === undefined || (Number(month) >= 1 && Number(month) <= 12);
    return isMonth
      ? { raw, value, precision: month === undefined ? 'YEAR' : 'MONTH' }
      : { ...none, broken: 'NO_SUCH_DAY' };
  }
  if (isDay(value)) return { raw, value, precision: 'DAY' };
  return { ...none, broken: Number(month) > 12 && Number(day) <= 12 ? 'MONTH_FIRST' : 'NO_SUCH_DAY' };
}
