import type { Workflow } from '../api/workflow.js';

export const submissionStates = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'VERIFIED',
  'APPROVED',
  'WITHDRAWN',
  'SUPERSEDED',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** The life of a report: from a unit's first draft to the commune's approval. */
export const submissionWorkflow = {
  amendSubmission: { from: ['DRAFT', 'RETURNED'], kind: 'submission.amended' },
  submitSubmission: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', kind: 'submission.submitted' },
  explainFinding: { from: ['DRAFT', 'SUBMITTED', 'RETURNED', 'VERIFIED'], kind: 'submission.explained' },
  // A part verified leaves it submitted; it is verified when all its entries are.
  verifySubmission: { from: ['SUBMITTED'], to: 'VERIFIED', kind: 'submission.verified' },
  returnSubmission: { from: ['SUBMITTED', 'VERIFIED'], to: 'RETURNED', kind: 'submission.returned' },
  approveSubmission: { from: ['VERIFIED'], to: 'APPROVED', kind: 'submission.approved' },
  withdrawSubmission: { from: ['DRAFT', 'SUBMITTED', 'RETURNED'], to: 'WITHDRAWN', kind: 'submission.withdrawn' },
  dropSubmission: { from: ['DRAFT'], to: null, kind: 'submission.dropped' },
  // Makes another one; this one stays in force until that is approved.
  correctSubmission: { from: ['APPROVED'] },
} as const satisfies Workflow<SubmissionState>;

export type SubmissionAct = keyof typeof submissionWorkflow;

/** The state of a new report. */
export const drafting = { to: 'DRAFT' } as const satisfies Record<string, SubmissionState>;

/** The step of a report whose correction is approved. */
export const supersession = { from: 'APPROVED', to: 'SUPERSEDED' } as const satisfies Record<string, SubmissionState>;

/** Whether the plan's state stops an act: a closed plan takes corrections only. */
export const planStops = (
  act: SubmissionAct,
  { planState, correctsId }: { planState: string; correctsId: string | null },
): boolean =>
  planState !== 'ISSUED' && !(planState === 'CLOSED' && (act === 'correctSubmission' || correctsId !== null));
