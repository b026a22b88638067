import type { AddIndicator } from './indicator.inputs.js';

/** Members of a new indicator that its input leaves out. */
export const blank = (input: Omit<AddIndicator, 'clarification' | 'reportedBy'>) => ({
  printedLabel: null,
  basis: 'LEVEL' as const,
  target: null,
  targetText: null,
  upperTarget: null,
  outOf: null,
  endsAt100: input.measure.unit === 'PERCENT' && input.overUnits === 'RATIO',
  grades: [],
  derived: false,
  derivation: null,
  awardForm: null,
  counted: false,
  baseline: null,
  printedChange: null,
  overYears: 'AT_END' as const,
  seasons: [],
  identifiers: [],
  expectedShare: [],
  assessedBy: null,
  notAbove: null,
  evidenceRequired: false,
  notPrinted: [],
});
