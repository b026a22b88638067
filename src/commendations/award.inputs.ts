import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { namesCommune } from '../api/commune-named.js';
import { Paging } from '../api/lists.js';
import { code, countInQuery, day, flagInForm, id, legalDate, period } from '../api/shapes.js';
import { compared, line, prose, reasonText } from '../api/text-shapes.js';
import { readCode } from './award-code.rules.js';
import { Award, awardMoney, revocationGround, type AwardMoney, type RevocationGround } from './award.entity.js';
import { Decision } from './decision.entity.js';
import { SignDecision } from './decision.inputs.js';

/** Names an award by its id. */
@Parameters()
export class AwardAt {
  @Asked(id, 'Id of the award.')
  id: string;
}

/** Filters awards of one record, for an edge. */
@Parameters()
export class ListOwnAwards extends Paging {
  @Asked(flagInForm, 'Also those of the closed units that it succeeds, after a merger or a split.', { optional: true })
  withPredecessors?: boolean;

  @Asked(code, 'Only of these award forms.', { optional: true, list: true })
  form?: string[];

  @Asked(flagInForm, 'Only those revoked, or only those not.', { optional: true })
  revoked?: boolean;
}

/** Filters awards. */
@Parameters()
export class ListAwards extends ListOwnAwards {
  @Asked(code, 'Only of these units and persons.', { optional: true, list: true })
  unit?: string[];

  @Asked(id, 'Only those given by this decision.', { optional: true })
  decision?: string;

  @Asked(countInQuery(1900, 2200), 'Only those granted in this year.', { optional: true })
  year?: number;

  @Asked(day, 'Only those granted on this day or later; a grant known to the year alone is of its first day.', {
    optional: true,
  })
  grantedFrom?: string;

  @Asked(day, 'Only those granted on this day or earlier.', { optional: true })
  grantedTo?: string;

  @Asked(awardMoney, 'Only those with money so far: to pay, paid, to be recovered.', { optional: true })
  money?: AwardMoney;

  @Asked(
    compared(100),
    'Words of the name of the recipient; case and diacritics do not matter, but names that have them come first.',
    { optional: true },
  )
  search?: string;
}

/** Names an award by the code on its certificate. */
@Parameters()
export class CodeAt {
  @Asked(compared(200), 'Verification code, as printed or as typed: case, blanks and the kind of dash do not matter.')
  code: string;
}

namesCommune('verifyAward', ({ code: typed }) => readCode(String(typed))?.commune);

@InputBody('An award given elsewhere or before, as its document tells it.')
export class RecordAward {
  @Asked(code, 'Code of the recipient.')
  unit: string;

  @Asked(code, 'Code of the award form in the catalogue, or one of your own for what is not there.')
  form: string;

  @Asked(line(300), 'Name of the award form, as printed.')
  formName: string;

  @Asked(line(200), 'Name of the recipient, as printed; left out: that of the unit on the day of the grant.', {
    optional: true,
  })
  recipientName?: string;

  @Asked(period, 'Period of the achievements, where it is known.', { optional: true })
  period?: string;

  @Asked(prose(2000), 'Citation, as printed.')
  citation: string;

  @Asked(legalDate, 'Day of the grant; its month or year, where no more is known: "1985".')
  grantedOn: string;

  @Asked(line(200), 'Issuer: "Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh".')
  issuer: string;

  @AskedAs(Award, { optional: true }) numberText?: string;

  @Asked(id, 'Id of the document of the decision, recorded before, where it is known.', { optional: true })
  document?: string;

  @Asked(reasonText, 'Evidence of the award, where its document is not known; recorded in the journal.', {
    optional: true,
  })
  reason?: string;
}

@InputBody('Changes of an award that was recorded by hand: absent keeps, null clears. The unit stays.')
export class AmendAward {
  @Amends(RecordAward) form?: string;
  @Amends(RecordAward) formName?: string;
  @Amends(RecordAward, { description: 'Name of the recipient, as printed.' }) recipientName?: string;
  @Amends(RecordAward, { clearable: true }) period?: string | null;
  @Amends(RecordAward) citation?: string;
  @Amends(RecordAward) grantedOn?: string;
  @Amends(RecordAward) issuer?: string;
  @Amends(RecordAward, { clearable: true }) numberText?: string | null;
  @Amends(RecordAward) document?: string;

  @Reason()
  reason: string;
}

@InputBody('The reason an award that was recorded by hand is removed for.')
export class RemoveAward {
  @Reason()
  reason: string;
}

@InputBody('A misprint of an award as it reads rightly (đính chính); what is left out stays.')
export class CorrectAward {
  @Asked(id, 'Id of the document that corrects it, recorded before.')
  document: string;

  @Reason() reason: string;

  @AskedAs(Award, { optional: true }) recipientName?: string;
  @AskedAs(Award, { optional: true }) formName?: string;
  @AskedAs(Award, { optional: true }) period?: string;

  @Asked(prose(2000), 'Citation, as it reads rightly.', { optional: true })
  citation?: string;
}

@InputBody('The document by which an award is in force again.')
export class RestoreAward {
  @Asked(id, 'Id of the document that annuls the revocation, or tells that it was of another award; recorded before.')
  document: string;

  @Reason()
  reason: string;
}

@InputBody(
  'The reason of a revocation, and its signed decision: its file, or the decision where it is recorded already.',
)
export class RevokeAward {
  @Asked(revocationGround, 'Ground in law for the revocation.')
  ground: RevocationGround;

  @Reason()
  reason: string;

  @Asked(id, 'Id of the decision that revokes, where it is recorded already: one paper may revoke several awards.', {
    optional: true,
  })
  decision?: string;

  @AskedAs(SignDecision, { optional: true }) file?: string;
  @AskedAs(SignDecision, { optional: true }) number?: number;
  @AskedAs(SignDecision, { optional: true }) numberSuffix?: string;
  @AskedAs(SignDecision, { optional: true }) signer?: string;
  @AskedAs(SignDecision, { optional: true }) title?: string;
  @AskedAs(SignDecision, { optional: true }) capacity?: string;
  @AskedAs(SignDecision, { optional: true }) authority?: string;

  @Asked(
    prose(1000),
    'Title of the decision (trích yếu), as printed. Left out: "Hủy bỏ khen thưởng tại Quyết định số …", of the award.',
    { optional: true },
  )
  subject?: string;

  @AskedAs(Decision, { clearable: true }) place?: string | null;
  @AskedAs(Decision, { optional: true }) bases?: string[];
  @AskedAs(Decision, { optional: true }) recipients?: string[];
}
