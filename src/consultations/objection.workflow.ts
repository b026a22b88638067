import type { Workflow } from '../api/workflow.js';

export const objectionStates = ['RAISED', 'ANSWERED'] as const;
export type ObjectionState = (typeof objectionStates)[number];

/** The life of an objection: until its consultation is closed the answer may be given again. */
export const objectionWorkflow = {
  answerObjection: { from: ['RAISED', 'ANSWERED'], to: 'ANSWERED', kind: 'objection.answered' },
} as const satisfies Workflow<ObjectionState>;

/** The state of a new objection. */
export const raising = { to: 'RAISED' } as const satisfies Record<string, ObjectionState>;
