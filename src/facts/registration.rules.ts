import type { AwardForm } from '../catalogue/award-form.view.js';
import { point, points, type Point } from '../points.js';
import { isPerson, kindInVietnamese, type UnitKind } from '../units/unit-kind.rules.js';
import type { Registration } from './registration.entity.js';

type Told = Pick<Registration, 'period' | 'forms' | 'withBelow'> & { unitCode: string; unitKind: UnitKind };

/**
 * Every point against a registration: of another period than a year, for a year to come but the next, a form that is
 * unknown, named twice or neither for the unit nor for those below it, or of what nobody is below.
 */
export function brokenRegistration(
  { period, forms, withBelow, unitCode, unitKind }: Told,
  { today, known }: { today: string; known: ReadonlyMap<string, Pick<AwardForm, 'nominees'>> },
): Point[] {
  const nextYear = String(Number(today.slice(0, 4)) + 1);
  return points(
    !/^\d{4}$/.test(period) &&
      point('/period', 'FACT_YEAR', {
        en: `It is for a year, not for ${period}.`,
        vi: `Đăng ký thi đua theo năm, ví dụ 2023; không theo kỳ ${period}.`,
      }),
    period.slice(0, 4) > nextYear &&
      point('/period', 'AHEAD', {
        en: `${period} lies beyond ${nextYear}.`,
        vi: `Năm ${period} chưa tới lúc đăng ký; chỉ đăng ký đến năm ${nextYear}.`,
      }),
    withBelow &&
      isPerson(unitKind) &&
      point('/withBelow', 'NO_BODY', {
        en: `"${unitCode}" is a person or household: nobody is below.`,
        vi: `"${unitCode}" là cá nhân hoặc hộ gia đình, không có ai trực thuộc.`,
      }),
    forms.flatMap((code, index) => {
      const form = known.get(code);
      const fits = form?.nominees.some((kind) => kind === unitKind || (withBelow && isPerson(kind)));
      return points(
        !form &&
          point(`/forms/${index}`, 'UNKNOWN', {
            en: `There is no award form "${code}".`,
            vi: `Không có hình thức khen thưởng "${code}".`,
          }),
        form &&
          !fits &&
          point(`/forms/${index}`, 'NOT_FOR_KIND', {
            en: `"${code}" is not for a unit of kind ${unitKind}.`,
            vi: `Hình thức "${code}" không dành cho ${kindInVietnamese[unitKind]}.`,
          }),
        forms.indexOf(code) < index &&
          point(`/forms/${index}`, 'NAMED_TWICE', {
            en: `"${code}" is named twice.`,
            vi: `Hình thức "${code}" được nêu hai lần.`,
          }),
      );
    }),
  );
}
