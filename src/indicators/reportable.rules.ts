import { vietnameseDate } from '../day.js';
import { point, points, type Point, type PointCode } from '../points.js';
import type { Unit } from '../units/unit.entity.js';
import type { Indicator } from './indicator.entity.js';
import { liesIn, nameOf, spanOfYears, type Seasons, type Years } from './period.js';
import type { Plan } from './plan.entity.js';

/** A rule of reports that a promise keeps, too: what can never be reported is not promised. */
interface SharedRule<Subject> {
  code: PointCode;
  detail: string;
  broken(subject: Subject, unitId: string): boolean;
}

/** COMMUNE_ONLY: one figure for the whole commune, of the unit that answers for it; of anybody where none does. */
export const communeOnly = {
  code: 'COMMUNE_ONLY',
  detail: 'This indicator is reported only for the commune, by the unit that answers for it.',
  broken: ({ overUnits, responsibleUnitId }, unitId) =>
    overUnits === 'COMMUNE_ONLY' && responsibleUnitId !== null && responsibleUnitId !== unitId,
} as const satisfies SharedRule<Pick<Indicator, 'overUnits' | 'responsibleUnitId'>>;

/**
 * Points against a period that no report of a plan is for: it lies outside the plan's years, or has another name.
 * `days`: those of the plan's seasons.
 */
export function brokenPeriod(period: string, { days, ...years }: Years & { days?: Seasons }, pointer: string): Point[] {
  const name = nameOf(period);
  const { from, to } = spanOfYears(years);
  return points(
    !liesIn(period, years, days) &&
      point(pointer, 'NOT_OF_THE_YEAR', {
        en: `${period} does not lie within the plan, ${from} to ${to}.`,
        vi: `Kỳ ${period} không nằm trong kế hoạch, từ ${vietnameseDate(from)} đến ${vietnameseDate(to)}.`,
      }),
    name !== undefined &&
      point(pointer, 'PERIOD_HAS_NAME', {
        en: `${period} is called ${name}.`,
        vi: `Kỳ ${period} có tên là ${name}; hãy dùng tên đó.`,
      }),
  );
}

/** Points against a unit that is not below the unit of a child plan. */
export function brokenUnit(
  unit: Pick<Unit, 'code' | 'path'>,
  { unitPath }: Pick<Plan, 'unitPath'>,
  pointer: string,
): Point[] {
  const below = unitPath === '' || `${unit.path}/`.startsWith(`${unitPath}/`);
  return points(
    !below &&
      point(pointer, 'NOT_BELOW', {
        en: `"${unit.code}" is not below the plan's unit.`,
        vi: `"${unit.code}" không trực thuộc đơn vị của kế hoạch.`,
      }),
  );
}
