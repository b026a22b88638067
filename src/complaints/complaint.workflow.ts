import type { Workflow } from '../api/workflow.js';

export const complaintStates = ['ACCEPTED', 'SETTLED', 'WITHDRAWN'] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** The life of a complaint: what was settled is settled anew after a slip, or by a second decision. */
export const complaintWorkflow = {
  settleComplaint: { from: ['ACCEPTED', 'SETTLED'], to: 'SETTLED', kind: 'complaint.settled' },
  withdrawComplaint: { from: ['ACCEPTED'], to: 'WITHDRAWN', kind: 'complaint.withdrawn' },
} as const satisfies Workflow<ComplaintState>;

/** The state of a new complaint. */
export const accepting = { to: 'ACCEPTED' } as const satisfies Record<string, ComplaintState>;
