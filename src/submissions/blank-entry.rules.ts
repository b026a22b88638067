import type { Indicator } from '../indicators/indicator.entity.js';
import type { EntryValues } from './entry.rules.js';
import { usualScope } from './scope.rules.js';

/** An entry of a draft for a figure that is owed: it says nothing yet. */
export const blankEntry = (
  indicator: Pick<Indicator, 'id' | 'code' | 'responsibleUnitId'>,
  unitId: string,
): EntryValues => ({
  indicatorId: indicator.id,
  indicatorCode: indicator.code,
  scope: usualScope(indicator, unitId),
  reported: null,
  outOf: null,
  nothingToReport: null,
  note: null,
  remark: null,
  verified: null,
  verifiedReason: null,
  verifiedOn: null,
  approved: null,
  approvedReason: null,
  evidenceIds: [],
});

/** Whether an entry says something: a figure, or that there is nothing to report. */
export const isSaid = ({ reported, nothingToReport }: Pick<EntryValues, 'reported' | 'nothingToReport'>): boolean =>
  reported !== null || nothingToReport !== null;
