import { point, type Point } from '../points.js';
import type { Calendar } from './calendar.view.js';
import type { CalendarGiven } from './round.inputs.js';

/** Days of a calendar in their order, each with the number of days that may be given in its place. */
export const calendarDays = [
  ['nominateBy', 'nominateIn'],
  ['meetBy', 'meetIn'],
  ['decideBy', 'decideIn'],
] as const satisfies readonly (readonly [keyof Calendar, keyof CalendarGiven])[];

/** Calendar of which nothing is planned. */
export const noDays: Calendar = { nominateBy: null, meetBy: null, decideBy: null };

/** Points against a calendar that says a day and the number of days to it. */
export const saidTwice = (given: CalendarGiven): Point[] =>
  calendarDays
    .filter(([by, within]) => given[by] !== undefined && given[within] !== undefined)
    .map(([by, within]) =>
      point(`/calendar/${within}`, 'SAID_TWICE', {
        en: `Say ${by} or ${within}, not both.`,
        vi: `Chỉ ghi một trong hai: ngày (${by}) hoặc số ngày (${within}).`,
      }),
    );
