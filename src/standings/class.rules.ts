import Big from 'big.js';
import { known, together, truthOf, type Asking, type Truth } from './condition.rules.js';
import type { ClassWay } from './scheme-rules.js';
import type { Missing, ScoreNode, Taken } from './scored.js';
import type { Reason } from './table.js';
import { appliesTo, byCode, nodesOf, type Book, type Subject } from './subject.rules.js';

/** The class of a member by its points and by knock-outs, before any quota. */
export interface Classed {
  /** Place of the class in the scheme, 0 the best; null: none. */
  place: number | null;
  isRanked: boolean;
  reasons: readonly Reason[];
  /** Inputs that were looked at, and those that are missing: then the class is open. */
  taken: readonly Taken[];
  missing: readonly Missing[];
}

const reason = (kind: Reason['kind'], code: string | null = null): Reason => ({ kind, code });

/** Class by compound conditions, then knock-outs, which never raise it. */
export function classedBy(book: Book, subject: Subject, tree: ScoreNode): Classed {
  const { knockOuts, classes } = book.scheme;
  const asking: Asking = { book, subject, nodes: byCode(nodesOf(tree)) };
  const struck = knockOuts
    .filter(({ effect }) => effect !== 'ZERO')
    .map((knockOut) => ({ knockOut, truth: truthOf(asking, knockOut.when) }));
  const found = tree.points === null ? noClass([]) : bestClass(asking, tree);
  const truths = [found.truth, ...struck.map(({ truth }) => truth)];
  const holding = struck.filter(({ truth }) => truth.holds === true).map(({ knockOut }) => knockOut);
  const classed: Classed = {
    place: null,
    isRanked: false,
    reasons: holding.map(({ code }) => reason('KNOCK_OUT', code)),
    taken: truths.flatMap(({ taken }) => taken),
    missing: truths.flatMap(({ holds, missing }) => (holds === null ? missing : [])),
  };
  if (holding.some(({ effect }) => effect === 'NOT_CLASSED')) return { ...classed, missing: [] };
  if (tree.points === null || classed.missing.length > 0)
    return { ...classed, reasons: [...classed.reasons, reason('NOT_ENOUGH_KNOWN')] };
  if (found.place === null) {
    const inNone = classes.length > 0 ? [reason('IN_NO_CLASS')] : [];
    return { ...classed, isRanked: true, reasons: [...classed.reasons, ...inNone] };
  }
  const caps = holding.map((knockOut) => classes.findIndex(({ code }) => code === knockOut.class));
  return { ...classed, isRanked: true, place: Math.max(found.place, ...caps) };
}

interface ClassFound {
  place: number | null;
  truth: Truth;
}

const noClass = (looked: readonly Truth[]): ClassFound => ({
  place: null,
  truth: { ...together(looked), holds: false },
});

/** The best class that is open to a member. An unknown one ends the search, for it might be that. */
function bestClass(asking: Asking, tree: ScoreNode): ClassFound {
  const looked: Truth[] = [];
  for (const [place, { ways }] of asking.book.scheme.classes.entries()) {
    const truths = ways.map((way) => wayOpen(asking, way, tree));
    looked.push(...truths);
    if (ways.length === 0 || truths.some(({ holds }) => holds === true))
      return { place, truth: { ...together(looked), holds: true } };
    const open = truths.filter(({ holds }) => holds === null);
    if (open.length > 0) return { place: null, truth: { ...together(open), taken: together(looked).taken } };
  }
  return noClass(looked);
}

/** Whether a way into a class is open: total, the share of each criterion, further conditions. */
function wayOpen(asking: Asking, way: ClassWay, tree: ScoreNode): Truth {
  const { min, below, each, conditions } = way;
  const total = new Big(tree.points ?? 0);
  const enough =
    (min === null || total.gte(min)) &&
    (below === null || total.lt(below)) &&
    (each === null || judgedBy(tree, each.of).every((node) => reaches(node, each.percent)));
  if (!enough || !appliesTo(way, asking.subject)) return known(false);
  return together(conditions.map((condition) => truthOf(asking, condition)));
}

const reaches = ({ points, max }: ScoreNode, percent: string) =>
  new Big(points ?? 0).times(100).gte(new Big(max ?? 0).times(percent));

const criteria = ({ children }: ScoreNode) => children.filter(({ part }) => part === 'CRITERION');

/** Criteria that each have to reach a share of their maximum. */
const judgedBy = (tree: ScoreNode, of: 'FIRST' | 'LEAVES') =>
  of === 'FIRST'
    ? criteria(tree)
    : nodesOf(tree).filter((node) => node.part === 'CRITERION' && criteria(node).length === 0);
