import type { Workflow } from '../api/workflow.js';

export const periodStates = ['OPEN', 'CLOSED'] as const;
export type PeriodState = (typeof periodStates)[number];

/** The life of a period of a plan. Until its first act it is open, and no row is kept of it. */
export const periodWorkflow = {
  extendDeadline: { from: ['OPEN'], kind: 'period.extended' },
  closePeriod: { from: ['OPEN'], to: 'CLOSED', kind: 'period.closed' },
  reopenPeriod: { from: ['CLOSED'], to: 'OPEN', kind: 'period.reopened' },
} as const satisfies Workflow<PeriodState>;

/** Whether the plan's state stops an act: a draft is not reported on, a closed plan takes corrections only. */
export const planStopsPeriod = (act: keyof typeof periodWorkflow, planState: string): boolean =>
  planState === 'DRAFT' || (act === 'extendDeadline' && planState !== 'ISSUED');
