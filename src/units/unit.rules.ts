import type { Identifier } from '../communes/identifier.view.js';
import type { IdentifierGiven } from '../communes/identifier.inputs.js';
import { citizens } from '../communes/identifier.rules.js';
import { fold, givenNameFirst } from '../database/text.js';
import { vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';
import { wrong, type Refusal } from '../refusals.js';
import { isPerson, type UnitKind } from './unit-kind.rules.js';
import type { Unit } from './unit.entity.js';

/** Time that an act is about: a day, or a period with its first and last day. */
export type TimeMeant = string | Readonly<{ period: string; from: string; to: string }>;

const daysOf = (time: TimeMeant) => (typeof time === 'string' ? { from: time, to: time } : time);

/** The last day of the time that an act is about: the name and place of a unit are those it had then. */
export const lastDayOf = (time: TimeMeant): string => daysOf(time).to;

/** Whether a unit is valid on a day, or on some day of a period. */
export function validOn({ validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>, time: TimeMeant): boolean {
  const { from, to } = daysOf(time);
  return validFrom <= to && (validTo === null || from <= validTo);
}

/** Point against a unit that is not valid at the time an act is about, or is not there at all. */
export function notValid(
  unit: Pick<Unit, 'validFrom' | 'validTo'> | undefined,
  { unit: code, on }: { unit: string; on: TimeMeant },
  pointer: string,
): Point[] {
  if (unit && validOn(unit, on)) return [];
  const [en, vi] =
    typeof on === 'string'
      ? [`on ${on}`, `Ngày ${vietnameseDate(on)}`]
      : [`in ${on.period}${schoolYear(on).en}`, `Trong kỳ ${on.period}${schoolYear(on).vi}`];
  const there = unit ? daysThere(unit) : { en: '', vi: '' };
  return [
    point(pointer, 'NOT_VALID', {
      en: `There is no unit "${code}" ${en}${there.en}.`,
      vi: `${vi} không có đơn vị "${code}"${there.vi}.`,
    }),
  ];
}

/** Point against a code that no unit has, whatever the day. */
export const noUnit = (pointer: string, code: string): Point =>
  point(pointer, 'UNKNOWN', { en: `There is no unit "${code}".`, vi: `Không có đơn vị "${code}".` });

/** Days of a unit, as the end of a sentence that says when it is not there. */
const daysThere = ({ validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>) => ({
  en: `: it is there from ${validFrom}${validTo === null ? ' on' : ` to ${validTo}`}`,
  vi:
    `; đơn vị này có từ ngày ${vietnameseDate(validFrom)}` +
    (validTo === null ? '' : ` đến ngày ${vietnameseDate(validTo)}`),
});

/** Days of a period that reads like two calendar years. */
function schoolYear({ period, from, to }: Exclude<TimeMeant, string>) {
  return /^\d{4}-\d{4}$/.test(period) && !from.endsWith('-01-01')
    ? { en: ` (a school year, ${from} to ${to})`, vi: ` (năm học, ${vietnameseDate(from)} - ${vietnameseDate(to)})` }
    : { en: '', vi: '' };
}

/** Refuses a day gone by: an earlier one needs a Legal-Date, and a document that it rests on. Refusal: RULE. */
export function refusePast(day: string, on: string, pointer = '/from'): void {
  if (day < on)
    throw wrong(pointer, 'PAST', {
      en: `${day} lies before ${on}: say Legal-Date.`,
      vi: `Ngày ${vietnameseDate(day)} trước ${vietnameseDate(on)}: phải ghi Legal-Date và văn bản làm căn cứ.`,
    });
}

/** The refusal of a day on which a unit is not valid. */
export const notValidOn = (code: string, day: string, pointer: string): Refusal =>
  wrong(pointer, 'NOT_VALID', {
    en: `"${code}" is not valid on ${day}.`,
    vi: `Ngày ${vietnameseDate(day)} đơn vị "${code}" không hoạt động.`,
  });

/** Whether another name or place is known to follow; the end of the unit itself is none. */
export const changesLater = ({ termTo, validTo }: Pick<Unit, 'termTo' | 'validTo'>): boolean =>
  termTo !== null && termTo !== validTo;

/** Point against a change that a later term would have to repeat. */
export const laterTerm = (unit: Pick<Unit, 'code' | 'termTo' | 'validTo'>, pointer: string) =>
  changesLater(unit) &&
  point(pointer, 'LATER_TERM', {
    en:
      `The name or place of "${unit.code}" changes after ${unit.termTo}: act from then on, or take that back first, ` +
      'by amendUnit or moveUnit from the day of the change with what was before.',
    vi:
      `Sau ngày ${vietnameseDate(unit.termTo ?? '')} tên hoặc vị trí của "${unit.code}" còn đổi; hãy chọn ngày sau, ` +
      'hoặc bỏ thay đổi ấy trước: amendUnit với tên cũ, moveUnit về chỗ cũ, từ chính ngày đổi.',
  });

/**
 * Whether another name or place was shown before, perhaps in the same version: it begins on its day, and no change is
 * written then.
 */
export const isLaterTerm = ({ termFrom, validFrom }: Pick<Unit, 'termFrom' | 'validFrom'>): boolean =>
  termFrom > validFrom;

/** Codes of other systems as they are kept: a day left out is null. */
export const kept = (identifiers: readonly IdentifierGiven[]): Identifier[] =>
  identifiers.map((each) => ({ validFrom: null, validTo: null, ...each }));

/** Points against codes of other systems: a citizen's number is a person's, has 12 digits, and is never masked. */
export function brokenIdentifiers(
  kind: UnitKind,
  identifiers: readonly Pick<IdentifierGiven, 'system' | 'value'>[],
): Point[] {
  return identifiers.flatMap(({ system, value }, index) => {
    if (system !== citizens) return [];
    const pointer = `/identifiers/${index}`;
    return points(
      kind !== 'INDIVIDUAL' && point(`${pointer}/system`, 'NO_PERSON', "Only a person has a citizen's number."),
      !/^[0-9]{12}$/.test(value) &&
        point(
          `${pointer}/value`,
          'TWELVE_DIGITS',
          "A citizen's number has 12 digits. Answers mask it: leave `identifiers` out to keep it, or send it whole.",
        ),
    );
  });
}

/** A name with what it is sorted and found by. */
export const named = (kind: UnitKind, name: string) => ({
  name,
  sortName: isPerson(kind) ? givenNameFirst(name) : name,
  folded: fold(name),
});
