import type { Indicator } from '../indicators/indicator.entity.js';
import { periodOf, touches, type Span } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';

/** Units that may owe reports of indicators, by id, code or kind. `unitIds`: besides those that the indicators name. */
export function reporting(
  indicators: readonly Pick<Indicator, 'reportedBy' | 'responsibleUnitId'>[],
  unitIds: readonly string[],
) {
  const named = indicators.flatMap(({ reportedBy }) => reportedBy ?? []);
  return {
    ids: [...new Set([...indicators.flatMap(({ responsibleUnitId }) => responsibleUnitId ?? []), ...unitIds])],
    codes: named.flatMap(({ units }) => units),
    kinds: named.flatMap(({ kinds }) => kinds),
  };
}

/** Spans, each once. */
export const eachOnce = (spans: readonly Span[]): Span[] => [
  ...new Map(spans.map((span) => [`${span.from} ${span.to}`, span])).values(),
];

/** Points against looking at figures as of a day that lies ahead. */
export const ahead = (asOf: string, on: string): Point[] =>
  points(
    asOf > on &&
      point('/asOf', 'AHEAD', {
        en: `${asOf} lies ahead of ${on}.`,
        vi: `Ngày ${vietnameseDate(asOf)} chưa tới; hôm nay là ${vietnameseDate(on)}.`,
      }),
  );

/** Points against looking at a period of which no day lies in the years of a plan, or a term that is not its own. */
export const ofOtherYears = (period: string, plan: Plan): Point[] =>
  points(
    !touches(period, plan, daysOfSeasons(plan.settings)) &&
      point('/period', 'NOT_OF_THE_YEAR', {
        en: `${period} is no period of a plan of ${periodOf(plan)}.`,
        vi: `Kỳ ${period} không thuộc kế hoạch ${periodOf(plan)}.`,
      }),
  );
