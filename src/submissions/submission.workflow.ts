import type { Workflow } from '../api/workflow.js';

export const submissionStates = ['DRAFT', 'SUBMITTED', 'RETURNED', 'VERIFIED', 'APPROVED', 'WITHDRAWN', 'SUPERSEDED'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** The life of a report: from a unit's first draft to the commune's approval. */
export const submissionWorkflow = {
  amendSubmission: { from: ['DRAFT', 'RETURNED'] },
  submitSubmission: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED' },
  // A part verified leaves it submitted; it is verified when all its entries are.
  verifySubmission: { from: ['SUBMITTED'], to: 'VERIFIED' },
  returnSubmission: { from: ['SUBMITTED', 'VERIFIED'], to: 'RETURNED' },
  approveSubmission: { from: ['VERIFIED'], to: 'APPROVED' },
  withdrawSubmission: { from: ['DRAFT', 'SUBMITTED', 'RETURNED'], to: 'WITHDRAWN' },
  // Makes another one; this one stays in force until that is approved.
  correctSubmission: { from: ['APPROVED'] },
} as const satisfies Workflow<SubmissionState>;

export type SubmissionAct = keyof typeof submissionWorkflow;

/** What the approval of a correction makes of the report it corrects. */
export const corrected = { from: 'APPROVED', to: 'SUPERSEDED' } as const satisfies Record<string, SubmissionState>;
