import { Amends, Asked, AskedAs, InputBody, Reason } from '../api/asked.js';
import { code, id } from '../api/shapes.js';
import { reasonText } from '../api/text-shapes.js';
import { Meeting } from '../councils/meeting.entity.js';
import { RecordDocument } from '../documents/document.inputs.js';

/** A meeting to be convened. */
@InputBody('A meeting to be convened on appraised nominations.')
export class ConveneMeeting {
  @Asked(code, 'Code of the body (unit).')
  council: string;

  @AskedAs(Meeting) heldOn: string;
  @AskedAs(Meeting, { optional: true }) place?: string;

  @Asked(id, 'Ids of the nominations, in the order of the agenda.', { list: true, atMost: 2_000 })
  nominations: string[];
}

@InputBody('Changes of a convened meeting: absent keeps, null clears; the agenda is given whole.')
export class AmendMeeting {
  @Amends(ConveneMeeting, { description: 'Day of the meeting, until its attendance is recorded.' }) heldOn?: string;
  @Amends(ConveneMeeting, { clearable: true }) place?: string | null;
  @Amends(ConveneMeeting) nominations?: string[];
}

@InputBody('The reason a meeting is reopened for, and what is counted again.')
export class ReopenMeeting {
  @Reason()
  reason: string;

  @Asked(id, 'Ids of the nominations on which votes are counted again; the other counts stay.', {
    list: true,
    optional: true,
    atMost: 2_000,
  })
  recount?: string[];
}

@InputBody('The minutes that close a meeting.')
export class CloseMeeting {
  @Asked(id, 'Id of the document of the minutes, with its file.')
  minutes: string;

  @AskedAs(RecordDocument, { optional: true, description: 'Number of the minutes as printed; left out: as recorded.' })
  number?: number;

  @AskedAs(RecordDocument, { optional: true }) numberSuffix?: string;

  @Asked(reasonText, 'Why the number is not the one that the minutes are recorded under; required then.', {
    optional: true,
  })
  reason?: string;
}
