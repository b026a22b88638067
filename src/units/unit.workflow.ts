import type { Workflow } from '../api/workflow.js';

/** What a unit is on a day: its validity, told as a state. */
export type UnitState = 'VALID' | 'CLOSED';

/** The life of a unit. Nothing is ever deleted; what it was on a day stays what it was. */
export const unitWorkflow = {
  amendUnit: { from: ['VALID'] },
  moveUnit: { from: ['VALID'] },
  closeUnit: { from: ['VALID'], to: 'CLOSED' },
} as const satisfies Workflow<UnitState>;
