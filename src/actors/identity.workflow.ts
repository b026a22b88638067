import type { Workflow } from '../api/workflow.js';

export type IdentityState = 'ACTIVE' | 'PENDING';

/** The life of an identity. It may be confirmed before its actor gets a deciding role. */
export const identityWorkflow = {
  confirmIdentity: { from: ['PENDING', 'ACTIVE'], to: 'ACTIVE', kind: 'identity.confirmed' },
  unlinkIdentity: { from: ['ACTIVE', 'PENDING'], to: null, kind: 'identity.unlinked' },
} as const satisfies Workflow<IdentityState>;

export type IdentityAct = keyof typeof identityWorkflow;
