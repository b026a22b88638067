import { compare } from '../indicators/fraction.js';
import { levelOf } from '../indicators/verdict.rules.js';
import type { Rows } from '../progress/progress.rules.js';
import type { Progress } from '../progress/progress.view.js';
import type { IndicatorVerdict } from './nominee.js';

const reached: readonly Progress['state'][] = ['MET', 'EXCEEDED'];

/** Verdict on an indicator: of a unit by its own row, of the commune itself (null) by that of the commune. */
export function indicatorVerdict({ indicator, commune, units }: Rows, unitId: string | null): IndicatorVerdict {
  const own = unitId === null ? commune : units.find((row) => row.unitId === unitId);
  if (!own) return { met: null, notWorse: null, figure: null };
  const met = reached.includes(own.state) ? true : own.state === 'MISSED' ? false : null;
  const [mine, theirs] = [own.cumulative, commune.cumulative];
  if (!mine || !theirs) return { met, notWorse: null, figure: null };
  const side = compare(levelOf(indicator, mine), levelOf(indicator, theirs));
  const notWorse = { UP: side >= 0, DOWN: side <= 0, HOLD: side === 0 }[indicator.direction];
  return { met, notWorse, figure: figureOf(mine) };
}

const figureOf = ({ value, outOf }: NonNullable<Progress['cumulative']>): string =>
  outOf === null ? value : `${value}/${outOf}`;
