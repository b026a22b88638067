import type { Workflow } from '../api/workflow.js';
import type { PlanState } from './plan.entity.js';

/** The acts on an indicator, by the state of its plan. */
export const indicatorWorkflow = {
  amendIndicator: { from: ['DRAFT', 'ISSUED'], kind: 'indicator.amended' },
  clarifyIndicator: { from: ['DRAFT', 'ISSUED'], kind: 'indicator.clarified' },
  retireIndicator: { from: ['DRAFT', 'ISSUED'], kind: 'indicator.retired' },
  dropIndicator: { from: ['DRAFT'], to: null, kind: 'indicator.dropped' },
  setTarget: { from: ['DRAFT', 'ISSUED'] },
  removeTarget: { from: ['DRAFT', 'ISSUED'] },
} as const satisfies Workflow<PlanState>;

export type IndicatorAct = keyof typeof indicatorWorkflow;

export const indicatorActs = Object.keys(indicatorWorkflow) as readonly IndicatorAct[];
