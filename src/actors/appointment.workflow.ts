import type { Workflow } from '../api/workflow.js';

/** An appointment is given by an administrator, or by the chairperson as a delegation. Only its last day changes. */
export type AppointmentState = 'APPOINTED' | 'DELEGATED';

export const appointmentWorkflow = {
  endAppointment: { from: ['APPOINTED'], kind: 'appointment.ended' },
  endDelegation: { from: ['DELEGATED'], kind: 'appointment.ended' },
} as const satisfies Workflow<AppointmentState>;

export type AppointmentAct = keyof typeof appointmentWorkflow;
