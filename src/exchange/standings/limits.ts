import { compare, divided, exact, minus, plus, rounded, sign, size, sum, times, zero, type Exact } from './exact.js';
import type { Line, Node, Rules } from './records.js';

/** Ends and rounding of points. Like `chain.ts` it shares no code with the server. */

export type Limits = Node['limits'];

/** Points between two ends; a person may allow them to go beyond the upper one. */
export function within(number: Exact, { max, min }: { max: string | null; min: string | null }, isAllowed: boolean) {
  const isOver = max !== null && compare(number, exact(max)) > 0;
  const isUnder = min !== null && compare(number, exact(min)) < 0;
  const limits: Limits = [];
  if (isOver) limits.push({ limit: 'MAX', at: max, isAllowed });
  if (isUnder) limits.push({ limit: 'MIN', at: min, isAllowed: false });
  return { number: isUnder ? exact(min) : isOver && !isAllowed ? exact(max) : number, limits };
}

/** Items together: bonus and deduction, each within its limit, then both. A person may allow more bonus. */
export function together(items: readonly Exact[], ends: Line['limits'], isAllowed: boolean) {
  const limits: Limits = [];
  const ended = (limit: string, of: Exact, at: string | null | undefined): Exact => {
    if (at == null || compare(size(of), exact(at)) <= 0) return of;
    const mayExceed = isAllowed && sign(of) > 0;
    limits.push({ limit, at, isAllowed: mayExceed });
    return mayExceed ? of : sign(of) > 0 ? exact(at) : minus(zero, exact(at));
  };
  const bonus = ended('BONUS', sum(items.filter((each) => sign(each) > 0)), ends?.bonus);
  const deduction = ended('DEDUCTION', sum(items.filter((each) => sign(each) < 0)), ends?.deduction);
  return { number: ended('NET', plus(bonus, deduction), ends?.net), limits };
}

/** Rounded to so many decimals; null: as it is. */
export const roundedTo = (number: Exact, places: number | null): Exact =>
  places === null ? number : rounded(number, places);

/** Points of a line without lines below: rounded to a multiple where the scheme says one. */
export function roundedLeaf(number: Exact, { leaf, step }: Rules['rounding']): Exact {
  const many = step == null ? null : divided(number, exact(step));
  return many ? times(rounded(many, 0), exact(step as string)) : roundedTo(number, leaf);
}
