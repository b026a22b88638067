import type { Workflow } from '../api/workflow.js';

export const registrationStates = ['REGISTERED', 'ENDED'] as const;
export type RegistrationState = (typeof registrationStates)[number];

export const registrationWorkflow = {
  endRegistration: { from: ['REGISTERED'], to: 'ENDED', kind: 'registration.ended' },
} as const satisfies Workflow<RegistrationState>;
