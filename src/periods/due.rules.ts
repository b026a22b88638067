import { daysAfter } from '../day.js';
import { isPeriodOf } from '../indicators/frequency.rules.js';
import { spanOf, type Seasons, type Span } from '../indicators/period.js';
import type { DueIn, PlanSettings } from '../indicators/plan-settings.view.js';
import { compareText, inOrder, type Part } from './calendar.rules.js';
import type { HolidayKind } from './holiday.entity.js';

/** Days of a commune that are not as the week has them. */
export type Holidays = ReadonlyMap<string, HolidayKind>;

/** Whether a day is worked: by what is set for it, else from Monday to Friday. */
export function isWorked(day: string, holidays: Holidays): boolean {
  const set = holidays.get(day);
  if (set !== undefined) return set === 'WORKING';
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * Day on which a time ends that is counted from the day after another, forwards or backwards, in calendar or working
 * days; a last day that is not worked moves it to the next that is (Civil Code 2015, articles 147, 148).
 */
export function dayAfter(
  from: string,
  { days, countedIn }: { days: number; countedIn: DueIn },
  holidays: Holidays,
): string {
  let day = countedIn === 'CALENDAR' ? daysAfter(from, days) : from;
  for (let left = countedIn === 'WORKING' ? Math.abs(days) : 0; left > 0; left -= isWorked(day, holidays) ? 1 : 0)
    day = daysAfter(day, Math.sign(days));
  while (!isWorked(day, holidays)) day = daysAfter(day, 1);
  return day;
}

type Dues = Pick<PlanSettings, 'dueDays' | 'dueIn' | 'dueByFrequency'>;

/**
 * Last day on which a report is on time: so many days after the last of its period, or before it, calendar or working
 * ones, as set for the frequency of the period, else for the plan; a day that is not worked moves it to the next that
 * is. Days are legal dates: 23:30 of the due day is on time. Null: none is set.
 */
export function dueDayOf(
  { period, to }: Pick<Part, 'period' | 'to'>,
  settings: Dues,
  holidays: Holidays,
): string | null {
  const ofFrequency = settings.dueByFrequency.find(({ frequency }) => isPeriodOf(period, frequency));
  const { dueDays, dueIn } = ofFrequency ?? settings;
  return dueDays === null ? null : dayAfter(to, { days: dueDays, countedIn: dueIn }, holidays);
}

/**
 * First day that a due day may depend on, of a period that ends on a day: twice as many days before hold the working
 * ones.
 */
export function countedFrom(to: string, { dueDays, dueByFrequency }: Dues): string {
  const days = [dueDays, ...dueByFrequency.map((each) => each.dueDays)];
  return daysAfter(to, 2 * Math.min(0, ...days.map((each) => each ?? 0)));
}

/** An extension of a due day; `unitId` null: for all units. */
export interface DueExtension {
  unitId: string | null;
  until: string;
}

/** The due day of one unit with its extensions, the latest; `unitId` null: of those that have none of their own. */
export function dueDayFor(
  due: string | null,
  extensions: readonly DueExtension[],
  unitId: string | null,
): string | null {
  if (due === null) return null;
  const untils = extensions.flatMap((each) => (each.unitId === null || each.unitId === unitId ? each.until : []));
  return [due, ...untils].sort().at(-1) ?? due;
}

/** How a report stands in time on the day of its submission. */
export interface Timeliness {
  dueOn: string | null;
  /** Null: there is no due day to be late for. */
  late: boolean | null;
  estimate: boolean;
}

/** A report before the last day of its period is an estimate (ước thực hiện); one after its due day is late. */
export const timelinessOf = (on: string, { to }: Pick<Span, 'to'>, dueOn: string | null): Timeliness => ({
  dueOn,
  late: dueOn === null ? null : on > dueOn,
  estimate: on < to,
});

/**
 * Whether a correction keeps the lateness of a report: not that of an estimate, since the correction is the final
 * figure; where reports are due before the end of the period, the estimate is what was due.
 */
export const keepsLateness = (
  { estimate, dueOn }: { estimate: boolean | null; dueOn: string | null },
  { to }: Pick<Span, 'to'>,
): boolean => estimate !== true || (dueOn !== null && dueOn < to);

/**
 * Report from which `dueOn` and `late` of another are copied: itself, once it was submitted; of a correction the
 * report it corrects, where `keepsLateness` says so. Undefined: it is judged by its own day.
 */
export function judgedBefore<Judged extends { estimate: boolean | null; dueOn: string | null }>(
  report: Judged & { submittedOn: string | null },
  corrected: Judged | undefined,
  span: Pick<Span, 'to'>,
): Judged | undefined {
  if (report.submittedOn !== null) return report;
  return corrected && keepsLateness(corrected, span) ? corrected : undefined;
}

/** Periods in the order they are reopened: the last end first; of one end the longest. */
export const inOrderOfReopening = (periods: readonly string[], seasons: Seasons): Part[] =>
  inOrder(periods.map((period) => ({ period, ...spanOf(period, seasons) }))).sort((a, b) => compareText(b.to, a.to));

/**
 * The closed period that freezes another; null: none. A period is frozen when it ends by the last day of a closed one:
 * what is cumulated up to that day counts it. The answer is the one to be reopened first.
 */
export function frozenBy(period: string, closed: readonly string[], seasons: Seasons): string | null {
  const [last] = inOrderOfReopening(closed, seasons);
  return last && spanOf(period, seasons).to <= last.to ? last.period : null;
}

/** The closed period that must be reopened before another is closed or reopened; null: none. */
export function outlastedBy(period: string, closed: readonly string[], seasons: Seasons): string | null {
  const [last] = inOrderOfReopening([...closed, period], seasons);
  return last && last.period !== period ? last.period : null;
}
