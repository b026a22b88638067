import type { Language } from '../api/problem.js';
import { vietnameseDate } from '../day.js';

const seasons: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  spring: ['vụ xuân', 'spring crop'],
  summer: ['vụ hè', 'summer crop'],
  autumn: ['vụ thu', 'autumn crop'],
  winter: ['vụ đông', 'winter crop'],
  'winter-spring': ['vụ đông xuân', 'winter-spring crop'],
  'summer-autumn': ['vụ hè thu', 'summer-autumn crop'],
  mua: ['vụ mùa', 'mùa crop'],
};

const parts: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  H1: ['6 tháng đầu năm', 'first half of'],
  H2: ['6 tháng cuối năm', 'second half of'],
  '9M': ['9 tháng đầu năm', 'first nine months of'],
  Q1: ['quý I năm', 'first quarter of'],
  Q2: ['quý II năm', 'second quarter of'],
  Q3: ['quý III năm', 'third quarter of'],
  Q4: ['quý IV năm', 'fourth quarter of'],
  ...seasons,
};

/** A day as a language writes it: `05/01/2024`, `5 January 2024`. */
export const dayInWords = (day: string, language: Language): string =>
  language === 'vi'
    ? vietnameseDate(day)
    : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));

/** A month as a language says it: `2024-01` → `tháng 1 năm 2024`, `January 2024`. */
export const monthInWords = (month: string, language: Language): string =>
  language === 'vi'
    ? `tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`
    : new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        Date.parse(`${month}-01`),
      );

/** A period as people say it: `2023-H1` → `6 tháng đầu năm 2023`, `first half of 2023`. */
export function periodInWords(period: string, language: Language): string {
  const at = language === 'vi' ? 0 : 1;
  const [from = '', to] = period.split('/');
  if (to !== undefined) {
    const [first, last] = [dayInWords(from, language), dayInWords(to, language)];
    return language === 'vi' ? `từ ${first} đến ${last}` : `${first} to ${last}`;
  }
  const [, years = '', until, part] = /^(\d{4})(?:-(\d{4}))?(?:-(.+))?$/.exec(period) ?? [];
  const named = until === undefined ? years : `${years}–${until}`;
  if (part === undefined) {
    if (until === undefined) return language === 'vi' ? `năm ${named}` : named;
    const isSchoolYear = Number(until) === Number(years) + 1;
    return `${isSchoolYear ? ['năm học', 'school year'][at] : ['giai đoạn', 'years'][at]} ${named}`;
  }
  const said = parts[part];
  return said ? `${said[at]} ${named}` : monthInWords(period, language);
}
