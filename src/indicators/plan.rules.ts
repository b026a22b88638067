import { jcs } from '../api/canonical-json.js';
import { vietnameseDate } from '../day.js';
import { point, points, type Point, type PointCode, type Sentence } from '../points.js';
import { periodOf, spanOfYears, type Seasons, type Span, type Years } from './period.js';
import type { DueOfFrequency, PlanSettings } from './plan-settings.view.js';
import type { Indicator } from './indicator.entity.js';
import type { Plan } from './plan.entity.js';
import type { Section } from './section.view.js';
import type { DraftPlan, SectionGiven } from './plan.inputs.js';

/** Headings as they are kept: a label left out is null. */
export const headings = (sections: readonly SectionGiven[]): Section[] =>
  sections.map((section) => ({ ...section, printedLabel: section.printedLabel ?? null }));

/** Settings of a plan for which nothing was set: no due day is invented. */
export const noSettings: PlanSettings = {
  dueDays: null,
  dueIn: 'CALENDAR',
  dueByFrequency: [],
  seasons: [],
  thresholds: [],
  registerBy: null,
};

/** The days of a plan's seasons, as its calendar takes them. */
export const daysOfSeasons = ({ seasons }: Pick<PlanSettings, 'seasons'>): Seasons =>
  Object.fromEntries(seasons.map(({ season, from, to }) => [season, [from, to]]));

/** Whether the days of some season are others after a change: they decide which periods a closed one freezes. */
export const movesSeasons = (before: Pick<PlanSettings, 'seasons'>, after: Pick<PlanSettings, 'seasons'>): boolean => {
  const [from, to] = [before, after].map((settings) => jcs({ ...daysOfSeasons(settings) }));
  return from !== to;
};

/**
 * Points against settings: a frequency, a season or a check is named twice, or a season begins on a day that most years
 * lack.
 */
export function brokenSettings({
  dueByFrequency,
  seasons,
  thresholds,
}: Pick<PlanSettings, 'seasons' | 'thresholds'> & {
  dueByFrequency: readonly Pick<DueOfFrequency, 'frequency'>[];
}): Point[] {
  const twice = (names: readonly string[], pointerOf: (index: number) => string) =>
    names.map(
      (name, index) =>
        names.indexOf(name) < index &&
        point(pointerOf(index), 'NAMED_TWICE', { en: `"${name}" is named twice.`, vi: `"${name}" được nêu hai lần.` }),
    );
  return points(
    ...twice(
      dueByFrequency.map(({ frequency }) => frequency),
      (index) => `/dueByFrequency/${index}/frequency`,
    ),
    ...twice(
      seasons.map(({ season }) => season),
      (index) => `/seasons/${index}/season`,
    ),
    ...seasons.map(
      ({ from }, index) =>
        from === '02-29' &&
        point(`/seasons/${index}/from`, 'LEAP_DAY', 'Most years have no 29 February; choose 28 February or 1 March.'),
    ),
    ...twice(
      thresholds.map(({ code }) => code),
      (index) => `/thresholds/${index}/code`,
    ),
    ...thresholds.map(
      ({ value }, index) =>
        value.startsWith('-') &&
        point(`/thresholds/${index}/value`, 'NEGATIVE_THRESHOLD', 'A threshold is not negative.'),
    ),
  );
}

/** Year or years and word of a movement's key: `2023-nuoc-sach`, `2023-2025-nuoc-sach`; `1000-cay-xanh` is a word. */
const movementKey = /^\d{4}-(?:((?:19|20|21)\d{2})-)?(.+)$/;

/** Word after the years in a movement's key: `2023-nuoc-sach` → `nuoc-sach`. */
export const wordOf = (key: string): string => movementKey.exec(key)?.[2] ?? '';

/**
 * The day on which the units and parts of a plan are counted: today, but neither after the plan's last year nor before
 * its issue. The count of a past year stays as it was.
 */
export function countedOn(plan: Pick<Plan, 'year' | 'untilYear' | 'issuedOn'>, today: string): string {
  const { issuedOn } = plan;
  const { to: last } = spanOfYears(plan);
  const day = today < last ? today : last;
  return issuedOn !== null && day < issuedOn ? issuedOn : day;
}

/** Time that a change of a plan is about: what is left of its years; after them all of them. */
export function restOf(plan: Years, today: string): { period: string } & Span {
  const { from, to } = spanOfYears(plan);
  const begin = today > from && today <= to ? today : from;
  return { period: begin === from ? periodOf(plan) : `${begin}/${to}`, from: begin, to };
}

/** Points against the days of an acknowledgement: held after its legal date, or either before the plan was issued. */
export function untimely({ issuedOn }: Pick<Plan, 'issuedOn'>, heldOn: string, on: string): Point[] {
  const before = (day: string, pointer: string) =>
    issuedOn !== null &&
    day < issuedOn &&
    point(pointer, 'BEFORE_ISSUE', {
      en: `The plan was issued on ${issuedOn}, after ${day}; if that is wrong, amend the day of its document.`,
      vi:
        `Kế hoạch ban hành ngày ${vietnameseDate(issuedOn)}, sau ngày ${vietnameseDate(day)}; ` +
        'nếu ngày ban hành ghi sai, hãy sửa ngày của văn bản kế hoạch.',
    });
  return points(
    heldOn > on &&
      point('/heldOn', 'AHEAD', {
        en: `${heldOn} lies ahead of ${on}.`,
        vi: `Ngày ${vietnameseDate(heldOn)} chưa tới; hôm nay là ${vietnameseDate(on)}.`,
      }),
    before(heldOn, '/heldOn'),
    before(on, '/headers/legal-date'),
  );
}

/**
 * Last year of a plan of several by its key: of a term `2021-2025`, three years or more, or of a movement
 * `2023-2025-nuoc-sach`. Null for another plan, and for a key that names no such years.
 */
export function lastYearOf({ kind, key, year }: Pick<Plan, 'kind' | 'key' | 'year'>): number | null {
  const named = { TERM: /^\d{4}-(\d{4})$/, MOVEMENT: movementKey, YEARLY: null, CHILD: null }[kind]?.exec(key)?.[1];
  const years = Number(named) - year;
  const fewest = kind === 'TERM' ? 2 : 1;
  return key.startsWith(`${year}-`) && years >= fewest && years < 30 ? Number(named) : null;
}

/** Points against a draft's key, parent and unit, by its kind. A movement's word must not be the code of a unit. */
export function brokenKey(
  { kind, key, year, parentPlan, unit }: Pick<DraftPlan, 'kind' | 'key' | 'year' | 'parentPlan' | 'unit'>,
  wordIsUnit: boolean,
): Point[] {
  const wrongKey = (code: PointCode, sentence: Sentence) => point('/key', code, sentence);
  if (kind !== 'CHILD' && (parentPlan !== undefined || unit !== undefined))
    return [point('/kind', 'NOT_A_CHILD', 'Only a child plan has a plan above and a unit.')];
  if (kind === 'YEARLY')
    return points(
      key !== String(year) &&
        wrongKey('KEY_FORM', {
          en: `The key of the yearly plan is its year, "${year}".`,
          vi: `Mã kế hoạch năm là năm của kế hoạch: "${year}".`,
        }),
    );
  if (kind === 'TERM')
    return points(
      lastYearOf({ kind, key, year }) === null &&
        wrongKey('KEY_FORM', {
          en: `The key of a term is its first and last year, three or more: "${year}-${year + 4}".`,
          vi: `Mã kế hoạch nhiều năm là năm đầu-năm cuối, từ ba năm trở lên: "${year}-${year + 4}".`,
        }),
    );
  if (kind === 'CHILD') {
    if (parentPlan === undefined || unit === undefined)
      return [point('/parentPlan', 'CHILD_OF', 'A child plan names the plan above and its unit.')];
    const right = `${parentPlan}-${unit}`;
    return points(
      key !== right &&
        wrongKey('KEY_FORM', {
          en: `The key of this child plan is "${right}".`,
          vi: `Mã của kế hoạch con này là "${right}".`,
        }),
    );
  }
  const word = key.startsWith(`${year}-`) ? wordOf(key) : '';
  const until = movementKey.exec(key)?.[1];
  if (word === '' || /^\d{4}$/.test(word) || (until !== undefined && lastYearOf({ kind, key, year }) === null))
    return [
      wrongKey('KEY_FORM', {
        en: `The key of a movement is its year or years and a word: "${year}-${year + 2}-…".`,
        vi: `Mã của phong trào là năm (hoặc các năm) và một từ: "${year}-${year + 2}-…".`,
      }),
    ];
  return points(
    wordIsUnit &&
      wrongKey('UNIT_CODE', {
        en: `"${word}" is the code of a unit; a movement needs another word.`,
        vi: `"${word}" là mã của một đơn vị; hãy chọn từ khác cho phong trào.`,
      }),
  );
}

/** Points against the issue of a plan that asks for nothing; a movement or child plan may have purposes or duties. */
export const brokenIssue = (
  { kind, purposes, duties }: Pick<Plan, 'kind' | 'purposes' | 'duties'>,
  indicators: readonly Pick<Indicator, 'retiredOn'>[],
): Point[] =>
  points(
    !indicators.some(({ retiredOn }) => retiredOn === null) &&
      ((kind !== 'MOVEMENT' && kind !== 'CHILD') || purposes.length + duties.length === 0) &&
      point('', 'PLAN_EMPTY', 'The plan has no indicator; a movement or child plan has at least a purpose or a duty.'),
  );
