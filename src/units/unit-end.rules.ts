import { dayAfter, vietnameseDate } from '../day.js';
import { point, points, type Point, type Sentence } from '../points.js';
import { isPerson } from './unit-kind.rules.js';
import type { Unit } from './unit.entity.js';
import { laterTerm, validOn } from './unit.rules.js';

/**
 * Points against the last day of a unit: others stand below it afterwards; its end is known already; its name or place
 * changes later, which a household or person takes along; a unit that it succeeds ends no earlier.
 */
export function brokenEnd(
  unit: Unit,
  lastDay: string,
  { below, succeeded }: { below: readonly Unit[]; succeeded: readonly Pick<Unit, 'code' | 'validTo'>[] },
): Point[] {
  const later = below.filter(({ termTo }) => termTo === null || termTo > lastDay);
  return points(
    stillBelow(
      later.map(({ code }) => code),
      '/lastDay',
      { en: `after ${lastDay}`, vi: `Sau ngày ${vietnameseDate(lastDay)}` },
    ),
    unit.validTo !== null &&
      point('/lastDay', 'LATER_TERM', {
        en: `"${unit.code}" ends on ${unit.validTo} already: correct that day by correctUnit.`,
        vi: `Đơn vị "${unit.code}" đã kết thúc ngày ${vietnameseDate(unit.validTo)}; nếu sai, hãy dùng correctUnit.`,
      }),
    !isPerson(unit.kind) && laterTerm(unit, '/lastDay'),
    ...succeeded.map(
      ({ code, validTo }) =>
        validTo !== null &&
        validTo >= lastDay &&
        point('/lastDay', 'STILL_SUCCEEDS', {
          en: `It succeeds "${code}", which ends on ${validTo}.`,
          vi: `Đơn vị này kế thừa "${code}", kết thúc ngày ${vietnameseDate(validTo)}; hãy chọn ngày sau đó.`,
        }),
    ),
  );
}

/** Point against units that stand below another when it is not there, by their codes; `when` begins the sentence. */
export function stillBelow(below: readonly string[], pointer: string, when: Exclude<Sentence, string>): Point[] {
  const codes = [...new Set(below)];
  const [few, more] = [codes.slice(0, 10).join(', '), codes.length - 10];
  return points(
    codes.length > 0 &&
      point(pointer, 'UNITS_BELOW', {
        en: `Still below it ${when.en}: ${few}${more > 0 ? ` and ${more} more` : ''}.`,
        vi: `${when.vi} còn đơn vị trực thuộc: ${few}${more > 0 ? ` và ${more} đơn vị khác` : ''}.`,
      }),
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
    return [
      point('/successors', 'NO_SUCCESSOR', {
        en: 'A household or person is succeeded by nobody.',
        vi: 'Hộ gia đình, cá nhân không có đơn vị kế thừa.',
      }),
    ];
  if (unit.validTo === null)
    return [
      point('/successors', 'NOT_ENDED', {
        en: `"${unit.code}" has no last day.`,
        vi: `Đơn vị "${unit.code}" chưa có ngày kết thúc nên chưa có đơn vị kế thừa.`,
      }),
    ];
  const first = dayAfter(unit.validTo);
  const found = new Map(named.map((each) => [each.code, each]));
  return codes.flatMap((code, index) => {
    const pointer = `/successors/${index}`;
    const successor = found.get(code);
    if (code === unit.code) return point(pointer, 'SUCCEEDS_ITSELF', 'A unit does not succeed itself.');
    if (codes.indexOf(code) !== index)
      return point(pointer, 'NAMED_TWICE', { en: `"${code}" is named twice.`, vi: `"${code}" được nêu hai lần.` });
    if (!successor || !validOn(successor, first))
      return point(pointer, 'NOT_VALID', {
        en: `There is no unit "${code}" on ${first}, the day after the last.`,
        vi: `Ngày ${vietnameseDate(first)}, sau ngày kết thúc, không có đơn vị "${code}".`,
      });
    return isPerson(successor.kind)
      ? point(pointer, 'NO_SUCCESSOR', {
          en: 'A household or person succeeds no unit.',
          vi: 'Hộ gia đình, cá nhân không kế thừa đơn vị nào.',
        })
      : [];
  });
}
