import { Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, id, oneOf } from '../api/shapes.js';
import { prose } from '../api/text-shapes.js';
import { Complaint, complaintOutcome, complaintState, type ComplaintOutcome } from './complaint.entity.js';
import type { ComplaintState } from './complaint.workflow.js';

/** Codes by which a complaint after its time is meant. */
export const complaintConfirmations = ['LATE_COMPLAINT'] as const;
export type ComplaintConfirmation = (typeof complaintConfirmations)[number];
const complaintConfirmation = oneOf(
  'ComplaintConfirmation',
  complaintConfirmations,
  'LATE_COMPLAINT: it came after the time of the law, because who complained learned of the decision later, or was ' +
    'prevented.',
);

/** Names a complaint by its id. */
@Parameters()
export class ComplaintAt {
  @Asked(id, 'Id of the complaint.')
  id: string;
}

/** Filters complaints about one award, for an edge. */
@Parameters()
export class ListOwnComplaints extends Paging {
  @Asked(complaintState, 'Only in these states.', { optional: true, list: true })
  state?: ComplaintState[];
}

/** Filters complaints. */
@Parameters()
export class ListComplaints extends ListOwnComplaints {
  @Asked(id, 'Only about this award.', { optional: true })
  award?: string;

  @Asked(code, 'Only about awards of these units and persons.', { optional: true, list: true })
  unit?: string[];
}

@InputBody('A complaint about an award that a decision of the commune gave.')
export class Complain {
  @Asked(id, 'Id of the award.')
  award: string;

  @AskedAs(Complaint, {
    optional: true,
    description: 'Name of who complained; left out: that of `complainantUnit`.',
  })
  complainant?: string;

  @Asked(code, 'Code of who complained, where that is a person or household of the commune.', { optional: true })
  complainantUnit?: string;

  @AskedAs(Complaint, { optional: true, description: 'Day of the complaint; left out: the legal date.' })
  complainedOn?: string;

  @AskedAs(Complaint) text: string;

  @Asked(id, 'Id of the document of the complaint, recorded before.', { optional: true })
  document?: string;

  @Asked(complaintConfirmation, 'Codes of what was asked back (ASKED_BACK) and is meant.', {
    optional: true,
    list: true,
  })
  confirm?: ComplaintConfirmation[];
}

@InputBody('The settlement of a complaint, by a decision. The award itself is changed by an act on the award.')
export class SettleComplaint {
  @Asked(complaintOutcome, 'Outcome of the complaint.')
  outcome: ComplaintOutcome;

  @Asked(prose(2000), 'The conclusion, in words.')
  conclusion: string;

  @Asked(id, 'Id of the decision that settles it, recorded before.')
  document: string;
}

@InputBody('The reason a complaint is withdrawn for.')
export class WithdrawComplaint {
  @Reason()
  reason: string;
}
