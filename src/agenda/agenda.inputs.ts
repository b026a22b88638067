import { Asked, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { day } from '../api/shapes.js';
import type { AgendaType } from './agenda-acts.data.js';
import { agendaType } from './agenda.view.js';

/** Filters the agenda. */
@Parameters()
export class ListAgenda extends Paging {
  @Asked(day, 'Only what is due by this day; without it, also what has no due day.', { optional: true })
  dueBy?: string;

  @Asked(agendaType, 'Only acts on records of these types.', { optional: true, list: true })
  type?: AgendaType[];
}
