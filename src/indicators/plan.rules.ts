import type { Point } from '../refusals.js';
import type { Section } from './plan.entity.js';
import type { DraftPlan, SectionGiven } from './plan.inputs.js';

/** Headings as they are kept: a label left out is null. */
export const headings = (sections: readonly SectionGiven[]): Section[] => sections.map((section) => ({ ...section, printedLabel: section.printedLabel ?? null }));

/** What stands behind the year in a movement's key: `2023-nuoc-sach` → `nuoc-sach`. */
export const wordOf = (key: string): string => key.slice(5);

/** What a draft's kind asks of its key and company. A movement's word must not be the code of a unit. */
export function brokenKey({ kind, key, year, parentPlan, unit }: Pick<DraftPlan, 'kind' | 'key' | 'year' | 'parentPlan' | 'unit'>, wordIsUnit: boolean): Point[] {
  const point = (pointer: string, code: string, detail: string) => [{ pointer, code, detail }];
  if (kind !== 'CHILD' && (parentPlan !== undefined || unit !== undefined)) return point('/kind', 'NOT_A_CHILD', 'Only a child plan has a plan above and a unit.');
  if (kind === 'YEARLY') return key === String(year) ? [] : point('/key', 'KEY_FORM', `The key of the yearly plan is its year, "${year}".`);
  if (kind === 'CHILD') {
    if (parentPlan === undefined || unit === undefined) return point('/parentPlan', 'CHILD_OF', 'A child plan names the plan above and its unit.');
    return key === `${parentPlan}-${unit}` ? [] : point('/key', 'KEY_FORM', `The key of this child plan is "${parentPlan}-${unit}".`);
  }
  const word = key.startsWith(`${year}-`) ? wordOf(key) : '';
  if (word === '') return point('/key', 'KEY_FORM', `The key of a movement is "${year}-" and a word.`);
  return wordIsUnit ? point('/key', 'UNIT_CODE', `"${word}" is the code of a unit; a movement needs another word.`) : [];
}
