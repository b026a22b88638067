import { isDay } from '../day.js';

/** The days a period covers, both included. */
export interface Span {
  from: string;
  to: string;
}

/** Number of days of a span, its first and last included. */
export const daysIn = ({ from, to }: Span): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** First and last day of each season of a plan, `MM-DD`; a season that ends before it begins ends a year later. */
export type Seasons = Readonly<Partial<Record<Season, readonly [from: string, to: string]>>>;

export const seasons = ['SPRING', 'SUMMER', 'AUTUMN', 'WINTER', 'WINTER_SPRING', 'SUMMER_AUTUMN', 'MUA'] as const;
export type Season = (typeof seasons)[number];

/** Word of a season in the name of its period: `2023-2024-winter-spring`. */
export const wordOfSeason = (season: Season): string => season.toLowerCase().replace('_', '-');

/** Season of a part of a period's name, if it is one. */
const seasonOf = (part: string) => seasons.find((season) => wordOfSeason(season) === part);

const lastOfMonth = (year: number | string, month: number | string) =>
  new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);

/** Months in the names of periods: `01` to `12`. */
export const monthNumbers = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));

const months: Readonly<Record<string, readonly [number, number]>> = {
  H1: [1, 6],
  H2: [7, 12],
  '9M': [1, 9],
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
};

/** Crop seasons as the province's calendar has them, roughly; a plan may state its own days. */
const roughly: Readonly<Record<Season, readonly [string, string]>> = {
  SPRING: ['01-01', '05-31'],
  SUMMER: ['05-01', '09-30'],
  AUTUMN: ['08-01', '10-31'],
  WINTER: ['10-01', '12-31'],
  WINTER_SPRING: ['11-01', '05-31'],
  SUMMER_AUTUMN: ['05-01', '09-30'],
  MUA: ['06-01', '11-30'],
};

/** The same for a name of two years, `2022-2023-winter`. */
const overNewYear: Readonly<Partial<Record<Season, readonly [string, string]>>> = {
  WINTER: ['10-01', '01-31'],
  SPRING: ['12-01', '05-31'],
};

const named = /^(\d{4})(?:-(\d{4}))?(?:-(.+))?$/;

/**
 * The days of a period: `2023`, `2023-H1`, `2023-9M`, `2023-Q2`, `2023-06`, the seasons `2023-spring` and
 * `2023-2024-winter-spring`, the school year `2022-2023`, the term `2021-2025`, `2023-03-26/2023-05-19`.
 */
export function spanOf(period: string, days: Seasons = {}): Span {
  const [from = '', to] = period.split('/');
  if (to !== undefined) return { from, to };
  const [, year = '', until, part] = named.exec(period) ?? [];
  if (part === undefined) {
    if (until === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
    // Two years are a school year, from September to May; more are a term.
    return isSchoolYear(period)
      ? { from: `${year}-09-01`, to: `${until}-05-31` }
      : { from: `${year}-01-01`, to: `${until}-12-31` };
  }
  const season = seasonOf(part);
  if (season) {
    const usual = until === undefined ? roughly[season] : (overNewYear[season] ?? roughly[season]);
    return spanOfSeason(days[season] ?? usual, Number(year), until);
  }
  const [first, last] = months[part] ?? [Number(part), Number(part)];
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: lastOfMonth(year, last) };
}

/** `2023-2024-winter` ends in 2024, `2023-winter` in the year it names, unless its days run over New Year. */
function spanOfSeason([from, to]: readonly [string, string], year: number, until: string | undefined): Span {
  const crosses = to < from;
  const last = until === undefined ? (crosses ? year + 1 : year) : Number(until);
  const day = to === '02-29' ? lastOfMonth(last, 2).slice(5) : to;
  return { from: `${year}-${from}`, to: `${last}-${day}` };
}

/** A period as the time that an act is about: a unit is judged by its days. */
export const during = (period: string, days?: Seasons): { period: string } & Span => ({
  period,
  ...spanOf(period, days),
});

const isSchoolYear = (period: string) => {
  const [, begun, ended] = /^(\d{4})-(\d{4})$/.exec(period) ?? [];
  return begun !== undefined && Number(ended) === Number(begun) + 1;
};

/** Years a plan speaks of: one, or several. */
export interface Years {
  year: number;
  /** Last year of several; null: the plan has one year. */
  untilYear?: number | null;
}

/**
 * The period that a plan as a whole is judged for: its year, or its term. Two years are told by their days: `2023-2024`
 * is a school year.
 */
export function periodOf({ year, untilYear }: Years): string {
  if (untilYear == null) return String(year);
  return untilYear === year + 1 ? `${year}-01-01/${untilYear}-12-31` : `${year}-${untilYear}`;
}

/** The days of a plan's year or term. */
export const spanOfYears = ({ year, untilYear }: Years): Span => ({
  from: `${year}-01-01`,
  to: `${untilYear ?? year}-12-31`,
});

/**
 * Whether the calendar of a plan has a period. `2023-02-30/2023-03-05` and the school year `2023-2022` have no day, a
 * season's two years follow each other, and only the plan of a term has terms.
 */
function exists(period: string, { from, to }: Span, { untilYear }: Years): boolean {
  const [, begun, ended, season] = /^(\d{4})-(\d{4})(-.+)?$/.exec(period) ?? [];
  const years = Number(ended) - Number(begun);
  if (begun !== undefined && (season === undefined && untilYear != null ? years < 1 : years !== 1)) return false;
  // A season named by two years whose days do not cross New Year would last longer than one.
  if (season !== undefined && to >= `${ended}${from.slice(4)}`) return false;
  return isDay(from) && isDay(to) && from <= to;
}

/** Whether some day of a period lies in the years of a plan. */
export function touches(period: string, years: Years, days?: Seasons): boolean {
  const span = spanOf(period, days);
  const { from, to } = spanOfYears(years);
  return exists(period, span, years) && span.from <= to && span.to >= from;
}

const inSeason = new RegExp(`-(${seasons.map(wordOfSeason).join('|')})$`);

/** Whether a period may begin in the year before: a crop counts in the year of its harvest, a school year in both. */
export const mayCross = (period: string): boolean => isSchoolYear(period) || inSeason.test(period);

/** Whether every day of a period lies in the years of a plan; of a season its last one, of a school year some. */
export function liesIn(period: string, years: Years, days?: Seasons): boolean {
  const span = spanOf(period, days);
  const { from, to } = spanOfYears(years);
  if (!touches(period, years, days)) return false;
  if (isSchoolYear(period)) return true;
  return span.to <= to && (span.from >= from || mayCross(period));
}

/** Whether a period belongs to another: it lies within it; a season belongs where it ends. */
export function belongs(inner: Span & { crosses: boolean }, outer: Span): boolean {
  return inner.to <= outer.to && (inner.crosses ? inner.to >= outer.from : inner.from >= outer.from);
}

/** Year in which a period ends: of a school year the second. */
export const lastYearOf = (period: string): number => Number(spanOf(period).to.slice(0, 4));

/**
 * Name of an interval that has one: `2023-01-01/2023-03-31` is `2023-Q1`, and three years or more are a term. A season
 * is no name: its days are rough.
 */
export function nameOf(period: string): string | undefined {
  if (!period.includes('/')) return undefined;
  const { from, to } = spanOf(period);
  const [year, until] = [from, to].map((day) => Number(day.slice(0, 4))) as [number, number];
  return calendarOf(year, until).find((each) => spanOf(each).from === from && spanOf(each).to === to);
}

/** The named periods that begin in a year, without its seasons; of several years those that end in `until`. */
const calendarOf = (year: number, until: number): string[] => [
  String(year),
  ...(until > year ? [`${year}-${until}`] : []),
  ...Object.keys(months).map((part) => `${year}-${part}`),
  ...monthNumbers.map((month) => `${year}-${month}`),
];

/** The same period so many years later: `2023-Q2` → `2024-Q2`. */
export function shiftYears(period: string, years: number): string {
  const shifted = period.replace(/\d{4}/g, (year) => String(Number(year) + years));
  return shifted.replace(/(\d{4})-02-29/g, (_, year: string) => lastOfMonth(year, '02'));
}
