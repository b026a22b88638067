import type { Workflow } from '../api/workflow.js';

/** An award is never deleted: it is in force, or revoked from a day on. */
export type AwardState = 'GRANTED' | 'REVOKED';

export const awardWorkflow = {
  revokeAward: { from: ['GRANTED'], to: 'REVOKED', kind: 'award.revoked' },
} as const satisfies Workflow<AwardState>;

export const stateOf = ({ revokedOn }: { revokedOn: string | null }): AwardState =>
  revokedOn === null ? 'GRANTED' : 'REVOKED';
