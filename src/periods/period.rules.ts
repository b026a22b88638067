import { liesIn, nameOf } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { point, points, type Point } from '../points.js';
import type { PlanPeriod } from './plan-period.entity.js';
import type { periodWorkflow } from './period.workflow.js';

/** Points against an act on a period: it is of other years, has another name, or is to be closed before it begins. */
export function brokenPeriod(
  plan: Pick<Plan, 'key' | 'year' | 'untilYear' | 'settings'>,
  { period, from }: Pick<PlanPeriod, 'period' | 'from'>,
  { act, on }: { act: keyof typeof periodWorkflow; on: string },
): Point[] {
  if (!liesIn(period, plan, daysOfSeasons(plan.settings)))
    return [point('/period', 'NOT_OF_THE_YEAR', `${period} does not lie in the years of ${plan.key}.`)];
  const name = nameOf(period);
  return points(
    name !== undefined && point('/period', 'PERIOD_HAS_NAME', `${period} is called ${name}.`),
    act === 'closePeriod' && from > on && point('/period', 'NOT_BEGUN', `${period} has not begun on ${on}.`),
  );
}

/** Points against an extension: there is no due day, or the new one is not later than `due`. */
export const brokenExtension = (due: string | null, until: string): Point[] =>
  points(
    due === null && point('/until', 'NO_DUE_DAY', 'The plan sets no due day; set one first (setPlanSettings).'),
    due !== null && until <= due && point('/until', 'NOT_LATER', `${until} is not later than ${due}, the due day now.`),
  );
