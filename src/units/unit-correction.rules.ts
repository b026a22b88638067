import { dayAfter, dayBefore, farthestDay, vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';
import { recordWords } from '../state-words.data.js';
import { word } from '../word.js';
import { stillBelow } from './unit-end.rules.js';
import { isPerson } from './unit-kind.rules.js';
import { pathBelow } from './unit-move.rules.js';
import type { Unit, UnitTerm } from './unit.entity.js';
import { changesLater, validOn } from './unit.rules.js';

/** First and last day of a unit; without a last day it goes on. */
export type UnitDays = Pick<Unit, 'validFrom' | 'validTo'>;

const { appointment, target, acknowledgement, standing, submission, sheet, nomination, member, meeting } = recordWords;

/** Records that rest on a unit for a time, in both languages. */
export const restingRecords = {
  appointment,
  plan: word('kế hoạch con', 'plans of its own'),
  indicator: word('chỉ tiêu chủ trì', 'indicators it answers for'),
  target,
  acknowledgement,
  standing,
  submission,
  sheet,
  nomination,
  member,
  meeting,
} as const;

/** Record that rests on a unit, and the time it is about: a day or a period. */
export interface Resting {
  type: keyof typeof restingRecords;
  time: string;
  from: string;
  to: string;
}

/** Facts that the days of a unit are judged by. */
export interface DaysFacts {
  terms: readonly UnitTerm[];
  /** Terms over the new days; undefined where the unit above is not there on all of them. */
  wanted: object | undefined;
  /** Codes of the units that stand below it outside the new days. */
  outside: readonly string[];
  succeeded: readonly Pick<Unit, 'code' | 'validTo'>[];
  resting: readonly Resting[];
}

const later = (one: string, other: string) => (one > other ? one : other);
const earlier = (one: string, other: string) => (one < other ? one : other);

/** Points against days that are none: the same as before, an end of a unit that goes on, one before the beginning. */
export function brokenOrder(unit: UnitDays & Pick<Unit, 'code'>, { validFrom, validTo }: UnitDays): Point[] {
  if (validFrom === unit.validFrom && validTo === unit.validTo)
    return [
      point('', 'NOTHING_CHANGED', {
        en: 'Say another first or last day.',
        vi: 'Hãy nêu ngày đầu hoặc ngày cuối khác với hiện nay.',
      }),
    ];
  return points(
    unit.validTo === null &&
      validTo !== null &&
      point('/validTo', 'NOT_ENDED', {
        en: `"${unit.code}" has no last day that could be wrong: end it by closeUnit.`,
        vi: `Đơn vị "${unit.code}" chưa có ngày cuối để sửa; muốn kết thúc, hãy dùng closeUnit.`,
      }),
    validTo !== null &&
      validTo < validFrom &&
      point('/validTo', 'TOO_EARLY', {
        en: `The last day, ${validTo}, lies before the first, ${validFrom}.`,
        vi: `Ngày cuối ${vietnameseDate(validTo)} trước ngày đầu ${vietnameseDate(validFrom)}.`,
      }),
  );
}

/**
 * Points against other days of a unit: its name or place changes outside them; the unit above is not there on all of
 * them; units stand below it, records rest on it or a unit that it succeeds ends outside them.
 */
export function brokenDays(
  unit: UnitDays & Pick<Unit, 'code' | 'path'>,
  days: UnitDays,
  { terms, wanted, outside, succeeded, resting }: DaysFacts,
): Point[] {
  const { code } = unit;
  const [, second] = terms;
  const last = terms.at(-1);
  const pointer = pointerOf(unit, days);
  const changes = (at: string, day: string) =>
    point(at, 'LATER_TERM', {
      en:
        `The name or place of "${code}" changes on ${day}, which must lie within its days: take that back first, by ` +
        'amendUnit or moveUnit from that day with what was before.',
      vi:
        `Tên hoặc vị trí của "${code}" đổi từ ngày ${vietnameseDate(day)}, không thuộc thời gian mới; ` +
        'hãy bỏ thay đổi ấy trước: amendUnit với tên cũ, moveUnit về chỗ cũ, từ chính ngày đó.',
    });
  return points(
    second && days.validFrom >= second.validFrom && changes('/validFrom', second.validFrom),
    last && second && days.validTo !== null && days.validTo < last.validFrom && changes('/validTo', last.validFrom),
    wanted === undefined &&
      point(pointer, 'NOT_VALID', {
        en: `The unit above "${code}" is not there on all these days: correct that one first, or move this one.`,
        vi:
          `Đơn vị cấp trên của "${code}" không hoạt động suốt thời gian này; ` +
          'hãy sửa đơn vị cấp trên trước, hoặc chuyển đơn vị này.',
      }),
    stillBelow(outside, pointer, { en: 'outside its new days', vi: 'Ngoài thời gian mới' }),
    ...succeeded.map(
      (each) =>
        each.validTo !== null &&
        !validOn(days, dayAfter(each.validTo)) &&
        point(pointer, 'STILL_SUCCEEDS', {
          en: `It succeeds "${each.code}", which ends on ${each.validTo}: it is there on the day after.`,
          vi: `Đơn vị kế thừa "${each.code}" (kết thúc ngày ${vietnameseDate(each.validTo)}) phải có từ hôm sau.`,
        }),
    ),
    brokenRest(resting, pointer),
  );
}

/** Point against records that would rest on a unit outside its days. */
export const brokenRest = (resting: readonly Resting[], pointer: string): Point[] =>
  points(
    resting.length > 0 &&
      point(pointer, 'STILL_REFERRED_TO', {
        en: `Outside its new days rest on it: ${told(resting, 'en')}. Mend these or take them out first.`,
        vi: `Ngoài thời gian mới của đơn vị còn: ${told(resting, 'vi')}; hãy sửa hoặc gỡ trước.`,
      }),
  );

/** Member of the input that a point is about: the day that is another, or both. */
export const pointerOf = (unit: UnitDays, days: UnitDays): string =>
  days.validFrom === unit.validFrom ? '/validTo' : days.validTo === unit.validTo ? '/validFrom' : '';

/** Records that the old days of a unit touch, and the new ones do not. */
export const leftOut = (resting: readonly Resting[], before: UnitDays, after: UnitDays): Resting[] =>
  resting.filter(({ time: period, from, to }) => {
    const time = { period, from, to };
    return validOn(before, time) && !validOn(after, time);
  });

/** Records after a last day that hold a unit: not its appointments, nor what goes on with its successors. */
export const beyondEnd = (
  resting: readonly Resting[],
  unit: UnitDays,
  { lastDay, succeeded }: { lastDay: string; succeeded: boolean },
): Resting[] =>
  leftOut(resting, unit, { ...unit, validTo: lastDay }).filter(
    ({ type }) => type !== 'appointment' && (!succeeded || type === 'member' || type === 'meeting'),
  );

/** The code of what stands against ending a unit today, with nobody to succeed it; a closed one has its state. */
export function closingToday(
  unit: Unit,
  today: string,
  { outlived, resting }: { outlived: boolean; resting: readonly Resting[] },
): 'RULE' | 'STILL_REFERRED_TO' | undefined {
  if (unit.validTo !== null && unit.validTo < today) return undefined;
  if (outlived || unit.validTo !== null || (changesLater(unit) && !isPerson(unit.kind))) return 'RULE';
  return beyondEnd(resting, unit, { lastDay: today, succeeded: false }).length > 0 ? 'STILL_REFERRED_TO' : undefined;
}

/** `reports (2023-Q3, 2023-Q4); targets (2023-Q4)`: by kind, each with its first times. */
function told(resting: readonly Resting[], language: 'en' | 'vi'): string {
  return Object.entries(restingRecords)
    .flatMap(([type, words]) => {
      const times = [...new Set(resting.filter((each) => each.type === type).map(({ time }) => time))].sort();
      const few = `${times.slice(0, 5).join(', ')}${times.length > 5 ? ', …' : ''}`;
      return times.length > 0 ? `${words[language]} (${few})` : [];
    })
    .join('; ');
}

/** The terms of a unit, by its id. */
type TermsOf = (unitId: string) => readonly UnitTerm[];

/**
 * The terms of a unit over other days: each that it has, as it is then, and more. On days that the unit gains its first
 * or last term goes on, at the places of the unit above; undefined where that is not there on all of them.
 */
export function termsOver(
  terms: readonly UnitTerm[],
  days: UnitDays,
  above: TermsOf,
): { kept: UnitTerm[]; more: UnitTerm[] } | undefined {
  const [first, last] = [terms[0], terms.at(-1)];
  if (!first || !last) return undefined;
  const [from, to] = [days.validFrom, days.validTo ?? farthestDay];
  const front = gained(first, { from, to: earlier(to, dayBefore(first.validFrom)) }, above);
  const back = last.validTo === null ? [] : gained(last, { from: later(from, dayAfter(last.validTo)), to }, above);
  if (!front || !back) return undefined;
  const cut = terms.flatMap((term) => {
    const [begin, end] = [later(from, term.validFrom), earlier(to, term.validTo ?? farthestDay)];
    return begin > end ? [] : [{ ...term, validFrom: begin, validTo: end }];
  });
  const begun = joined(cut, back);
  const all = joined(front, begun).map((term) => ({
    ...term,
    validTo: term.validTo === farthestDay ? null : term.validTo,
  }));
  const place = cut.length === 0 ? 0 : all.length - begun.length;
  const end = place + terms.length;
  return { kept: all.slice(place, end), more: [...all.slice(0, place), ...all.slice(end)] };
}

/** The term of a unit over days that it gains, at the places of the unit above. */
function gained(term: UnitTerm, { from, to }: { from: string; to: string }, above: TermsOf): UnitTerm[] | undefined {
  if (from > to) return [];
  if (term.parentId === null) return [{ ...term, validFrom: from, validTo: to }];
  const code = term.path.slice(term.path.lastIndexOf('/') + 1);
  const places = above(term.parentId).filter((each) => each.validFrom <= to && (each.validTo ?? farthestDay) >= from);
  const first = places[0];
  if (!first || first.validFrom > from || (places.at(-1)?.validTo ?? farthestDay) < to) return undefined;
  return places
    .map((each) => ({
      ...term,
      validFrom: later(from, each.validFrom),
      validTo: earlier(to, each.validTo ?? farthestDay),
      path: pathBelow(each, code),
    }))
    .reduce<UnitTerm[]>((all, each) => joined(all, [each]), []);
}

/** Terms one after the other; the last of the one and the first of the other are one where they show the same. */
function joined(one: readonly UnitTerm[], other: readonly UnitTerm[]): UnitTerm[] {
  const [last, next] = [one.at(-1), other[0]];
  if (!last || !next || last.path !== next.path) return [...one, ...other];
  return [...one.slice(0, -1), { ...next, validFrom: last.validFrom }, ...other.slice(1)];
}
