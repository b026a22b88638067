import type { Workflow } from '../api/workflow.js';

/** An award given here is in force, or revoked from a day on; one that was recorded by hand may be taken out. */
export type AwardState = 'GRANTED' | 'REVOKED';

export const awardWorkflow = {
  correctAward: { from: ['GRANTED', 'REVOKED'], kind: 'award.corrected' },
  amendAward: { from: ['GRANTED'], kind: 'award.amended' },
  removeAward: { from: ['GRANTED'], to: null, kind: 'award.removed' },
  recoverAward: { from: ['GRANTED', 'REVOKED'], kind: 'award.recovered' },
  revokeAward: { from: ['GRANTED'], to: 'REVOKED', kind: 'award.revoked' },
  restoreAward: { from: ['REVOKED'], to: 'GRANTED', kind: 'award.restored' },
} as const satisfies Workflow<AwardState>;

export const stateOf = ({ revokedOn }: { revokedOn: string | null }): AwardState =>
  revokedOn === null ? 'GRANTED' : 'REVOKED';
