import type { Indicator } from '../indicators/indicator.entity.js';
import {
  monthNumbers,
  periodOf,
  spanOf,
  wordOfSeason,
  type Season,
  type Seasons,
  type Span,
  type Years,
} from '../indicators/period.js';

/** A period by name, and its days. */
export interface Part extends Span {
  period: string;
}

/** Seasons of a plan that names none. */
const usual: readonly Season[] = ['SPRING', 'SUMMER', 'AUTUMN', 'WINTER'];

const named: Readonly<Record<Exclude<Indicator['frequency'], 'SEASONAL'>, readonly string[]>> = {
  MONTHLY: monthNumbers,
  QUARTERLY: ['Q1', 'Q2', 'Q3', 'Q4'],
  HALF_YEARLY: ['H1', 'H2'],
  YEARLY: [''],
};

/** Periods that an indicator is reported for in the years of its plan, in the order of their ends. */
export function partsOf(
  { frequency, seasons }: Pick<Indicator, 'frequency' | 'seasons'>,
  { year, untilYear }: Years,
  days: Seasons = {},
): Part[] {
  const years = Array.from({ length: (untilYear ?? year) - year + 1 }, (_, index) => year + index);
  const ofYear = (of: number) =>
    frequency === 'SEASONAL'
      ? (seasons.length > 0 ? seasons : usual).map((season) => nameOfSeason(season, of, days))
      : named[frequency].map((part) => (part === '' ? String(of) : `${of}-${part}`));
  return inOrder(years.flatMap(ofYear).map((period) => ({ period, ...spanOf(period, days) })));
}

/** Periods of a plan: all that some reported indicator names, each once, in the order of their ends. */
export function calendarOf(
  indicators: readonly Pick<Indicator, 'frequency' | 'seasons' | 'derived'>[],
  plan: Years,
  days: Seasons = {},
): Part[] {
  const parts = indicators.flatMap((each) => (each.derived ? [] : partsOf(each, plan, days)));
  return inOrder([...new Map(parts.map((part) => [part.period, part])).values()]);
}

/** Whether a plan is closed for a period: one of its calendar, a quarter, a half, nine months, or the whole. */
export const isClosable = (period: string, calendar: readonly Part[], plan: Years): boolean =>
  /^\d{4}(-(Q[1-4]|H[12]|9M))?$/.test(period) ||
  period === periodOf(plan) ||
  calendar.some((part) => part.period === period);

/** Parts in the order of their ends; of those with one end the longest first. */
export const inOrder = <Each extends Part>(parts: readonly Each[]): Each[] =>
  parts.toSorted((a, b) => compareText(a.to, b.to) || compareText(a.from, b.from) || compareText(a.period, b.period));

export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A crop that grows over New Year names both years, and is one of the year of its harvest. */
const nameOfSeason = (season: Season, harvest: number, days: Seasons) =>
  spanOf(`${harvest}-${wordOfSeason(season)}`, days).to.startsWith(String(harvest))
    ? `${harvest}-${wordOfSeason(season)}`
    : `${harvest - 1}-${harvest}-${wordOfSeason(season)}`;
