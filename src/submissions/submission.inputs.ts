import { Amends, Asked, AskedAs, Body, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, id, period, reasonText, record } from '../api/shapes.js';
import { Entry, value } from './entry.entity.js';
import { submissionState } from './submission.entity.js';
import type { SubmissionState } from './submission.workflow.js';
import { Narrative } from './narrative.view.js';

/** Which report, by id. */
@Parameters()
export class SubmissionAt {
  @Asked(id, 'Id of the report.')
  id: string;
}

/** Which reports, where an edge asks for those of one unit or plan. */
@Parameters()
export class ListOwnSubmissions extends Paging {
  @Asked(period, 'Only for these periods.', { optional: true, list: true })
  period?: string[];

  @Asked(submissionState, 'Only in these states.', { optional: true, list: true })
  state?: SubmissionState[];
}

/** Which reports. */
@Parameters()
export class ListSubmissions extends ListOwnSubmissions {
  @Asked(code, 'Only of these units.', { optional: true, list: true })
  unit?: string[];

  @Asked(code, 'Only for these plans.', { optional: true, list: true })
  plan?: string[];
}

/** The prose of a report. */
@Body('The prose of a report.')
export class NarrativeGiven {
  @AskedAs(Narrative, { clearable: true }) done?: string | null;
  @AskedAs(Narrative, { clearable: true }) shortfalls?: string | null;
  @AskedAs(Narrative, { clearable: true }) causes?: string | null;
  @AskedAs(Narrative, { clearable: true }) proposals?: string | null;
}

/** One figure as it is reported, or why there is none. */
@Body('One figure as it is reported, or why there is none. An entry that says neither is taken out.')
export class EntryGiven {
  @AskedAs(Entry) indicatorCode: string;

  @Asked(
    value,
    'A decimal in the base unit (with outOf: the count), a grade in words, a rating (EXCELLENT, GOOD, FAIR, AVERAGE, WEAK), or YES, NO: as the indicator has it.',
    { clearable: true },
  )
  reported?: string | null;

  @AskedAs(Entry, { clearable: true }) outOf?: string | null;

  @Asked(reasonText, 'Instead of a figure: why there is nothing to report.', { clearable: true })
  nothingToReport?: string | null;

  @AskedAs(Entry, { clearable: true }) note?: string | null;

  @Asked(id, 'Ids of uploaded files that prove it.', { optional: true, list: true })
  evidenceIds?: string[];
}

/** A report as it is to be drafted. */
@Body('A report as it is to be drafted.')
export class DraftSubmission {
  @Asked(code, 'Key of the plan.')
  plan: string;

  @Asked(code, 'Code of the unit.')
  unit: string;

  @Asked(period, 'Period it is for.')
  period: string;

  @Asked(record(() => NarrativeGiven), 'Its prose.', { optional: true })
  narrative?: NarrativeGiven;

  @Asked(record(() => EntryGiven), 'Its figures.', { optional: true, list: true })
  entries?: EntryGiven[];
}

/** What is to change in a draft or a returned report. */
@Body(
  'What is to change: an entry changes the one of its indicator and leaves the others; "reported": null without nothingToReport takes it out.',
)
export class AmendSubmission {
  @Amends(DraftSubmission, { description: 'Prose; what is left out stays.' }) narrative?: NarrativeGiven;
  @Amends(DraftSubmission, { description: 'Figures, by indicatorCode.' }) entries?: EntryGiven[];
}

/** A figure as the verifier found it. */
@Body('A figure as the verifier found it.')
export class EntryVerified {
  @AskedAs(Entry) indicatorCode: string;

  @Asked(value, 'The figure, in the form it was reported in.')
  verified: string;

  @Asked(reasonText, 'Why it differs from what was reported.', { optional: true })
  verifiedReason?: string;
}

/** Verification of all entries the caller is responsible for. */
@Body('Verifies all entries you are responsible for: those named as given, the others as reported.')
export class VerifySubmission {
  @Asked(record(() => EntryVerified), 'Where the figure found is another than the one reported.', {
    optional: true,
    list: true,
  })
  entries?: EntryVerified[];
}

/** What is to be mended in one entry. */
@Body('What is to be mended in one entry.')
export class EntryRemark {
  @Asked(code, 'Code of the indicator.')
  indicatorCode: string;

  @Asked(reasonText, 'What is to be mended.')
  remark: string;
}

/** Why a report is returned. */
@Body('Why a report is returned.')
export class ReturnSubmission {
  @Asked(reasonText, 'Why.')
  reason: string;

  @Asked(record(() => EntryRemark), 'Remarks on single entries.', { optional: true, list: true })
  entries?: EntryRemark[];
}

/** A figure as it is approved. */
@Body('A figure as it is approved.')
export class EntryApproved {
  @AskedAs(Entry) indicatorCode: string;

  @Asked(value, 'The figure, in the form it was reported in.')
  approved: string;

  @Asked(reasonText, 'Why it differs from what was verified.', { optional: true })
  approvedReason?: string;
}

/** Approval of a whole report. */
@Body('Approves a whole report: the figures named as given, the others as verified.')
export class ApproveSubmission {
  @Asked(record(() => EntryApproved), 'Where the figure approved is another than the one verified.', {
    optional: true,
    list: true,
  })
  entries?: EntryApproved[];
}

/** Why a report is taken back. */
@Body('Why a report is taken back.')
export class WithdrawSubmission {
  @Asked(reasonText, 'Why.', { optional: true })
  reason?: string;
}

/** Why an approved report is to be corrected. */
@Body('Why an approved report is to be corrected.')
export class CorrectSubmission {
  @Asked(reasonText, 'Why.')
  reason: string;
}
