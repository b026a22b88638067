import { Asked, AskedAs, InputBody } from '../api/asked.js';
import { code, day, id } from '../api/shapes.js';
import { reasonText } from '../api/text-shapes.js';
import { Outcome, type OutcomeOfForwarding } from './outcome.entity.js';

@InputBody('The forwarding of a nomination to a superior, with its dossier.')
export class ForwardNomination {
  @Asked(id, 'Id of the document of the proposal (tờ trình).')
  document: string;

  @Asked(
    code,
    'Key of the superior; left out: by the level of the authority, the nearest for the district, ' +
      'the highest for others.',
    { optional: true },
  )
  to?: string;
}

@InputBody('The receipt of a nomination by the superior it was forwarded to.')
export class ReceiveNomination {
  @Asked(day, 'Day on which the superior received the dossier; the legal date when left out.', { optional: true })
  receivedOn?: string;

  @Asked(id, 'Id of the document of the receipt; the clerk, who records it for the superior, names one.', {
    optional: true,
  })
  document?: string;
}

@InputBody('The outcome from above of a nomination that was forwarded.')
export class RecordOutcome {
  @AskedAs(Outcome) outcome: OutcomeOfForwarding;

  @Asked(day, 'Day of the paper, or of the return; it may lie back.')
  decidedOn: string;

  @AskedAs(Outcome, { optional: true }) numberText?: string;

  @AskedAs(Outcome, { optional: true }) issuer?: string;

  @Asked(reasonText, 'Reason; of a refusal or return it is told.', { optional: true })
  reason?: string;

  @Asked(id, 'Id of the document of the outcome; the clerk, who records it for the superior, names one.', {
    optional: true,
  })
  document?: string;
}
