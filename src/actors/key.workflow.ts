import type { Workflow } from '../api/workflow.js';

export type KeyState = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

/** The life of an API key. A rotated key stays active until its overlap is over. */
export const keyWorkflow = {
  rotateKey: { from: ['ACTIVE'], kind: 'key.rotated' },
  revokeKey: { from: ['ACTIVE'], to: 'REVOKED', kind: 'key.revoked' },
} as const satisfies Workflow<KeyState>;

export type KeyAct = keyof typeof keyWorkflow;

/** The state of a key at an instant. */
export function stateOf(
  { revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null },
  at: Date,
): KeyState {
  if (revokedAt !== null) return 'REVOKED';
  return expiresAt !== null && expiresAt <= at ? 'EXPIRED' : 'ACTIVE';
}
