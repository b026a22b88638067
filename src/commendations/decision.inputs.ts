import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { count, countInQuery, id, record } from '../api/shapes.js';
import { line, prose, reasonText } from '../api/text-shapes.js';
import { ConfirmsFund, type FundConfirmation } from '../money/fund.inputs.js';
import { Decision, decisionKind, decisionState, type DecisionKind } from './decision.entity.js';
import type { DecisionState } from './decision.workflow.js';

/** Names a record by its id. */
@Parameters()
export class DecisionAt {
  @Asked(id, 'Id of the decision.')
  id: string;
}

/** Filters decisions. */
@Parameters()
export class ListDecisions extends Paging {
  @Asked(decisionKind, 'Only of these kinds.', { optional: true, list: true })
  kind?: DecisionKind[];

  @Asked(decisionState, 'Only in these states.', { optional: true, list: true })
  state?: DecisionState[];

  @Asked(countInQuery(1900, 2200), 'Only those numbered in this year.', { optional: true })
  year?: number;
}

@InputBody('One award to be given.')
export class GrantGiven {
  @Asked(id, 'Id of the nomination.')
  nomination: string;

  @Asked(reasonText, 'Reason for a grant against the advice of the meeting, or to a collective that has ended.', {
    optional: true,
  })
  reason?: string;
}

/** One nomination to be refused. */
@InputBody('One nomination to be refused, in writing.')
export class DenialGiven {
  @Asked(id, 'Id of the nomination.')
  nomination: string;

  @Asked(reasonText, 'Why the nomination is refused.')
  reason: string;
}

/** A decision to be drafted. */
@InputBody('A decision to be drafted: awards granted, and nominations refused with their reasons.')
export class DraftDecision {
  @Asked(
    prose(1000),
    'Title: "Về việc tặng danh hiệu Lao động tiên tiến năm 2023". The journal keeps it: the grants name people.',
  )
  title: string;

  @Asked(line(60), 'Symbol after the number; "QĐ-UBND" when left out.', { optional: true })
  symbol?: string;

  @Asked(line(60), 'Number series; that of the symbol when left out.', { optional: true })
  series?: string;

  @AskedAs(Decision, { clearable: true }) place?: string | null;
  @AskedAs(Decision, { optional: true }) bases?: string[];
  @AskedAs(Decision, { optional: true }) recipients?: string[];

  @Asked(record(() => GrantGiven), 'Awards that the decision gives.', { optional: true, list: true, atMost: 2_000 })
  grants?: GrantGiven[];

  @Asked(record(() => DenialGiven), 'Nominations that the decision refuses.', {
    optional: true,
    list: true,
    atMost: 2_000,
  })
  refusals?: DenialGiven[];
}

@InputBody('Changes of a drafted decision; lists are given whole.')
export class AmendDecision {
  @Amends(DraftDecision) title?: string;
  @Amends(DraftDecision) symbol?: string;
  @Amends(DraftDecision) series?: string;
  @Amends(DraftDecision) place?: string | null;
  @Amends(DraftDecision) bases?: string[];
  @Amends(DraftDecision) recipients?: string[];
  @Amends(DraftDecision) grants?: GrantGiven[];
  @Amends(DraftDecision) refusals?: DenialGiven[];
}

@InputBody('The reason a drafted decision is cancelled for.')
export class CancelDecision {
  @Reason()
  reason: string;
}

@InputBody('The signed decision.')
export class SignDecision {
  @Asked(id, 'Id of the signed file, uploaded before.')
  file: string;

  @Asked(count(1, 1_000_000), 'Number as printed; left out: the next of the series. The clerk says it.', {
    optional: true,
  })
  number?: number;

  @AskedAs(Decision, { optional: true }) numberSuffix?: string;

  @Asked(line(200), 'Name of the signer, as printed; left out: the caller. The clerk says it.', { optional: true })
  signer?: string;

  @Asked(line(200), 'Post of the signer. Left out: "Chủ tịch"; demanded of KT., TL. and TUQ.', { optional: true })
  title?: string;

  @Asked(
    line(200),
    'Capacity as printed: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "TL. …", "TUQ. …", "Q. …". Left out: "CHỦ TỊCH", or ' +
      'that of the delegation.',
    { optional: true },
  )
  capacity?: string;

  @Asked(id, 'Id of the document that authorises the signer; TUQ. and Q. demand one, theirs or of the delegation.', {
    optional: true,
  })
  authority?: string;

  @ConfirmsFund() confirm?: FundConfirmation[];
}

@InputBody('A slip in the record of a signed decision, as its paper shows; what is left out stays.')
export class CorrectDecision {
  @Asked(id, 'Id of the file of the signed paper: uploaded before, or one that the document of the decision has.')
  file: string;

  @Reason() reason: string;

  @AskedAs(Decision, { optional: true }) signedOn?: string;
  @AskedAs(SignDecision, { optional: true, description: 'Name of the signer, as printed.' }) signer?: string;

  @AskedAs(SignDecision, {
    optional: true,
    description: 'Post of the signer; with another capacity it is said anew, or is that of `signDecision`.',
  })
  title?: string;

  @AskedAs(SignDecision, { optional: true, description: 'Capacity as printed.' }) capacity?: string;

  @AskedAs(SignDecision, { optional: true, description: 'Id of the document that authorises the signer.' })
  authority?: string;

  @Asked(prose(1000), 'Title of the decision (trích yếu), as printed.', { optional: true })
  subject?: string;

  @AskedAs(Decision, { clearable: true }) place?: string | null;

  @Asked(line(60), 'Symbol as printed; its number series follows where it was that of the symbol.', {
    optional: true,
  })
  symbol?: string;

  @AskedAs(Decision, { optional: true }) bases?: string[];
  @AskedAs(Decision, { optional: true }) recipients?: string[];

  @Asked(id, 'Ids of nominations that the record names and the paper does not: their awards are taken out.', {
    optional: true,
    list: true,
    atMost: 2_000,
  })
  without?: string[];

  @AskedAs(DraftDecision, { optional: true, description: 'Awards on the paper that the record lacks.' })
  grants?: GrantGiven[];

  @AskedAs(DraftDecision, { optional: true, description: 'Nominations refused on the paper that the record lacks.' })
  refusals?: DenialGiven[];
}

@InputBody('A number that a document has by mistake, and the one it has.')
export class FreeNumber {
  @Reason() reason: string;

  @Asked(count(1, 1_000_000), 'Number as printed; left out: blank. A signed decision has one.', { optional: true })
  number?: number;

  @AskedAs(Decision, { optional: true }) numberSuffix?: string;
}
