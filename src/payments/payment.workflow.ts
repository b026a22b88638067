import type { Workflow } from '../api/workflow.js';

/** A payment has one state: it was made. One recorded by mistake is taken out. */
export const paymentWorkflow = {
  removePayment: { from: ['MADE'], to: null, kind: 'payment.removed' },
} as const satisfies Workflow<'MADE'>;
