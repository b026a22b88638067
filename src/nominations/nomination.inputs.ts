import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, countInQuery, day, id, period, record } from '../api/shapes.js';
import { compared, reasonText } from '../api/text-shapes.js';
import { nominationType, type NominationType } from '../catalogue/nomination-type.js';
import { Nomination, nominationState } from './nomination.entity.js';
import { Ground, Paper, type GroundType } from './nomination-members.view.js';
import type { NominationState } from './nomination.workflow.js';

/** Names a nomination by its id. */
@Parameters()
export class NominationAt {
  @Asked(id, 'Id of the nomination.')
  id: string;
}

/** Filters nominations of one record, for an edge. */
@Parameters()
export class ListOwnNominations extends Paging {
  @Asked(nominationState, 'Only in these states.', { optional: true, list: true })
  state?: NominationState[];
}

/** Filters nominations. */
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

  @Asked(countInQuery(1900, 2200), 'Only for achievements of this year, or of a period with it.', { optional: true })
  year?: number;

  @Asked(
    compared(100),
    'Words of a name of the nominee; case and diacritics do not matter, but names that have them come first.',
    { optional: true },
  )
  search?: string;
}

@InputBody('One record a nomination rests on: a result in force, a report, a document or a file.')
export class GroundGiven {
  @AskedAs(Ground) type: GroundType;
  @AskedAs(Ground) id: string;
}

/** One document handed in. */
@InputBody('One document handed in for a line of the checklist.')
export class PaperGiven {
  @AskedAs(Paper) item: string;

  @Asked(id, 'Id of the document; null takes it out.', { clearable: true })
  document?: string | null;
}

@InputBody('A nomination: nominee, award form and grounds.')
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

  @Asked(day, 'Day of the deed, for a sudden act (đột xuất) only.', { optional: true })
  deedOn?: string;

  @Asked(reasonText, 'Summary of the achievements.')
  summary: string;

  @Asked(record(() => GroundGiven), 'Records that the nomination rests on.', { optional: true, list: true })
  restsOn?: GroundGiven[];

  @Asked(record(() => PaperGiven), 'Documents of its dossier.', { optional: true, list: true })
  papers?: PaperGiven[];
}

@InputBody('Changes of a nomination: absent keeps, null clears, lists whole. Its round stays.')
export class AmendNomination {
  @Amends(Nominate, { description: 'Code of the nominee; once it was submitted, it stays.' }) unit?: string;
  @Amends(Nominate) form?: string;
  @Amends(Nominate) type?: NominationType;
  @Amends(Nominate) period?: string;
  @Amends(Nominate, { clearable: true }) deedOn?: string | null;
  @Amends(Nominate) summary?: string;
  @Amends(Nominate) restsOn?: GroundGiven[];
  @Amends(Nominate, { description: 'Documents of its dossier; lines not named stay.' }) papers?: PaperGiven[];
}

@InputBody('The reason a drafted nomination is dropped for.')
export class DropNomination {
  @Reason({ optional: true })
  reason?: string;
}

@InputBody('Corrections before the submission of a nomination; members left out stay.')
export class SubmitNomination {
  @Amends(Nominate) summary?: string;
  @Amends(Nominate, { description: 'Records that the nomination rests on; the list is given whole.' })
  restsOn?: GroundGiven[];
  @Amends(Nominate, { description: 'Documents of its dossier; lines not named stay.' }) papers?: PaperGiven[];
}

@InputBody('The reason a nomination is returned for.')
export class ReturnNomination {
  @Asked(reasonText, 'Reason: the part to complete.')
  reason: string;
}

/** Opinion of the appraisal. */
@InputBody('The appraisal of a nomination that is in order.')
export class AppraiseNomination {
  @Asked(reasonText, 'Opinion of the appraisal.')
  appraisal: string;

  @Asked(day, 'Day on which its dossier was received; that of its submission when left out.', { optional: true })
  receivedOn?: string;

  @Asked(code, 'Rule set whose conditions it is judged by, where another than that of `receivedOn` may apply.', {
    optional: true,
  })
  ruleSet?: string;

  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The reason a nomination is withdrawn for.')
export class WithdrawNomination {
  @Reason({ optional: true })
  reason?: string;
}
