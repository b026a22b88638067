import { Asked, Body, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, count, countInQuery, day, reasonText, record, text } from '../api/shapes.js';
import { RecordDocument } from '../documents/document.inputs.js';
import { acknowledgementForm, type AcknowledgementForm } from './acknowledgement.entity.js';
import { planKind, planState, type PlanKind, type PlanState } from './plan.entity.js';

/** Which plan of a commune. */
@Parameters()
export class PlanAt {
  @Asked(code, 'Key of the plan: "2023".')
  plan: string;
}

/** Which plan, where an edge asks. */
@Parameters()
export class PlanKey {
  @Asked(code, 'Key of the plan: "2023".')
  key: string;
}

/** Which plans. */
@Parameters()
export class ListPlans extends Paging {
  @Asked(countInQuery(1900, 2200), 'Only plans for this year.', { optional: true })
  year?: number;

  @Asked(planKind, 'Only these kinds.', { optional: true, list: true })
  kind?: PlanKind[];

  @Asked(planState, 'Only in these states.', { optional: true, list: true })
  state?: PlanState[];
}

/** A heading of the plan. */
@Body('A heading of the plan.')
export class SectionGiven {
  @Asked(text(40), 'Place in the tree of headings: "2.1.3".')
  path: string;

  @Asked(text(20), 'Label as printed.', { clearable: true })
  printedLabel?: string | null;

  @Asked(text(500), 'Title as printed.')
  title: string;
}

/** A plan as it is to be drafted. With `from` it takes over sections, indicators, responsibilities and allotments of an earlier one. */
@Body('A plan as it is to be drafted, with its document.')
export class DraftPlan {
  @Asked(code, 'Key: of a yearly plan its year, of a movement "<year>-<word>", of a child plan "<plan above>-<unit>".')
  key: string;

  @Asked(planKind, 'Kind.')
  kind: PlanKind;

  @Asked(count(1900, 2200), 'Year it is for.')
  year: number;

  @Asked(text(1000), 'Title, as printed.')
  title: string;

  @Asked(text(1000), 'The other name its text gives it.', { clearable: true })
  alsoCalled?: string | null;

  @Asked(text(), 'Purposes and requirements.', { optional: true, list: true })
  purposes?: string[];

  @Asked(text(), 'Duties of carrying it out.', { optional: true, list: true })
  duties?: string[];

  @Asked(record(() => SectionGiven), 'Its headings, in order.', { optional: true, list: true })
  sections?: SectionGiven[];

  @Asked(day, 'The day by which it is to be fulfilled.', { clearable: true })
  deadline?: string | null;

  @Asked(code, 'Key of the earlier plan whose sections, indicators, responsibilities and allotments it takes over.', {
    optional: true,
  })
  from?: string;

  @Asked(code, 'Key of the plan above, of a child plan.', { optional: true })
  parentPlan?: string;

  @Asked(code, 'Code of the unit whose plan it is, of a child plan.', { optional: true })
  unit?: string;

  @Asked(record(() => RecordDocument), 'The document that states it.')
  document: RecordDocument;
}

/** What to change of a plan: absent keeps, null clears, lists whole. */
@Body('What to change of a plan: absent keeps, null clears, lists whole.')
export class AmendPlan {
  @Asked(reasonText, 'Why; needed once the plan is issued.', { optional: true })
  reason?: string;

  @Asked(text(1000), 'Title, as printed.', { optional: true })
  title?: string;

  @Asked(text(1000), 'The other name its text gives it.', { clearable: true })
  alsoCalled?: string | null;

  @Asked(text(), 'Purposes and requirements.', { optional: true, list: true })
  purposes?: string[];

  @Asked(text(), 'Duties of carrying it out.', { optional: true, list: true })
  duties?: string[];

  @Asked(record(() => SectionGiven), 'Its headings, in order.', { optional: true, list: true })
  sections?: SectionGiven[];

  @Asked(day, 'The day by which it is to be fulfilled.', { clearable: true })
  deadline?: string | null;
}

/** Why a plan is closed. */
@Body('Why a plan is closed.')
export class ClosePlan {
  @Asked(reasonText, 'Why.', { optional: true })
  reason?: string;
}

/** How a unit made the plan known. */
@Body('How a unit made the plan known.')
export class AcknowledgePlan {
  @Asked(code, 'Code of the unit.')
  unit: string;

  @Asked(acknowledgementForm, 'How it was made known.')
  form: AcknowledgementForm;

  @Asked(day, 'When; not ahead of today.')
  heldOn: string;

  @Asked(count(), 'People reached; left out: not counted.', { optional: true })
  peopleReached?: number;

  @Asked(text(), 'Note.', { optional: true })
  note?: string;
}
