import type { Measure } from './indicator-members.view.js';
import type { MeasureGiven } from './indicator-members.inputs.js';

/** The factor of a ratio; that of a percentage need not be given. */
export const factorOf = ({ unit, factor }: MeasureGiven): string | null =>
  factor ?? (unit === 'PERCENT' ? '100' : null);

/** The columns of a measure. */
export const columnsOf = ({ unit: measureUnit, displayUnit, scale, factor }: Measure) => ({
  ...{ measureUnit, displayUnit, scale, factor },
});
