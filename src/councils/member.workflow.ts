import type { Workflow } from '../api/workflow.js';

/** A membership has one state: its days say whether it holds. */
export const memberWorkflow = {
  endMembership: { from: ['APPOINTED'], kind: 'member.ended' },
  removeMembership: { from: ['APPOINTED'], to: null, kind: 'member.removed' },
} as const satisfies Workflow<'APPOINTED'>;
