import type { Indicator } from '../indicators/indicator.entity.js';
import { communeOnly } from '../indicators/reportable.rules.js';
import { point, points, type Point } from '../points.js';

/** Scopes of a figure: that of the commune, or that of its unit alone, a summand of the commune's. */
export const figureScopes = ['COMMUNE', 'OWN'] as const;
export type FigureScope = (typeof figureScopes)[number];

/** Scope of a figure that states none: only the unit that answers for the indicator speaks for the commune. */
export const usualScope = ({ responsibleUnitId }: Pick<Indicator, 'responsibleUnitId'>, unitId: string): FigureScope =>
  responsibleUnitId === unitId ? 'COMMUNE' : 'OWN';

/** Points against a scope that a unit states. One that an entry keeps was right when it was stated. */
export function brokenScope(
  scope: FigureScope,
  { indicator, unitId }: { indicator: Pick<Indicator, 'overUnits' | 'responsibleUnitId'>; unitId: string },
  pointer: string,
): Point[] {
  const usual = usualScope(indicator, unitId);
  return points(
    scope === 'COMMUNE' &&
      usual === 'OWN' &&
      point(pointer, 'SCOPE', "Only the unit that answers for the indicator reports the commune's figure: say OWN."),
    scope === 'OWN' &&
      usual === 'COMMUNE' &&
      indicator.overUnits === 'COMMUNE_ONLY' &&
      point(pointer, communeOnly.code, communeOnly.detail),
  );
}
