import type { Workflow } from '../api/workflow.js';

export const scoreSheetStates = ['DRAFT', 'SUBMITTED', 'RETURNED', 'VERIFIED', 'CONCLUDED'] as const;
export type ScoreSheetState = (typeof scoreSheetStates)[number];

/** The life of a score sheet: scored by its unit, verified, concluded; a return opens it to its unit again. */
export const scoreSheetWorkflow = {
  // Makes the sheet, too: one that is not there yet counts as a draft.
  selfScore: { from: ['DRAFT', 'RETURNED'], kind: 'sheet.scored' },
  submitScores: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', kind: 'sheet.submitted' },
  returnScores: { from: ['SUBMITTED', 'VERIFIED', 'CONCLUDED'], to: 'RETURNED', kind: 'sheet.returned' },
  verifyScore: { from: ['SUBMITTED'], to: 'VERIFIED', kind: 'sheet.verified' },
  concludeScore: { from: ['VERIFIED'], to: 'CONCLUDED', kind: 'sheet.concluded' },
  dropScores: { from: ['DRAFT'], to: null, kind: 'sheet.dropped' },
} as const satisfies Workflow<ScoreSheetState>;

export type ScoreSheetAct = keyof typeof scoreSheetWorkflow;
