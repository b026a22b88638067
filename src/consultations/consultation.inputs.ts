import { Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, count, day, id } from '../api/shapes.js';
import { SubmitNominations } from '../nominations/several.inputs.js';
import { Consultation, consultationState } from './consultation.entity.js';
import type { ConsultationState } from './consultation.workflow.js';

/** Names a consultation by its id. */
@Parameters()
export class ConsultationAt {
  @Asked(id, 'Id of the consultation.')
  id: string;
}

/** Filters consultations of one record, for an edge. */
@Parameters()
export class ListOwnConsultations extends Paging {
  @Asked(consultationState, 'Only in these states.', { optional: true, list: true })
  state?: ConsultationState[];
}

/** Filters consultations. */
@Parameters()
export class ListConsultations extends ListOwnConsultations {
  @Asked(id, 'Only of these rounds.', { optional: true, list: true })
  round?: string[];

  @Asked(code, 'Only for these award forms.', { optional: true, list: true })
  form?: string[];
}

/** Filters the nominees of a consultation. */
@Parameters()
export class ListListings extends Paging {}

@InputBody('A list that is hung: all nominations for a form in the round whose road asks for it now, but exceptions.')
export class OpenConsultation {
  @Asked(id, 'Id of the round.')
  round: string;

  @AskedAs(SubmitNominations) form: string;
  @AskedAs(SubmitNominations, { optional: true }) except?: string[];
  @AskedAs(SubmitNominations, { optional: true }) unit?: string;
  @AskedAs(Consultation) places: string[];

  @Asked(id, 'Id of the document of the notice (thông báo), recorded before.', { optional: true })
  document?: string;

  @Asked(day, 'Day on which the list is hung; the legal date when left out.', { optional: true })
  firstDay?: string;

  @Asked(count(1, 366), 'Number of days, not fewer than the law asks for; as many when left out.', { optional: true })
  days?: number;
}

@InputBody('The closing of a consultation: nothing more is said.')
export class CloseConsultation {
  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The reason a consultation is cancelled for.')
export class CancelConsultation {
  @Reason()
  reason: string;
}
