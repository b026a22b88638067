import Big from 'big.js';
import { figurePattern } from '../api/decimal.js';
import { point, type Point, type PointCode, type Sentence } from '../points.js';
import type { Indicator } from './indicator.entity.js';
import type { MeasureUnit } from './indicator-members.view.js';

/** Members of an indicator that decide what its figures look like. */
export type MeasuredIndicator = Pick<Indicator, 'measure' | 'endsAt100' | 'grades'>;

/** Ratings from the worst to the best. */
export const ratings = ['WEAK', 'AVERAGE', 'FAIR', 'GOOD', 'EXCELLENT'] as const;

/** The words a value may be where the indicator holds no number. A grade is what those who award it call it. */
const words: Readonly<Partial<Record<MeasureUnit, readonly string[] | 'ANY'>>> = {
  STATE: ['YES', 'NO'],
  RATING: ['YES', 'NO', ...[...ratings].reverse()],
  GRADE: 'ANY',
};

/** Whether an indicator holds no number. */
export const isInWords = ({ unit }: Pick<Indicator['measure'], 'unit'>): boolean => unit in words;

/** Units of measure without fractions. */
const whole: readonly MeasureUnit[] = ['VND', 'HEAD', 'PERSON', 'HOUSEHOLD', 'AREA', 'MODEL'];

/** Whether its units of measure are counted one by one. */
export const isWhole = ({ unit }: Pick<Indicator['measure'], 'unit'>): boolean => whole.includes(unit);

/**
 * The first rule a value breaks, promised or reported (docs/domain.md §1.3, §7.1). `outOf`: the total it is counted out
 * of; `at`: where the value stands.
 */
export function brokenValue(
  { measure, endsAt100, grades }: MeasuredIndicator,
  { value, outOf }: { value: string; outOf: string | null },
  pointer: string,
): Point[] {
  const broken = (code: PointCode, sentence: Sentence) => [point(pointer, code, sentence)];
  const allowed = measure.unit === 'GRADE' && grades.length > 0 ? grades : words[measure.unit];
  if (allowed === 'ANY')
    return /\p{L}/u.test(value) ? [] : broken('WORDS', 'This indicator is reported as a grade, in words.');
  if (allowed)
    return allowed.includes(value)
      ? []
      : broken('WORDS', {
          en: `This indicator is reported as one of ${allowed.join(', ')}.`,
          vi: `Chỉ tiêu này báo cáo bằng một trong các mức: ${allowed.join(', ')}.`,
        });
  if (!figurePattern.test(value))
    return broken(
      'FIGURE',
      'This indicator is reported as a decimal, "171.9", in the base unit: no separator of thousands.',
    );
  const isRatio = measure.factor !== null && outOf === null;
  if (new Big(value).lt(0) && !isRatio)
    return broken('NEGATIVE', 'Only a ratio can be negative, a count or a quantity cannot.');
  if (isWhole(measure) && value.includes('.'))
    return broken('WHOLE', 'What is counted one by one, and đồng, is a whole number.');
  if (isRatio && endsAt100 && (new Big(value).gt(measure.factor ?? 100) || new Big(value).lt(0)))
    return broken('SHARE', {
      en: `A share lies between 0 and ${measure.factor}.`,
      vi: `Tỷ lệ phải từ 0 đến ${measure.factor}.`,
    });
  const isShare = measure.factor === null || endsAt100;
  if (outOf !== null && isShare && new Big(value).gt(outOf))
    return broken('MORE_THAN_ALL', {
      en: `${value} is more than the ${outOf} it is counted out of.`,
      vi: `Số ${value} lớn hơn tổng số ${outOf}.`,
    });
  return [];
}
