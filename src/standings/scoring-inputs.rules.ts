import type { ScoreColumn } from './score-column.view.js';
import type { ScoreSheet } from './score-sheet.entity.js';
import type { Given, PointsGiven, ScoringInputs, Stage } from './scored.js';

/** A score sheet as a scheme is scored from it. */
export type SheetColumns = Pick<
  ScoreSheet,
  'id' | 'version' | 'unitCode' | 'self' | 'verified' | 'final' | 'allowances' | 'exceptions'
>;

type OfSheets = Pick<ScoringInputs, 'points' | 'figures' | 'occurrences' | 'allowances' | 'exceptions'>;

const columnAt = (sheet: SheetColumns, stage: Stage): ScoreColumn | null =>
  ({ SELF: sheet.self, VERIFIED: sheet.verified, FINAL: sheet.final })[stage];

/**
 * Inputs of a table from score sheets: figures and occurrences of the column, points of all three, and what the
 * conclusion allows. Texts and authors stay behind. A unit whose column is not there yet gives nothing.
 */
export function scoringInputsOf(sheets: readonly SheetColumns[], stage: Stage): OfSheets {
  const columns = sheets.flatMap((sheet) => {
    const column = columnAt(sheet, stage);
    return column ? [{ sheet, column }] : [];
  });
  const concluded = stage === 'FINAL' ? columns : [];
  return {
    points: columns.flatMap(({ sheet }) => pointsOf(sheet)),
    figures: columns.flatMap(({ sheet, column }) =>
      column.figures.map(({ reason: _, ...given }) => ({
        ...given,
        of: sheet.unitCode,
        measure: null,
        from: [{ type: 'ScoreSheet', id: sheet.id, version: sheet.version }],
      })),
    ),
    occurrences: columns.flatMap(({ sheet, column }) =>
      column.occurrences.map(({ occurrenceId: id, figure, times, isExempt, evidenceIds: evidence }) => ({
        ...{ id, figure, times, isExempt, evidence },
        of: sheet.unitCode,
      })),
    ),
    allowances: concluded.flatMap(({ sheet }) => sheet.allowances.map(({ line }) => ({ unit: sheet.unitCode, line }))),
    exceptions: concluded.flatMap(({ sheet }) =>
      sheet.exceptions.map((each) => ({ unit: sheet.unitCode, class: each.class })),
    ),
  };
}

/** Points of a sheet by line, each in the columns that have it. */
function pointsOf({ unitCode: unit, self, verified, final }: SheetColumns): PointsGiven[] {
  const lines = new Set([self, verified, final].flatMap((column) => (column?.points ?? []).map(({ line }) => line)));
  return [...lines].map((line) => ({
    ...{ unit, line },
    self: givenIn(self, line),
    verified: givenIn(verified, line),
    final: givenIn(final, line),
  }));
}

function givenIn(column: ScoreColumn | null, of: string): Given | null {
  const given = column?.points.find(({ line }) => line === of);
  return given ? { points: given.points, isReasoned: given.reason !== null } : null;
}
