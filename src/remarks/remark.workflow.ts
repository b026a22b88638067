import type { Workflow } from '../api/workflow.js';

export const remarkStates = ['OPEN', 'ANSWERED', 'WITHDRAWN'] as const;
export type RemarkState = (typeof remarkStates)[number];

/** An answer that was a slip gives way to another. */
export const remarkWorkflow = {
  answerRemark: { from: ['OPEN', 'ANSWERED'], to: 'ANSWERED', kind: 'remark.answered' },
  withdrawRemark: { from: ['OPEN'], to: 'WITHDRAWN', kind: 'remark.withdrawn' },
} as const satisfies Workflow<RemarkState>;
