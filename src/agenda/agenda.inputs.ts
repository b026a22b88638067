import { Asked, Parameters } from '../api/asked.js';
import { journaledTypes, type JournaledType } from '../api/kinds.js';
import { Paging } from '../api/lists.js';
import { day, oneTextOf } from '../api/shapes.js';
import { line } from '../api/text-shapes.js';

/** Address of a calendar. */
@Parameters()
export class CalendarAddress {
  @Asked(
    line(200),
    'API key, for programs that send no header; its only scope is agenda:read. The address shows the agenda.',
    { optional: true },
  )
  key?: string;
}

/** Filters the agenda. */
@Parameters()
export class ListAgenda extends Paging {
  @Asked(day, 'Only what is due by this day; without it, also what has no due day.', { optional: true })
  dueBy?: string;

  @Asked(oneTextOf(journaledTypes), 'Only acts on records of these types.', { optional: true, list: true })
  type?: JournaledType[];
}
