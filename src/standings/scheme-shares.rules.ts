import { point, type Point } from '../points.js';
import type { Codes } from './scheme-codes.rules.js';
import type { Formula, Line } from './scheme-rules.js';
import { isFor, linesOf } from './subject.rules.js';

type Share = Extract<Formula, { kind: 'SHARE' }>;

/** Points against shares that come back to themselves, in some block: no order of computation would end. */
export function brokenShares({ scheme, criteria, traits }: Codes): Point[] {
  const mayApply = (line: Line, block: string) => isFor(line, (code) => code === block || traits.has(code));

  /** Whether the points of a criterion rest on those of a line, in a block. */
  function restsOn(criterion: string, block: string, seen: Set<string>): Set<string> {
    const key = `${block} ${criterion}`;
    if (seen.has(key)) return seen;
    seen.add(key);
    const found = criteria.get(criterion);
    if (found === undefined || !mayApply(found, block)) return seen;
    for (const line of [found, ...found.items.filter((item) => mayApply(item, block))]) {
      seen.add(`${block} ${line.code}`);
      if (line.formula.kind === 'SHARE') restsOn(line.formula.criterion, blockOf(line.formula, block), seen);
    }
    for (const child of found.children) restsOn(child.code, block, seen);
    return seen;
  }

  return linesOf(scheme.tree).flatMap((line) => {
    const { formula } = line;
    if (formula.kind !== 'SHARE') return [];
    const returns = scheme.blocks.some(
      ({ code }) =>
        mayApply(line, code) &&
        restsOn(formula.criterion, blockOf(formula, code), new Set()).has(`${code} ${line.code}`),
    );
    return returns
      ? [
          point('/tree', 'SHARES_ITSELF', {
            en: `"${line.code}" shares points that rest on its own.`,
            vi: `"${line.code}" lấy điểm từ tiêu chí lại dựa trên chính nó.`,
          }),
        ]
      : [];
  });
}

const blockOf = ({ of, block }: Share, own: string): string => (of === 'OWN' ? own : (block ?? own));
