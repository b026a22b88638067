import type { Workflow } from '../api/workflow.js';

export const decisionStates = ['DRAFT', 'SIGNED', 'CANCELLED'] as const;
export type DecisionState = (typeof decisionStates)[number];

/** The life of a decision. A signed decision stays: an award is revoked by another decision. */
export const decisionWorkflow = {
  amendDecision: { from: ['DRAFT'], kind: 'decision.amended' },
  signDecision: { from: ['DRAFT'], to: 'SIGNED', kind: 'decision.signed' },
  correctDecision: { from: ['SIGNED'], kind: 'decision.corrected' },
  cancelDecision: { from: ['DRAFT'], to: 'CANCELLED', kind: 'decision.cancelled' },
} as const satisfies Workflow<DecisionState>;
