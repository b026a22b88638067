import type { Workflow } from '../api/workflow.js';

/** A fact has one state: its days say when it holds. */
export const factWorkflow = {
  amendFact: { from: ['RECORDED'], kind: 'fact.amended' },
  endFact: { from: ['RECORDED'], kind: 'fact.ended' },
  removeFact: { from: ['RECORDED'], to: null, kind: 'fact.removed' },
} as const satisfies Workflow<'RECORDED'>;
