import type { Workflow } from '../api/workflow.js';
import { Refusal } from '../refusals.js';

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

/** What its draft makes of a report. */
export const drafted = { to: 'DRAFT' } as const satisfies Record<string, SubmissionState>;

/** What the approval of a correction makes of the report it corrects. */
export const corrected = { from: 'APPROVED', to: 'SUPERSEDED' } as const satisfies Record<string, SubmissionState>;

/** Of a closed plan nothing is reported any more; what was approved by mistake is still corrected. */
export const planStops = (
  act: SubmissionAct,
  { planState, correctsId }: { planState: string; correctsId: string | null },
): boolean =>
  planState !== 'ISSUED' && !(planState === 'CLOSED' && (act === 'correctSubmission' || correctsId !== null));

/** Refuses with STATE, and the version that stands, what the report's own state or that of its plan does not let happen now. */
export function demandStep(
  act: SubmissionAct,
  {
    state,
    version: current,
    ...report
  }: { state: SubmissionState; version: number; planState: string; correctsId: string | null },
): void {
  const from: readonly SubmissionState[] = submissionWorkflow[act].from;
  if (planStops(act, report)) throw new Refusal('STATE', { state: report.planState, current });
  if (!from.includes(state)) throw new Refusal('STATE', { state, current });
}
