import { isDay } from '../day.js';

/** The days a period covers, both included. */
export interface Span {
  from: string;
  to: string;
}

const lastOfMonth = (year: string, month: string) =>
  new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);

const months: Readonly<Record<string, readonly [string, string]>> = {
  H1: ['01', '06'],
  H2: ['07', '12'],
  '9M': ['01', '09'],
  Q1: ['01', '03'],
  Q2: ['04', '06'],
  Q3: ['07', '09'],
  Q4: ['10', '12'],
  // Crop seasons as the province's calendar has them, roughly; a plan that needs exact days writes an interval.
  spring: ['01', '05'],
  summer: ['05', '09'],
  autumn: ['08', '10'],
  winter: ['10', '12'],
};

/**
 * The days of a period: `2023`, `2023-H1`, `2023-9M`, `2023-Q2`, `2023-06`, `2023-spring`, `2022-2023`,
 * `2023-03-26/2023-05-19`.
 */
export function spanOf(period: string): Span {
  const [from = '', to] = period.split('/');
  if (to !== undefined) return { from, to };
  const [year = '', part] = period.split('-');
  if (part === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  // A school year runs from September to May.
  if (/^\d{4}$/.test(part)) return { from: `${year}-09-01`, to: `${part}-05-31` };
  const [first, last] = months[part] ?? [part, part];
  return { from: `${year}-${first}-01`, to: lastOfMonth(year, last) };
}

/**
 * Whether some day of a period lies in a year. A period that no calendar has (`2023-02-30/2023-03-05`, the school year
 * `2022-2025`) has no day.
 */
export function touches(period: string, year: number): boolean {
  const { from, to } = spanOf(period);
  const [, begun, ended] = /^(\d{4})-(\d{4})$/.exec(period) ?? [];
  if (begun !== undefined && Number(ended) !== Number(begun) + 1) return false;
  return isDay(from) && isDay(to) && from <= to && from <= `${year}-12-31` && to >= `${year}-01-01`;
}

/** Whether every day of a period lies in a year; of a school year some. */
export function liesInYear(period: string, year: number): boolean {
  const { from, to } = spanOf(period);
  return touches(period, year) && (/^\d{4}-\d{4}$/.test(period) || (from >= `${year}-01-01` && to <= `${year}-12-31`));
}

/** Name of an interval that has one: `2023-01-01/2023-03-31` is `2023-Q1`. A season is no name: its days are rough. */
export function nameOf(period: string): string | undefined {
  const [year = ''] = period.split('-');
  const named = [
    year,
    ...Object.keys(months).filter((part) => /\d/.test(part)),
    ...Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0')),
  ].map((part) => (part === year ? year : `${year}-${part}`));
  return period.includes('/')
    ? named.find((each) => spanOf(each).from === spanOf(period).from && spanOf(each).to === spanOf(period).to)
    : undefined;
}

/** The same period so many years later: `2023-Q2` → `2024-Q2`. */
export function shiftYears(period: string, years: number): string {
  const shifted = period.replace(/\d{4}/g, (year) => String(Number(year) + years));
  return shifted.replace(/(\d{4})-02-29/g, (_, year: string) => lastOfMonth(year, '02'));
}
