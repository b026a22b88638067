import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { HolidaysService } from '../periods/holidays.service.js';
import { refuse } from '../refusals.js';
import { calendarDays, noDays, saidTwice } from './calendar.rules.js';
import type { Calendar } from './calendar.view.js';
import type { CalendarGiven } from './round.inputs.js';

/** Calendars of rounds, given as days or as numbers of days. */
@Injectable()
export class CalendarsService {
  constructor(private readonly holidays: HolidaysService) {}

  /**
   * The days of a calendar over those of before; a number of days is counted from the planned day before it, the first
   * from the opening. Part of another module's write. Refusal: RULE for a day that is said twice.
   */
  async planned(
    reach: Reach,
    given: CalendarGiven,
    { openedOn, before = noDays }: { openedOn: string; before?: Calendar },
  ): Promise<Calendar> {
    refuse(saidTwice(given));
    const calendar = { ...before };
    let from = openedOn;
    for (const [by, within] of calendarDays) {
      const { [by]: day = calendar[by], [within]: days, countedIn = 'CALENDAR' } = given;
      calendar[by] = days === undefined ? day : await this.holidays.dayAfter(reach, from, { days, countedIn });
      from = calendar[by] ?? from;
    }
    return calendar;
  }
}
