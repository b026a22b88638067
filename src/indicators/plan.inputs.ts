import { Amends, Asked, AskedAs, Body, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, count, countInQuery, day, reasonText, record } from '../api/shapes.js';
import { RecordDocument } from '../documents/document.inputs.js';
import { Acknowledgement, type AcknowledgementForm } from './acknowledgement.entity.js';
import { Plan, planKind, planState, type PlanKind, type PlanState } from './plan.entity.js';
import { Section } from './section.view.js';

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
  @AskedAs(Section) path: string;
  @AskedAs(Section, { clearable: true }) printedLabel?: string | null;
  @AskedAs(Section) title: string;
}

/** A plan as it is to be drafted. With `from` it takes over sections, indicators, responsibilities and allotments of an earlier one. */
@Body('A plan as it is to be drafted, with its document.')
export class DraftPlan {
  @Asked(code, 'Key: of a yearly plan its year, of a movement "<year>-<word>", of a child plan "<plan above>-<unit>".')
  key: string;

  @AskedAs(Plan) kind: PlanKind;
  @AskedAs(Plan) year: number;
  @AskedAs(Plan) title: string;
  @AskedAs(Plan, { clearable: true }) alsoCalled?: string | null;
  @AskedAs(Plan, { optional: true }) purposes?: string[];
  @AskedAs(Plan, { optional: true }) duties?: string[];

  @Asked(record(() => SectionGiven), 'Its headings, in order.', { optional: true, list: true })
  sections?: SectionGiven[];

  @AskedAs(Plan, { clearable: true }) deadline?: string | null;

  @Asked(code, 'Key of the earlier plan whose sections, indicators, responsibilities and allotments it takes over.', {
    optional: true,
  })
  from?: string;

  @AskedAs(Plan, { optional: true }) parentPlan?: string;

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

  @Amends(DraftPlan) title?: string;
  @Amends(DraftPlan) alsoCalled?: string | null;
  @Amends(DraftPlan) purposes?: string[];
  @Amends(DraftPlan) duties?: string[];
  @Amends(DraftPlan) sections?: SectionGiven[];
  @Amends(DraftPlan) deadline?: string | null;
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

  @AskedAs(Acknowledgement) form: AcknowledgementForm;

  @Asked(day, 'When; not ahead of today.')
  heldOn: string;

  @Asked(count(), 'People reached; left out: not counted.', { optional: true })
  peopleReached?: number;

  @AskedAs(Acknowledgement, { optional: true }) note?: string;
}
