import { Amends, Asked, AskedAs, Body, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { countInQuery, id, reasonText, record, text } from '../api/shapes.js';
import { Decision, decisionKind, decisionState, type DecisionKind } from './decision.entity.js';
import type { DecisionState } from './decision.workflow.js';

/** Which record, by id. */
@Parameters()
export class DecisionAt {
  @Asked(id, 'Id of the decision.')
  id: string;
}

/** Which decisions. */
@Parameters()
export class ListDecisions extends Paging {
  @Asked(decisionKind, 'Only of these kinds.', { optional: true, list: true })
  kind?: DecisionKind[];

  @Asked(decisionState, 'Only in these states.', { optional: true, list: true })
  state?: DecisionState[];

  @Asked(countInQuery(1900, 2200), 'Only those numbered in this year.', { optional: true })
  year?: number;
}

/** One award to be given. */
@Body('One award to be given.')
export class GrantGiven {
  @Asked(id, 'Id of the nomination.')
  nomination: string;

  @Asked(reasonText, 'Why, where the meeting advised against it.', { optional: true })
  reason?: string;
}

/** One nomination to be refused. */
@Body('One nomination to be refused, in writing.')
export class DenialGiven {
  @Asked(id, 'Id of the nomination.')
  nomination: string;

  @Asked(reasonText, 'Why.')
  reason: string;
}

/** A decision to be drafted. */
@Body('A decision to be drafted: what is granted, and what refused for which reason.')
export class DraftDecision {
  @Asked(text(1000), 'Title: "Về việc tặng danh hiệu Lao động tiên tiến năm 2023".')
  title: string;

  @Asked(text(60), 'Symbol behind the number; "QĐ-UBND" when left out.', { optional: true })
  symbol?: string;

  @Asked(text(60), 'Number series; that of the symbol when left out.', { optional: true })
  series?: string;

  @AskedAs(Decision, { clearable: true }) place?: string | null;
  @AskedAs(Decision, { optional: true }) bases?: string[];
  @AskedAs(Decision, { optional: true }) recipients?: string[];

  @Asked(record(() => GrantGiven), 'The awards it gives.', { optional: true, list: true })
  grants?: GrantGiven[];

  @Asked(record(() => DenialGiven), 'The nominations it refuses.', { optional: true, list: true })
  refusals?: DenialGiven[];
}

/** What is to be another in a drafted decision. */
@Body('What is to be another in a drafted decision; lists are given whole.')
export class AmendDecision {
  @Amends(DraftDecision) title?: string;
  @Amends(DraftDecision) place?: string | null;
  @Amends(DraftDecision) bases?: string[];
  @Amends(DraftDecision) recipients?: string[];
  @Amends(DraftDecision) grants?: GrantGiven[];
  @Amends(DraftDecision) refusals?: DenialGiven[];
}

/** Why a drafted decision is cancelled. */
@Body('Why a drafted decision is cancelled.')
export class CancelDecision {
  @Asked(reasonText, 'Why.')
  reason: string;
}

/** What was signed. */
@Body('What was signed.')
export class SignDecision {
  @Asked(id, 'Id of the signed file, uploaded before.')
  file: string;

  @Asked(text(200), 'Post of who signs: "Chủ tịch"; "Phó Chủ tịch" for a deputy.', { optional: true })
  title?: string;
}
