import { compare, divided, exact, minus, plus, sign, times, zero, type Exact } from './exact.js';
import type { Read } from './figures.js';
import type { ComparingFormula } from './records.js';

/** Points that compare the members of a block. Like `chain.ts` it shares no code with the server. */

/** Figure of a member that a line is for. */
export interface Runner extends Read {
  unit: string;
  target: Exact | null;
}
type Known = Runner & { number: Exact };

/** Points of a member, and the members whose figures decided them. `runners`: all, in the order of their codes. */
export function comparedPoints(
  { max, formula }: { max: Exact; formula: ComparingFormula },
  own: Known,
  runners: readonly Runner[],
): { number: Exact; others: readonly Runner[] } {
  const known = runners.filter((each): each is Known => each.number !== null);
  const isMore = formula.better === 'MORE';
  const isBetter = (a: Exact, b: Exact) => (isMore ? compare(a, b) > 0 : compare(a, b) < 0);
  switch (formula.kind) {
    case 'PLACED': {
      const ahead = known.filter(({ number }) => isBetter(number, own.number)).length;
      return { number: exact(formula.points[ahead] ?? formula.otherwise), others: runners };
    }
    case 'SPREAD': {
      const best = first(known, (a, b) => isBetter(a.number, b.number));
      const worst = first(known, (a, b) => isBetter(b.number, a.number));
      const part = divided(minus(own.number, worst.number), minus(best.number, worst.number));
      return { number: part ? times(max, part) : max, others: [best, worst] };
    }
    case 'RELATIVE': {
      const atTarget = times(max, times(exact(formula.atTarget ?? '0'), exact('0.01')));
      /** Distance beyond the target, as a part of it; null: goes without a target. */
      const beyond = ({ number, target }: Known) =>
        formula.atTarget === null || target === null || sign(target) <= 0
          ? null
          : divided(isMore ? minus(number, target) : minus(target, number), target);
      /** A value as a part of a better one; where less is better, that one as a part of the value. */
      const against = (better: Exact) => {
        if (!isMore && own.number.over === 0n) return exact('1');
        return (isMore ? divided(own.number, better) : divided(better, own.number)) ?? zero;
      };
      const ours = beyond(own);
      if (ours === null) {
        const alike = known.filter((each) => beyond(each) === null);
        const best = first(alike, (a, b) => isBetter(a.number, b.number));
        return { number: times(max, against(best.number)), others: [best] };
      }
      if (sign(ours) <= 0) return { number: times(atTarget, against(own.target ?? zero)), others: [] };
      const ahead = known.filter((each) => beyond(each) !== null);
      const leader = first(ahead, (a, b) => compare(beyond(a) ?? zero, beyond(b) ?? zero) > 0);
      const part = divided(ours, beyond(leader) ?? zero) ?? zero;
      return { number: plus(atTarget, times(part, minus(max, atTarget))), others: [leader] };
    }
  }
}

/** The first that none is better than. */
const first = (all: readonly Known[], isBetter: (a: Known, b: Known) => boolean): Known =>
  all.reduce((ahead, each) => (isBetter(each, ahead) ? each : ahead));
