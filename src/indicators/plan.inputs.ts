import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { lengths } from '../api/list-lengths.js';
import { Paging } from '../api/lists.js';
import { code, count, countInQuery, day, id, record } from '../api/shapes.js';
import { prose, reasonText } from '../api/text-shapes.js';
import { RecordDocument } from '../documents/document.inputs.js';
import { Acknowledgement, type AcknowledgementForm } from './acknowledgement.entity.js';
import { CheckThreshold, DueOfFrequency, PlanSettings, SeasonDays, type DueIn } from './plan-settings.view.js';
import type { Frequency } from './indicator.entity.js';
import type { ThresholdCode } from './threshold.rules.js';
import { Plan, planKind, planState, type PlanKind, type PlanState } from './plan.entity.js';
import type { Season } from './period.js';
import { Section } from './section.view.js';

/** Names a plan of a commune. */
@Parameters()
export class PlanAt {
  @Asked(code, 'Key of the plan: "2023".')
  plan: string;
}

/** Names a plan, for an edge. */
@Parameters()
export class PlanKey {
  @Asked(code, 'Key of the plan: "2023".')
  key: string;
}

/** Filters plans. */
@Parameters()
export class ListPlans extends Paging {
  @Asked(countInQuery(1900, 2200), 'Only plans for this year.', { optional: true })
  year?: number;

  @Asked(planKind, 'Only these kinds.', { optional: true, list: true })
  kind?: PlanKind[];

  @Asked(planState, 'Only in these states.', { optional: true, list: true })
  state?: PlanState[];
}

@InputBody('A heading of the plan.')
export class SectionGiven {
  @AskedAs(Section) path: string;
  @AskedAs(Section, { clearable: true }) printedLabel?: string | null;
  @AskedAs(Section) title: string;
}

@InputBody('A plan as it is to be drafted, with its document; with `from`, carried over from an earlier plan.')
export class DraftPlan {
  @Asked(
    code,
    'Key: of a yearly plan its year, of a term "<first year>-<last year>", of a movement "<year>-<word>" or "<first ' +
      'year>-<last year>-<word>", of a child plan "<plan above>-<unit>".',
  )
  key: string;

  @AskedAs(Plan) kind: PlanKind;
  @AskedAs(Plan) year: number;
  @AskedAs(Plan) title: string;
  @AskedAs(Plan, { clearable: true }) alsoCalled?: string | null;
  @AskedAs(Plan, { optional: true }) purposes?: string[];
  @AskedAs(Plan, { optional: true }) duties?: string[];

  @Asked(record(() => SectionGiven), 'Headings, in order.', { optional: true, list: true, atMost: lengths.long })
  sections?: SectionGiven[];

  @AskedAs(Plan, { clearable: true }) deadline?: string | null;

  @Asked(
    code,
    'Key of the earlier plan whose sections, settings, indicators, responsibilities and allotments it takes over.',
    { optional: true },
  )
  from?: string;

  @AskedAs(Plan, { optional: true }) parentPlan?: string;

  @Asked(code, 'Code of the unit of a child plan.', { optional: true })
  unit?: string;

  @Asked(record(() => RecordDocument), 'Document that states the plan.')
  document: RecordDocument;
}

@InputBody('The signed paper of a plan; what is left out stays as the document has it.')
export class IssuePlan {
  @Asked(
    count(1, 1_000_000),
    "Number as printed; left out: the document's, or the next of its series; null: the paper has no number and no day.",
    { clearable: true },
  )
  number?: number | null;

  @AskedAs(RecordDocument, { optional: true }) numberSuffix?: string;

  @Asked(prose(200), 'Name of the signer, as printed.', { optional: true })
  signer?: string;

  @Asked(prose(200), 'Post of the signer.', { optional: true })
  title?: string;

  @Asked(prose(200), 'Capacity as printed: "TM. ỦY BAN NHÂN DÂN".', { optional: true })
  capacity?: string;

  @Asked(id, 'Id of the document that authorises the signer; TUQ. and Q. demand one, theirs or of the delegation.', {
    optional: true,
  })
  authority?: string;

  @Asked(id, 'Id of the signed file, uploaded before.', { optional: true })
  file?: string;
}

@InputBody('Changes of a plan: absent keeps, null clears, lists whole.')
export class AmendPlan {
  @Asked(reasonText, 'Reason; required once the plan is issued.', { optional: true })
  reason?: string;

  @Amends(DraftPlan) title?: string;
  @Amends(DraftPlan) alsoCalled?: string | null;
  @Amends(DraftPlan) purposes?: string[];
  @Amends(DraftPlan) duties?: string[];
  @Amends(DraftPlan) sections?: SectionGiven[];
  @Amends(DraftPlan) deadline?: string | null;
}

@InputBody('The days of a season.')
export class SeasonDaysGiven {
  @AskedAs(SeasonDays) season: Season;
  @AskedAs(SeasonDays) from: string;
  @AskedAs(SeasonDays) to: string;
}

@InputBody('A threshold of a check.')
export class CheckThresholdGiven {
  @AskedAs(CheckThreshold) code: ThresholdCode;
  @AskedAs(CheckThreshold) value: string;
}

@InputBody('The due day of reports for the periods of one frequency.')
export class DueOfFrequencyGiven {
  @AskedAs(DueOfFrequency) frequency: Frequency;
  @AskedAs(DueOfFrequency, { clearable: true }) dueDays?: number | null;
  @AskedAs(DueOfFrequency, { optional: true }) dueIn?: DueIn;
}

@InputBody('How a plan is reported on, whole: what is left out is as if it had never been set.')
export class SetPlanSettings {
  @AskedAs(PlanSettings, { clearable: true }) dueDays?: number | null;
  @AskedAs(PlanSettings, { optional: true }) dueIn?: DueIn;

  @Asked(record(() => DueOfFrequencyGiven), 'Due days of periods by their frequency.', { optional: true, list: true })
  dueByFrequency?: DueOfFrequencyGiven[];

  @Asked(record(() => SeasonDaysGiven), 'Days of its seasons.', { optional: true, list: true })
  seasons?: SeasonDaysGiven[];

  @Asked(record(() => CheckThresholdGiven), 'Thresholds of checks.', { optional: true, list: true })
  thresholds?: CheckThresholdGiven[];

  @AskedAs(PlanSettings, { clearable: true }) registerBy?: string | null;

  @Asked(reasonText, 'Reason; required once the plan is issued.', { optional: true })
  reason?: string;
}

@InputBody('The reason a plan is closed for.')
export class ClosePlan {
  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The reason a plan is reopened for.')
export class ReopenPlan {
  @Reason()
  reason: string;
}

@InputBody('An acknowledgement: the way a unit made the plan known.')
export class AcknowledgePlan {
  @Asked(code, 'Code of the unit.')
  unit: string;

  @AskedAs(Acknowledgement) form: AcknowledgementForm;

  @Asked(day, 'Date, today or earlier.')
  heldOn: string;

  @Asked(count(), 'People reached; left out: not counted.', { optional: true })
  peopleReached?: number;

  @AskedAs(Acknowledgement, { optional: true }) note?: string;
}

@InputBody('The reason a drafted plan is dropped for.')
export class DropPlan {
  @Reason({ optional: true })
  reason?: string;
}

/** Names the acknowledgement of a unit. */
@Parameters()
export class AcknowledgementAt {
  @Asked(code, 'Code of the unit.')
  unit: string;
}

@InputBody('Changes of an acknowledgement: absent keeps, null clears.')
export class AmendAcknowledgement {
  @Amends(AcknowledgePlan) form?: AcknowledgementForm;
  @Amends(AcknowledgePlan) heldOn?: string;
  @Amends(AcknowledgePlan, { clearable: true }) peopleReached?: number | null;
  @Amends(AcknowledgePlan, { clearable: true }) note?: string | null;

  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The reason an acknowledgement is removed for.')
export class RemoveAcknowledgement {
  @Reason()
  reason: string;
}
