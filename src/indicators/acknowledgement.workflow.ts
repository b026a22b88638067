import type { Workflow } from '../api/workflow.js';
import type { PlanState } from './plan.entity.js';

/** The acts on an acknowledgement, by the state of its plan. */
export const acknowledgementWorkflow = {
  amendAcknowledgement: { from: ['ISSUED'], kind: 'acknowledgement.amended' },
  removeAcknowledgement: { from: ['ISSUED'], to: null, kind: 'acknowledgement.removed' },
} as const satisfies Workflow<PlanState>;
