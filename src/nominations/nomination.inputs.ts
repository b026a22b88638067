import { Amends, Asked, AskedAs, Body, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, day, id, period, reasonText, record } from '../api/shapes.js';
import { nominationType, type NominationType } from '../catalogue/award-form.view.js';
import { Nomination, nominationState } from './nomination.entity.js';
import { Ground, Paper, type GroundType } from './nomination-members.view.js';
import type { NominationState } from './nomination.workflow.js';

/** Which nomination, by id. */
@Parameters()
export class NominationAt {
  @Asked(id, 'Id of the nomination.')
  id: string;
}

/** Which nominations, where an edge asks for those of one record. */
@Parameters()
export class ListOwnNominations extends Paging {
  @Asked(nominationState, 'Only in these states.', { optional: true, list: true })
  state?: NominationState[];
}

/** Which nominations. */
@Parameters()
export class ListNominations extends ListOwnNominations {
  @Asked(id, 'Only of these rounds.', { optional: true, list: true })
  round?: string[];

  @Asked(code, 'Only for these award forms.', { optional: true, list: true })
  form?: string[];

  @Asked(code, 'Only of these units.', { optional: true, list: true })
  unit?: string[];

  @Asked(nominationType, 'Only of these types.', { optional: true, list: true })
  type?: NominationType[];

  @Asked(code, 'Only those that rest on figures of these indicators.', { optional: true, list: true })
  restsOn?: string[];

  @Asked(id, 'Only those that these decisions granted or refused.', { optional: true, list: true })
  decision?: string[];
}

/** One record a nomination rests on. */
@Body('One record a nomination rests on: a result in force, a report, a document or a file.')
export class GroundGiven {
  @AskedAs(Ground) type: GroundType;
  @AskedAs(Ground) id: string;
}

/** One document handed in. */
@Body('One document handed in for a line of the checklist.')
export class PaperGiven {
  @AskedAs(Paper) item: string;

  @Asked(id, 'Id of the document; null takes it out.', { clearable: true })
  document?: string | null;
}

/** A nomination. */
@Body('Who is put forward for what, and on which grounds.')
export class Nominate {
  @Asked(id, 'Id of the round.')
  round: string;

  @Asked(code, 'Code of the nominee.')
  unit: string;

  @Asked(code, 'Code of the award form.')
  form: string;

  @AskedAs(Nomination) type: NominationType;

  @Asked(period, 'Period of the achievements; that of the round when left out.', { optional: true })
  period?: string;

  @Asked(day, 'Of a sudden act (đột xuất), and only of it: the day of the deed.', { optional: true })
  deedOn?: string;

  @Asked(reasonText, 'Summary of the achievements.')
  summary: string;

  @Asked(record(() => GroundGiven), 'What it rests on.', { optional: true, list: true })
  restsOn?: GroundGiven[];

  @Asked(record(() => PaperGiven), 'Documents of its dossier.', { optional: true, list: true })
  papers?: PaperGiven[];
}

/** What is mended before a nomination is submitted. */
@Body('What is mended before a nomination is submitted; what is left out stays.')
export class SubmitNomination {
  @Amends(Nominate) summary?: string;
  @Amends(Nominate, { description: 'What it rests on, whole.' }) restsOn?: GroundGiven[];
  @Amends(Nominate, { description: 'Documents of its dossier; lines not named stay.' }) papers?: PaperGiven[];
}

/** Why a nomination is returned. */
@Body('Why a nomination is returned.')
export class ReturnNomination {
  @Asked(reasonText, 'What is to be completed.')
  reason: string;
}

/** Opinion of the appraisal. */
@Body('That a nomination is in order.')
export class AppraiseNomination {
  @Asked(reasonText, 'Opinion of the appraisal.')
  appraisal: string;
}

/** Why a nomination is taken back. */
@Body('Why a nomination is taken back.')
export class WithdrawNomination {
  @Asked(reasonText, 'Why.', { optional: true })
  reason?: string;
}
