import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, id, period, record } from '../api/shapes.js';
import { reasonText } from '../api/text-shapes.js';
import type { Confirmation } from '../indicators/indicator-members.view.js';
import { AddIndicator } from '../indicators/indicator.inputs.js';
import { Entry, figureScope, value } from './entry.entity.js';
import { Finding } from './finding.view.js';
import { submissionState } from './submission.entity.js';
import type { SubmissionState } from './submission.workflow.js';
import { Narrative } from './narrative.view.js';
import type { FigureScope } from './scope.rules.js';

/** Names a report by its id. */
@Parameters()
export class SubmissionAt {
  @Asked(id, 'Id of the report.')
  id: string;
}

/** Filters reports of one record, for an edge. */
@Parameters()
export class ListOwnSubmissions extends Paging {
  @Asked(period, 'Only for these periods.', { optional: true, list: true })
  period?: string[];

  @Asked(submissionState, 'Only in these states.', { optional: true, list: true })
  state?: SubmissionState[];
}

/** Filters reports. */
@Parameters()
export class ListSubmissions extends ListOwnSubmissions {
  @Asked(code, 'Only of these units.', { optional: true, list: true })
  unit?: string[];

  @Asked(code, 'Only for these plans.', { optional: true, list: true })
  plan?: string[];
}

@InputBody('The prose of a report.')
export class NarrativeGiven {
  @AskedAs(Narrative, { clearable: true }) done?: string | null;
  @AskedAs(Narrative, { clearable: true }) shortfalls?: string | null;
  @AskedAs(Narrative, { clearable: true }) causes?: string | null;
  @AskedAs(Narrative, { clearable: true }) proposals?: string | null;
}

@InputBody('One figure as it is reported, or why there is none. An entry that says neither is taken out.')
export class EntryGiven {
  @AskedAs(Entry) indicatorCode: string;

  @Asked(
    figureScope,
    'Scope of the figure; left out: as it was, at first COMMUNE of the unit that answers for the indicator, else OWN.',
    { optional: true },
  )
  scope?: FigureScope;

  @Asked(value, 'Value in the form of its indicator: see Result.value; null removes it.', { clearable: true })
  reported?: string | null;

  @AskedAs(Entry, { clearable: true }) outOf?: string | null;

  @Asked(reasonText, 'Reason there is nothing to report, instead of a figure.', { clearable: true })
  nothingToReport?: string | null;

  @AskedAs(Entry, { clearable: true }) note?: string | null;

  @Asked(id, 'Ids of uploaded files that prove the value.', { optional: true, list: true })
  evidenceIds?: string[];
}

@InputBody('A report as it is to be drafted.')
export class DraftSubmission {
  @Asked(code, 'Key of the plan.')
  plan: string;

  @Asked(code, 'Code of the unit.')
  unit: string;

  @Asked(period, 'Period of the report.')
  period: string;

  @Asked(record(() => NarrativeGiven), 'Report in words, beside the figures.', { optional: true })
  narrative?: NarrativeGiven;

  @Asked(
    record(() => EntryGiven),
    'Figures, one for an indicator; left out: an empty entry for each figure that the unit owes.',
    {
      optional: true,
      list: true,
      atMost: 500,
    },
  )
  entries?: EntryGiven[];

  @AskedAs(AddIndicator, { optional: true }) confirm?: Confirmation[];
}

@InputBody('Changes of a draft or returned report. "reported": null without nothingToReport removes the entry.')
export class AmendSubmission {
  @Amends(DraftSubmission, { description: 'Prose; what is left out stays.' }) narrative?: NarrativeGiven;
  @Amends(DraftSubmission, { description: 'Figures, by indicatorCode.' }) entries?: EntryGiven[];
  @Amends(DraftSubmission) confirm?: Confirmation[];
}

@InputBody('A figure as the verifier found it.')
export class EntryVerified {
  @AskedAs(Entry) indicatorCode: string;

  @Asked(value, 'The figure, in the form it was reported in.')
  verified: string;

  @Asked(reasonText, 'Reason of the difference from the reported figure.', { optional: true })
  verifiedReason?: string;
}

/** Verification of all entries the caller is responsible for. */
@InputBody('Verifies all entries you are responsible for: those named as given, the others as reported.')
export class VerifySubmission {
  @Asked(record(() => EntryVerified), 'Figures that differ from the reported ones.', {
    optional: true,
    list: true,
    atMost: 500,
  })
  entries?: EntryVerified[];

  @AskedAs(AddIndicator, { optional: true }) confirm?: Confirmation[];
}

@InputBody('The correction one entry needs.')
export class EntryRemark {
  @Asked(code, 'Code of the indicator.')
  indicatorCode: string;

  @Asked(reasonText, 'The correction needed.')
  remark: string;
}

@InputBody('The reason a report is returned for.')
export class ReturnSubmission {
  @Asked(reasonText, 'Reason, for the unit that is to mend the report.')
  reason: string;

  @Asked(record(() => EntryRemark), 'Remarks on single entries.', { optional: true, list: true, atMost: 500 })
  entries?: EntryRemark[];
}

@InputBody('A figure as it is approved.')
export class EntryApproved {
  @AskedAs(Entry) indicatorCode: string;

  @Asked(value, 'The figure, in the form it was reported in.')
  approved: string;

  @Asked(reasonText, 'Reason of the difference from the verified figure.', { optional: true })
  approvedReason?: string;
}

/** Approval of a whole report. */
@InputBody('Approves a whole report: the figures named as given, the others as verified.')
export class ApproveSubmission {
  @Asked(record(() => EntryApproved), 'Figures that differ from the verified ones.', {
    optional: true,
    list: true,
    atMost: 500,
  })
  entries?: EntryApproved[];

  @AskedAs(AddIndicator, { optional: true }) confirm?: Confirmation[];
}

@InputBody('The explanation of a finding about a report.')
export class ExplainFinding {
  @AskedAs(Finding) code: string;
  @AskedAs(Finding) indicatorCode: string;

  @Asked(reasonText, 'Explanation (giải trình).')
  explanation: string;
}

@InputBody('The reason a report is withdrawn for.')
export class WithdrawSubmission {
  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The reason an approved report is to be corrected for.')
export class CorrectSubmission {
  @Reason()
  reason: string;
}

@InputBody('The reason a draft is dropped for.')
export class DropSubmission {
  @Reason({ optional: true })
  reason?: string;
}
