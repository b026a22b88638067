import type { Point } from '../refusals.js';
import type { Plan, Section } from './plan.entity.js';
import type { DraftPlan, SectionGiven } from './plan.inputs.js';

/** Headings as they are kept: a label left out is null. */
export const headings = (sections: readonly SectionGiven[]): Section[] =>
  sections.map((section) => ({ ...section, printedLabel: section.printedLabel ?? null }));

/** What stands behind the year in a movement's key: `2023-nuoc-sach` → `nuoc-sach`. */
export const wordOf = (key: string): string => key.slice(5);

/** The day on which the units and parts of a plan are counted: today, but never after its year nor before it was issued. So what is over does not move. */
export function countedOn({ year, issuedOn }: Pick<Plan, 'year' | 'issuedOn'>, today: string): string {
  const last = `${year}-12-31`;
  const day = today < last ? today : last;
  return issuedOn !== null && day < issuedOn ? issuedOn : day;
}

/** What is wrong with the days of an acknowledgement: held ahead of its legal date, or either before the plan was issued. */
export function untimely({ issuedOn }: Pick<Plan, 'issuedOn'>, heldOn: string, on: string): Point[] {
  const before = (day: string, pointer: string) =>
    issuedOn !== null && day < issuedOn
      ? [{ pointer, code: 'BEFORE_ISSUE', detail: `The plan was issued on ${issuedOn}, after ${day}.` }]
      : [];
  const ahead = heldOn > on ? [{ pointer: '/heldOn', code: 'AHEAD', detail: `${heldOn} lies ahead of ${on}.` }] : [];
  return [...ahead, ...before(heldOn, '/heldOn'), ...before(on, '/headers/legal-date')];
}

/** What a draft's kind asks of its key and company. A movement's word must not be the code of a unit. */
export function brokenKey(
  { kind, key, year, parentPlan, unit }: Pick<DraftPlan, 'kind' | 'key' | 'year' | 'parentPlan' | 'unit'>,
  wordIsUnit: boolean,
): Point[] {
  const point = (pointer: string, code: string, detail: string) => [{ pointer, code, detail }];
  if (kind !== 'CHILD' && (parentPlan !== undefined || unit !== undefined))
    return point('/kind', 'NOT_A_CHILD', 'Only a child plan has a plan above and a unit.');
  if (kind === 'YEARLY')
    return key === String(year) ? [] : point('/key', 'KEY_FORM', `The key of the yearly plan is its year, "${year}".`);
  if (kind === 'CHILD') {
    if (parentPlan === undefined || unit === undefined)
      return point('/parentPlan', 'CHILD_OF', 'A child plan names the plan above and its unit.');
    return key === `${parentPlan}-${unit}`
      ? []
      : point('/key', 'KEY_FORM', `The key of this child plan is "${parentPlan}-${unit}".`);
  }
  const word = key.startsWith(`${year}-`) ? wordOf(key) : '';
  if (word === '') return point('/key', 'KEY_FORM', `The key of a movement is "${year}-" and a word.`);
  return wordIsUnit
    ? point('/key', 'UNIT_CODE', `"${word}" is the code of a unit; a movement needs another word.`)
    : [];
}
