import type { Workflow } from '../api/workflow.js';
import type { PlanState } from './plan.entity.js';

/** The life of a plan. After issue everything is amended with a reason. */
export const planWorkflow = {
  amendPlan: { from: ['DRAFT', 'ISSUED'] },
  addIndicator: { from: ['DRAFT', 'ISSUED'] },
  issuePlan: { from: ['DRAFT'], to: 'ISSUED' },
  acknowledgePlan: { from: ['ISSUED'] },
  closePlan: { from: ['ISSUED'], to: 'CLOSED' },
} as const satisfies Workflow<PlanState>;

/** What may be done to an indicator while its plan is in a state. */
export const indicatorWorkflow = {
  amendIndicator: { from: ['DRAFT', 'ISSUED'] },
  clarifyIndicator: { from: ['DRAFT', 'ISSUED'] },
  retireIndicator: { from: ['DRAFT', 'ISSUED'] },
  setTarget: { from: ['DRAFT', 'ISSUED'] },
} as const satisfies Workflow<PlanState>;
