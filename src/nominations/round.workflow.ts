import type { Workflow } from '../api/workflow.js';

export const roundStates = ['OPEN', 'CLOSED'] as const;
export type RoundState = (typeof roundStates)[number];

/**
 * The life of a round: it takes nominations until it is closed. Those that were submitted go their road; drafts wait
 * for its reopening.
 */
export const roundWorkflow = {
  nominate: { from: ['OPEN'] },
  amendRound: { from: ['OPEN', 'CLOSED'], kind: 'round.amended' },
  dropRound: { from: ['OPEN', 'CLOSED'], to: null, kind: 'round.dropped' },
  closeRound: { from: ['OPEN'], to: 'CLOSED', kind: 'round.closed' },
  reopenRound: { from: ['CLOSED'], to: 'OPEN', kind: 'round.reopened' },
} as const satisfies Workflow<RoundState>;

/** The state of a new round. */
export const opening = { to: 'OPEN' } as const satisfies Record<string, RoundState>;
