import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Language } from '../api/problem.js';
import type { AgendaEntry } from './agenda.view.js';

/** Seconds after which a calendar program asks again. */
const refresh = 3_600;

/**
 * iCalendar (RFC 5545) of entries with a due day: events of a whole day that leave the day free. The stamp of an event
 * is the beginning of the legal date, so that the text is the same until something changes.
 */
export function calendarOf(
  entries: readonly Pick<AgendaEntry, 'id' | 'dueOn' | 'overdue' | Language>[],
  { commune, on, language }: { commune: string; on: string; language: Language },
): string {
  const names = { vi: `Việc cần làm · ${commune}`, en: `Agenda · ${commune}` };
  const late = { vi: 'Quá hạn', en: 'Overdue' };
  const calendar = ical({ name: names[language], method: ICalCalendarMethod.PUBLISH, ttl: refresh });
  for (const { id, dueOn, overdue, [language]: sentence } of entries)
    if (dueOn !== null)
      calendar.createEvent({
        id,
        start: dueOn,
        allDay: true,
        stamp: `${on}T00:00:00Z`,
        summary: overdue ? `${late[language]}: ${sentence}` : sentence,
        transparency: ICalEventTransparency.TRANSPARENT,
      });
  return calendar.toString();
}
