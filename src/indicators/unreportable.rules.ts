import type { Point } from '../points.js';
import { shown } from './fraction.js';
import type { Indicator } from './indicator.entity.js';
import { boundsOf, isChange, nearEnd, yearsTogether } from './level.rules.js';
import type { Years } from './period.js';
import { brokenValue, isInWords, isWhole } from './value.rules.js';

type Promised = Parameters<typeof boundsOf>[0] &
  Parameters<typeof brokenValue>[0] &
  Pick<Indicator, 'baseline' | 'overYears'>;

/** Points for figures of a promise that no report could reach. */
export function unreportableFigures(indicator: Promised, years: Years): Point[] {
  const { basis, target, upperTarget, baseline } = indicator;
  if (isInWords(indicator.measure)) return [];
  const level = basis === 'LEVEL' || basis === 'EACH_UNIT';
  const figures: Readonly<Record<string, string | null>> = {
    ...(level && { target, upperTarget }),
    baseline,
    ...(isChange(basis) && { target: comesTo(indicator, years) }),
  };
  return Object.entries(figures).flatMap(([member, value]) =>
    value === null ? [] : brokenValue(indicator, { value, outOf: null }, `/${member}`),
  );
}

/** Level that a change comes to, where its baseline is known; a whole number of what is counted one by one. */
function comesTo(indicator: Promised, years: Years): string | null {
  const bounds = boundsOf(indicator, yearsTogether(indicator.overYears, years));
  if (typeof bounds === 'string') return null;
  const near = nearEnd(bounds, indicator.direction);
  return near && shown(near, isWhole(indicator.measure) ? 0 : 6);
}
