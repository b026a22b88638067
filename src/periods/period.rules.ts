import type { Plan } from '../indicators/plan.entity.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { brokenPeriod } from '../indicators/reportable.rules.js';
import { vietnameseDate } from '../day.js';
import type { Bound } from '../journal/bound.rules.js';
import { point, points, type Point } from '../points.js';
import type { PlanPeriod } from './plan-period.entity.js';
import type { periodWorkflow } from './period.workflow.js';

/** Points against an act on a period: it is of other years, has another name, or is to be closed before it begins. */
export function brokenAct(
  plan: Pick<Plan, 'year' | 'untilYear' | 'settings'>,
  { period, from }: Pick<PlanPeriod, 'period' | 'from'>,
  { act, on }: { act: keyof typeof periodWorkflow; on: string },
): Point[] {
  return points(
    brokenPeriod(period, { ...plan, days: daysOfSeasons(plan.settings) }, '/period'),
    act === 'closePeriod' &&
      from > on &&
      point('/period', 'NOT_BEGUN', {
        en: `${period} has not begun on ${on}.`,
        vi: `Ngày ${vietnameseDate(on)} kỳ ${period} chưa bắt đầu.`,
      }),
  );
}

/** A period is closed no earlier than it was reopened, and reopened no earlier than it was closed. */
export function notBefore(
  { closedOn, reopenedOn }: Pick<PlanPeriod, 'closedOn' | 'reopenedOn'>,
  act: keyof typeof periodWorkflow,
): Bound | null {
  if (act === 'reopenPeriod' && closedOn !== null) return { day: closedOn, of: 'CLOSING' };
  return act === 'closePeriod' && reopenedOn !== null ? { day: reopenedOn, of: 'REOPENING' } : null;
}

/** Points against an extension: there is no due day, or the new one is not later than `due`, or is over. */
export const brokenExtension = (due: string | null, until: string, on: string): Point[] =>
  points(
    due === null && point('/until', 'NO_DUE_DAY', 'The plan sets no due day; set one in its settings first.'),
    due !== null &&
      until <= due &&
      point('/until', 'NOT_LATER', {
        en: `${until} is not later than ${due}, the due day now.`,
        vi: `Hạn ${vietnameseDate(until)} không sau hạn hiện nay, ${vietnameseDate(due)}.`,
      }),
    until < on &&
      point('/until', 'OVER', {
        en: `${until} is over on ${on}.`,
        vi: `Hạn ${vietnameseDate(until)} đã qua; hãy chọn từ ${vietnameseDate(on)} trở đi.`,
      }),
  );
