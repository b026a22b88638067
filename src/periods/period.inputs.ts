import { Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, countInQuery, day, period } from '../api/shapes.js';
import { Holiday, type HolidayKind } from './holiday.entity.js';
import { Extension } from './plan-period.entity.js';

/** Names a period of a plan. */
@Parameters()
export class PeriodAt {
  @Asked(period, 'Period: "2023-Q2".')
  period: string;
}

@InputBody('A later due day of a period.')
export class ExtendDeadline {
  @Asked(code, 'Code of the unit; left out: for all units.', { optional: true })
  unit?: string;

  @AskedAs(Extension) until: string;

  @Reason()
  reason: string;
}

@InputBody('The reason a period is closed for.')
export class ClosePeriod {
  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The reason a period is reopened for.')
export class ReopenPeriod {
  @Reason()
  reason: string;
}

/** Filters holidays. */
@Parameters()
export class ListHolidays extends Paging {
  @Asked(countInQuery(1900, 2200), 'Only of this year.', { optional: true })
  year?: number;
}

/** Names a day of a commune. */
@Parameters()
export class HolidayAt {
  @Asked(day, 'Day: "2024-04-30".')
  day: string;
}

@InputBody('A day that is not as the week has it.')
export class SetHoliday {
  @AskedAs(Holiday) name: string;
  @AskedAs(Holiday) kind: HolidayKind;
}
