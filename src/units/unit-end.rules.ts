import { dayAfter, vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';
import { isPerson } from './unit-kind.rules.js';
import type { Unit } from './unit.entity.js';
import { laterTerm, validOn } from './unit.rules.js';

/**
 * Points against the last day of a unit: others stand below it afterwards; its end is known already; its name or place
 * changes later; a unit that it succeeds ends no earlier.
 */
export function brokenEnd(
  unit: Unit,
  lastDay: string,
  { below, succeeded }: { below: readonly Unit[]; succeeded: readonly Pick<Unit, 'code' | 'validTo'>[] },
): Point[] {
  const later = below.filter(({ termTo }) => termTo === null || termTo > lastDay);
  const codes = [...new Set(later.map(({ code }) => code))];
  const [few, more] = [codes.slice(0, 10).join(', '), codes.length - 10];
  return points(
    codes.length > 0 && {
      ...point(
        '/lastDay',
        'UNITS_BELOW',
        `Still below it after ${lastDay}: ${few}${more > 0 ? ` and ${more} more` : ''}.`,
      ),
      vi: `Sau ngày ${lastDay} còn đơn vị trực thuộc: ${few}${more > 0 ? ` và ${more} đơn vị khác` : ''}.`,
    },
    unit.validTo !== null && {
      ...point('/lastDay', 'LATER_TERM', `"${unit.code}" ends on ${unit.validTo} already.`),
      vi: `Đơn vị "${unit.code}" đã được ghi là kết thúc ngày ${vietnameseDate(unit.validTo)}.`,
    },
    laterTerm(unit, '/lastDay'),
    ...succeeded.map(
      ({ code, validTo }) =>
        validTo !== null &&
        validTo >= lastDay &&
        point('/lastDay', 'STILL_SUCCEEDS', `It succeeds "${code}", which ends on ${validTo}.`),
    ),
  );
}

/** Whether successors are given that are not the same as before, in whatever order. */
export const changesSuccessors = (unit: Pick<Unit, 'successors'>, given: readonly string[] | undefined): boolean =>
  given !== undefined && [...given].sort().join() !== [...unit.successors].sort().join();

/**
 * Points against the successors of a unit: it goes on; a person or household is one or has one; one is the unit itself,
 * is named twice, or is not valid on the day after. Each successor ends later than its predecessor: there is no circle.
 */
export function brokenSuccessors(
  unit: Pick<Unit, 'code' | 'kind' | 'validTo'>,
  codes: readonly string[],
  named: readonly Pick<Unit, 'code' | 'kind' | 'validFrom' | 'validTo'>[],
): Point[] {
  if (codes.length === 0) return [];
  if (isPerson(unit.kind))
    return [point('/successors', 'NO_SUCCESSOR', 'A household or person is succeeded by nobody.')];
  if (unit.validTo === null) return [point('/successors', 'NOT_ENDED', `"${unit.code}" has no last day.`)];
  const first = dayAfter(unit.validTo);
  const found = new Map(named.map((each) => [each.code, each]));
  return codes.flatMap((code, index) => {
    const pointer = `/successors/${index}`;
    const successor = found.get(code);
    if (code === unit.code) return point(pointer, 'SUCCEEDS_ITSELF', 'A unit does not succeed itself.');
    if (codes.indexOf(code) !== index) return point(pointer, 'NAMED_TWICE', `"${code}" is named twice.`);
    if (!successor || !validOn(successor, first))
      return point(pointer, 'NOT_VALID', `There is no unit "${code}" on ${first}, the day after the last.`);
    return isPerson(successor.kind) ? point(pointer, 'NO_SUCCESSOR', 'A household or person succeeds no unit.') : [];
  });
}
