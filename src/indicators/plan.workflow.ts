import type { Workflow } from '../api/workflow.js';
import type { PlanState } from './plan.entity.js';

/** The life of a plan. After issue everything is amended with a reason. */
export const planWorkflow = {
  amendPlan: { from: ['DRAFT', 'ISSUED'], kind: 'plan.amended' },
  dropPlan: { from: ['DRAFT'], to: null, kind: 'plan.dropped' },
  setPlanSettings: { from: ['DRAFT', 'ISSUED'], kind: 'plan.settingsSet' },
  addIndicator: { from: ['DRAFT', 'ISSUED'] },
  draftScheme: { from: ['DRAFT', 'ISSUED'] },
  issuePlan: { from: ['DRAFT'], to: 'ISSUED', kind: 'plan.issued' },
  scoreStandings: { from: ['ISSUED', 'CLOSED'] },
  acknowledgePlan: { from: ['ISSUED'] },
  closePlan: { from: ['ISSUED'], to: 'CLOSED', kind: 'plan.closed' },
  reopenPlan: { from: ['CLOSED'], to: 'ISSUED', kind: 'plan.reopened' },
} as const satisfies Workflow<PlanState>;
