import { wrong } from '../refusals.js';
import type { Indicator } from './indicator.entity.js';
import type { Reading } from './indicator-members.view.js';

type Read = Pick<Indicator, 'comparator' | 'basis' | 'overYears' | 'target' | 'upperTarget' | 'beyond'>;

/** Promise of an indicator under one of its readings; a member that the reading leaves out is the indicator's own. */
export const under = (
  indicator: Pick<Indicator, 'basis' | 'overYears' | 'beyond'>,
  { comparator, basis, overYears, target, upperTarget, beyond }: Omit<Reading, 'code' | 'text' | 'needsBaseline'>,
): Read => ({
  comparator,
  basis: basis ?? indicator.basis,
  overYears: overYears ?? indicator.overYears,
  target,
  upperTarget,
  beyond: comparator === 'BETWEEN' ? (beyond ?? indicator.beyond ?? 'EXCEEDED') : null,
});

/**
 * Target of an indicator under one of its readings. Refusal: RULE for an unknown reading, or for one whose target must
 * be given.
 */
export function readAs(
  indicator: Pick<Indicator, 'clarification' | 'targetText' | 'basis' | 'overYears' | 'beyond'>,
  code: string,
  given: string | undefined,
): Read & Pick<Indicator, 'targetText'> {
  const reading = indicator.clarification?.readings.find((each) => each.code === code);
  if (!reading)
    throw wrong('/reading', 'UNKNOWN', {
      en: `There is no reading "${code}" to choose.`,
      vi: `Không có cách hiểu "${code}".`,
    });
  if (reading.needsBaseline && given === undefined)
    throw wrong('/target', 'NEEDS_TARGET', {
      en: `Reading "${code}" depends on the baseline: give the target it comes to.`,
      vi: `Cách hiểu "${code}" phụ thuộc số năm trước: phải ghi mức tính ra.`,
    });
  if (!reading.needsBaseline && given !== undefined)
    throw wrong('/target', 'TARGET_FIXED', {
      en: `Reading "${code}" states its target.`,
      vi: `Cách hiểu "${code}" đã nêu mức; không ghi thêm.`,
    });
  const read = under(indicator, reading);
  return { ...read, ...(given !== undefined && { basis: 'LEVEL', target: given }), targetText: indicator.targetText };
}
