/** Whether the calendar has a day of this form: `2024-02-29` is one, `2023-02-29` is none. */
export function isDay(text: string): boolean {
  const instant = /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** The day so many days later, or earlier for a negative number: `2024-02-28` and 2 → `2024-03-01`. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The day after: `2024-02-29` → `2024-03-01`. */
export const dayAfter = (day: string): string => daysAfter(day, 1);

/** The day before: `2024-03-01` → `2024-02-29`. */
export const dayBefore = (day: string): string => daysAfter(day, -1);

/** Later than every day that is written: the last one of what goes on, to compare. */
export const farthestDay = '9999-12-31';

/** The first day of a date that is known to the day, the month or the year: `1985` → `1985-01-01`. */
export const firstDayOf = (date: string): string => `${date}-01-01`.slice(0, 10);

/** A date as it is said in Vietnamese, as far as it is known: `1985` → `năm 1985`. */
export const saidInVietnamese = (date: string): string =>
  `${['năm', 'tháng', 'ngày'][date.split('-').length - 1]} ${vietnameseDate(date)}`;

/** A day as it is written in Vietnamese: `2024-01-05` → `05/01/2024`. */
export const vietnameseDate = (day: string): string => day.split('-').reverse().join('/');
