import type { Workflow } from '../api/workflow.js';

export const consultationStates = ['OPEN', 'CLOSED', 'CANCELLED'] as const;
export type ConsultationState = (typeof consultationStates)[number];

/** The life of a consultation: its list hangs, objections are raised and answered, it is closed, and all goes on. */
export const consultationWorkflow = {
  raiseObjection: { from: ['OPEN'] },
  closeConsultation: { from: ['OPEN'], to: 'CLOSED', kind: 'consultation.closed' },
  cancelConsultation: { from: ['OPEN'], to: 'CANCELLED', kind: 'consultation.cancelled' },
} as const satisfies Workflow<ConsultationState>;

/** The state of a new consultation. */
export const hanging = { to: 'OPEN' } as const satisfies Record<string, ConsultationState>;
