import type { Workflow } from '../api/workflow.js';

/** The validity of a unit on a day, as a state. */
export type UnitState = 'VALID' | 'CLOSED';

/** The life of a unit. Nothing is ever deleted; what it was on a day stays what it was. */
export const unitWorkflow = {
  amendUnit: { from: ['VALID', 'CLOSED'], kind: 'unit.amended' },
  moveUnit: { from: ['VALID'], kind: 'unit.moved' },
  correctUnit: { from: ['VALID', 'CLOSED'], kind: 'unit.corrected' },
  closeUnit: { from: ['VALID'], to: 'CLOSED', kind: 'unit.closed' },
} as const satisfies Workflow<UnitState>;

export type UnitAct = keyof typeof unitWorkflow;

/** The state of a unit on a day. */
export const stateOf = ({ validTo }: { validTo: string | null }, on: string): UnitState =>
  validTo !== null && validTo < on ? 'CLOSED' : 'VALID';
