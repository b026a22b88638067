import { Asked, Body } from '../api/asked.js';
import { code, day, id, text } from '../api/shapes.js';

/** A meeting to be convened. */
@Body('A meeting to be convened on appraised nominations.')
export class ConveneMeeting {
  @Asked(code, 'Code of the body (unit).')
  council: string;

  @Asked(day, 'Day it is held on.')
  heldOn: string;

  @Asked(text(200), 'Where it is held.', { optional: true })
  place?: string;

  @Asked(id, 'Ids of the nominations, in the order of the agenda.', { list: true })
  nominations: string[];
}

/** What closes a meeting. */
@Body('What closes a meeting.')
export class CloseMeeting {
  @Asked(id, 'Id of the document of the minutes, with its file.')
  minutes: string;
}
