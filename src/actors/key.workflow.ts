import type { Workflow } from '../api/workflow.js';

export type KeyState = 'ACTIVE' | 'PENDING' | 'EXPIRED' | 'REVOKED';

/**
 * The life of an API key. A rotated key stays active until its overlap is over. A key may be confirmed before its actor
 * gets a deciding role.
 */
export const keyWorkflow = {
  confirmKey: { from: ['PENDING', 'ACTIVE'], to: 'ACTIVE', kind: 'key.confirmed' },
  amendKey: { from: ['ACTIVE', 'PENDING'], kind: 'key.amended' },
  rotateKey: { from: ['ACTIVE', 'PENDING'], kind: 'key.rotated' },
  revokeKey: { from: ['ACTIVE', 'PENDING'], to: 'REVOKED', kind: 'key.revoked' },
} as const satisfies Workflow<KeyState>;

export type KeyAct = keyof typeof keyWorkflow;
