import { point, type Point } from '../points.js';
import type { Indicator } from './indicator.entity.js';

/** Members of an indicator that decide whether its level is compared with another's. */
export type Comparable = Pick<Indicator, 'code' | 'notAbove'> & {
  measure: Pick<Indicator['measure'], 'unit' | 'factor'>;
};

/**
 * Points against the indicator that another never lies above: the plan has none, it has another unit or factor, or it
 * is included in the other itself.
 */
export function brokenNotAbove({ code, notAbove, measure }: Comparable, ofPlan: readonly Comparable[]): Point[] {
  if (notAbove === null) return [];
  const named = new Map(ofPlan.map((each) => [each.code, each]));
  const including = new Set<string>();
  for (let next: string | null = notAbove; next !== null && !including.has(next);) {
    including.add(next);
    next = named.get(next)?.notAbove ?? null;
  }
  if (including.has(code))
    return [
      point('/notAbove', 'INCLUDES_ITSELF', {
        en: `"${code}" would include itself.`,
        vi: `"${code}" không thể bao trùm chính nó, kể cả qua chỉ tiêu khác.`,
      }),
    ];
  const other = named.get(notAbove);
  if (!other)
    return [
      point('/notAbove', 'UNKNOWN', {
        en: `The plan has no indicator "${notAbove}".`,
        vi: `Kế hoạch không có chỉ tiêu "${notAbove}".`,
      }),
    ];
  const isAlike = other.measure.unit === measure.unit && other.measure.factor === measure.factor;
  return isAlike
    ? []
    : [
        point('/notAbove', 'OTHER_MEASURE', {
          en: `"${notAbove}" is measured in another unit.`,
          vi: `"${notAbove}" có đơn vị tính hoặc hệ số khác; chỉ tiêu bao trùm phải giống.`,
        }),
      ];
}
