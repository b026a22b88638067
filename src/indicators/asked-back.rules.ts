import Big from 'big.js';
import { figurePattern } from '../api/decimal.js';
import { point, type Point } from '../points.js';
import type { Basis, Confirmation, Measure } from './indicator-members.view.js';
import { isWhole } from './value.rules.js';

interface Measured {
  measure: Pick<Measure, 'unit' | 'displayUnit' | 'scale'>;
}

/** Bases whose target is no figure in the unit of the indicator: a percentage, a factor, none. */
const otherwise: readonly (Basis | undefined)[] = ['GROWTH', 'MULTIPLE', 'NOT_WORSE'];

/** Whether the target of an indicator is a figure in its own unit of measure. */
export const isInUnit = ({ basis }: { basis?: Basis }): boolean => !otherwise.includes(basis);

/** A figure as it is to be taken, and the points that ask it back. */
export interface FigureRead {
  value: string;
  asked: Point[];
}

/** A count with a thousands' point: "1.763" animals. "1.500" is one, too, although no decimal ends in zero. */
const withThousands = /^[1-9]\d{0,2}\.\d{3}$/;
/** Money below this part of its display unit: 999 đồng where plans speak of millions. */
const farBelow = '0.001';

/**
 * Reads a figure as it was written. THOUSANDS: a point in what is counted one by one, of which there is no fraction;
 * confirmed, the point is that of the thousands. SCALE: money far below its display unit; confirmed, it stays.
 */
export function readFigure(
  { measure }: Measured,
  written: string,
  { at, confirm = [] }: { at: string; confirm?: readonly Confirmation[] },
): FigureRead {
  const asked: Point[] = [];
  const ask = (code: Confirmation, detail: string, readings: readonly string[]) => {
    if (!confirm.includes(code)) asked.push({ ...point(at, code, detail), readings });
  };
  const value = isWhole(measure) && withThousands.test(written) ? written.replace('.', '') : written;
  if (value !== written) ask('THOUSANDS', `Is "${written}" ${value}, or a fraction?`, [value, written]);
  if (measure.unit !== 'VND' || !figurePattern.test(value)) return { value, asked };
  const display = new Big(10).pow(measure.scale);
  const stated = new Big(value);
  if (measure.scale > 0 && stated.gt(0) && stated.lt(display.times(farBelow))) {
    const scaled = stated.times(display).toFixed();
    ask('SCALE', `Is "${value}" ${value} đồng, or ${value} ${measure.displayUnit} (${scaled} đồng)?`, [value, scaled]);
  }
  return { value, asked };
}

/** Reads the figures of some members, by name; one that is null or left out stays so. `at`: where the members stand. */
export function readFigures<Members extends Readonly<Record<string, string | null | undefined>>>(
  indicator: Measured,
  members: Members,
  { at = '', confirm }: { at?: string; confirm?: readonly Confirmation[] },
): { figures: Partial<Members>; asked: Point[] } {
  const asked: Point[] = [];
  const read = Object.entries(members).flatMap(([member, written]) => {
    if (written == null) return [];
    const figure = readFigure(indicator, written, { at: `${at}/${member}`, confirm });
    asked.push(...figure.asked);
    return [[member, figure.value] as const];
  });
  return { figures: Object.fromEntries(read) as Partial<Members>, asked };
}
