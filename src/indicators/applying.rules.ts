import { vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';
import type { Indicator } from './indicator.entity.js';
import { spanOfYears, type Years } from './period.js';
import type { Plan } from './plan.entity.js';

/** Whether an indicator no longer applies on a day. */
export const isRetired = ({ retiredOn }: Pick<Indicator, 'retiredOn'>, day: string): boolean =>
  retiredOn !== null && retiredOn <= day;

/** Whether an indicator applies on a day, or did before. */
export const hasBegun = ({ appliesFrom }: Pick<Indicator, 'appliesFrom'>, day: string): boolean =>
  appliesFrom === null || appliesFrom <= day;

/**
 * First day of an indicator that is added and states none: in an issued plan the day of the act. Null, from the
 * beginning of the plan: in a draft, and on a day outside its years, when only what was forgotten is added.
 */
export function beginOf(plan: Years & Pick<Plan, 'state'>, on: string): string | null {
  const { from, to } = spanOfYears(plan);
  return plan.state !== 'DRAFT' && on >= from && on <= to ? on : null;
}

/** Points against a first day outside the years of the plan. */
export function brokenBegin({ appliesFrom }: Pick<Indicator, 'appliesFrom'>, years: Years): Point[] {
  const { from, to } = spanOfYears(years);
  return points(
    appliesFrom !== null &&
      (appliesFrom < from || appliesFrom > to) &&
      point('/appliesFrom', 'NOT_OF_THE_YEAR', {
        en: `${appliesFrom} lies outside the plan, ${from} to ${to}.`,
        vi: `Ngày ${vietnameseDate(appliesFrom)} ngoài kế hoạch, từ ${vietnameseDate(from)} đến ${vietnameseDate(to)}.`,
      }),
  );
}
