import Big from 'big.js';
import { fraction, sumOf, times, type Fraction } from '../indicators/fraction.js';
import type { Points } from './formula.rules.js';
import { nothing } from './quantity.rules.js';
import type { Criterion } from './scheme-rules.js';
import type { ScoreNode } from './scored.js';
import type { Scored, Subject } from './subject.rules.js';

const weightOf = ({ children }: Criterion, below: string): string =>
  children.find(({ code }) => code === below)?.weight ?? '1';

/** Points of the criteria below: added, or their mean, by their weights. A mean of none lacks its base. */
export function combined(criterion: Criterion, below: readonly Scored[], { member }: Subject): Points {
  const { code, formula } = criterion;
  const isSum = formula.kind === 'SUM';
  const parts = below.map(({ node, exact }) => ({ node, exact, weight: weightOf(criterion, node.code) }));
  const weighed = parts.flatMap(({ exact, weight }) => (exact === null ? [] : [times(exact, weight)]));
  const weights = parts.reduce((sum, { weight }) => sum.plus(weight), new Big(0));
  const lacksBase = !isSum && weights.eq(0);
  const { over, under } = sumOf(weighed);
  const text =
    parts.map(({ node, weight }) => `${node.points}${weight === '1' ? '' : ` × ${weight}`}`).join(' + ') || '0';
  return {
    ...nothing,
    number: weighed.length < parts.length || lacksBase ? null : { over, under: isSum ? under : under.times(weights) },
    missing: lacksBase ? [{ code, of: member.unit, why: 'NO_BASE' }] : [],
    text: isSum ? text : `(${text}) ÷ ${weights.toFixed()}`,
  };
}

/** Points of what is known of a criterion, while not all is. Nothing is known of a mean before all of it. */
export const pointsKnown = (
  criterion: Criterion,
  base: Fraction | null,
  below: readonly { node: ScoreNode }[],
): Fraction =>
  criterion.formula.kind === 'MEAN'
    ? fraction('0')
    : sumOf([
        ...(criterion.formula.kind === 'SUM' || base === null ? [] : [base]),
        ...below.map(({ node }) => times(fraction(node.known), weightOf(criterion, node.code))),
      ]);
