import { grouped } from '../database/batch.js';
import { sum } from '../indicators/combined.rules.js';
import type { ApprovedFigure, IndicatorFacts } from './facts.js';

/** Persons and units below one unit that hold a form of a year, of all of their kinds there are. */
export interface AwardsBelow {
  form: string;
  /** The year. */
  period: string;
  /** The unit that they stand right below. */
  unitId: string;
  holders: string;
  total: string;
  decisionIds: readonly string[];
}

/**
 * Awards of a form as approved figures of an indicator that is derived from them: for each year that of the commune,
 * and that of each unit with some right below it. A ratio is out of all persons and units of the kinds that hold it.
 */
export function awardFigures(
  { awardForm, overUnits, responsibleUnitId }: IndicatorFacts,
  all: readonly AwardsBelow[],
): ApprovedFigure[] {
  const own = all.filter(({ form }) => form === awardForm);
  const ofYear = grouped(own, ({ period }) => [period]);
  const figure = (period: string, rows: readonly AwardsBelow[]) => ({
    ...{ id: null, period },
    value: sum(rows.map(({ holders }) => holders)),
    outOf: overUnits === 'RATIO' ? sum(rows.map(({ total }) => total)) : null,
    decisionIds: rows.flatMap(({ decisionIds }) => decisionIds),
  });
  return [...new Set(own.map(({ period }) => period))].flatMap((period) => [
    { ...figure(period, ofYear(period)), unitId: responsibleUnitId ?? '', scope: 'COMMUNE' as const },
    ...ofYear(period).map((row) => ({ ...figure(period, [row]), unitId: row.unitId, scope: 'OWN' as const })),
  ]);
}
