import { compare, exact, hundred, times } from './exact.js';
import { all, found, isFor, nodesOf, nothing, type Figures, type Found, type Truth } from './figures.js';
import type { Node, Publication, Quota, Reason, Row, Subject, Way } from './records.js';

/** Class, quota and rank of the members of one block. Like `chain.ts` it shares no code with the server. */

/** A member with its tree, and with the exceptions that a person granted. */
interface Candidate {
  subject: Subject;
  tree: Node;
  /** Classes that it keeps beyond their quotas. */
  keeps: readonly string[];
}

/** A member on its way to a class; `place`: that of its class in the scheme, the best 0, null none. */
interface Placed extends Candidate, Found {
  place: number | null;
  isRanked: boolean;
  reasons: Reason[];
}

export type Ranked = Omit<Row, 'inputHash'>;

/** Rows of a block. */
export function ranked(figures: Figures, candidates: readonly Candidate[], ties: Publication['ties']): Ranked[] {
  const { classes, quotas } = figures.rules;
  const earned = quotas.map(({ raised }) =>
    raised && candidates[0] ? figures.truth(raised.when, candidates[0].subject) : { ...nothing, holds: false },
  );
  const { taken } = found(earned);
  let placed = candidates.map((each) => classed(figures, each));
  for (const [place, { code }] of classes.entries())
    for (const [index, quota] of quotas.entries()) {
      if (quota.class !== code) continue;
      const percent = earned[index]?.holds ? (quota.raised?.percent ?? null) : quota.percent;
      placed = limitedBy({ ...quota, percent }, { place, codes: classes.map((each) => each.code), ties }, placed);
    }
  const totals = placed.flatMap(({ isRanked, tree }) => (isRanked && tree.points !== null ? [exact(tree.points)] : []));
  return placed.map((each) => {
    const { subject, tree, place, isRanked, reasons } = each;
    const { points } = tree;
    const isOpen = place === null || reasons.some(({ kind }) => kind === 'TIE_OPEN');
    const above = points === null ? [] : totals.filter((total) => compare(total, exact(points)) > 0);
    return {
      ...{ block: subject.block, unitCode: subject.unit, points, reasons, tree },
      rank: isRanked && points !== null ? above.length + 1 : null,
      class: isOpen ? null : (classes[place]?.code ?? null),
      inputs: [...each.taken, ...taken],
      missing: [...nodesOf(tree).flatMap((node) => node.missing), ...each.missing],
    };
  });
}

/** Class by the points and by further conditions, then by knock-outs, which never raise it. */
function classed(figures: Figures, candidate: Candidate): Placed {
  const { subject, tree } = candidate;
  const { knockOuts, classes } = figures.rules;
  const asked = knockOuts
    .filter(({ effect }) => effect !== 'ZERO')
    .map((knockOut) => ({ knockOut, truth: figures.truth(knockOut.when, subject, nodesOf(tree)) }));
  const best =
    tree.points === null ? { place: null, truth: { ...nothing, holds: false } } : bestClass(figures, candidate);
  const truths = [best.truth, ...asked.map(({ truth }) => truth)];
  const struck = asked.filter(({ truth }) => truth.holds).map(({ knockOut }) => knockOut);
  const missing = found(truths.filter(({ holds }) => holds === null)).missing;
  const isOut = struck.some(({ effect }) => effect === 'NOT_CLASSED');
  const isKnown = tree.points !== null && missing.length === 0;
  const reasons: Reason[] = struck.map(({ code }) => ({ kind: 'KNOCK_OUT', code }));
  if (!isOut && !isKnown) reasons.push({ kind: 'NOT_ENOUGH_KNOWN', code: null });
  if (!isOut && isKnown && best.place === null && classes.length > 0) reasons.push({ kind: 'IN_NO_CLASS', code: null });
  const caps = struck.map((each) => classes.findIndex(({ code }) => code === each.class));
  return {
    ...candidate,
    ...found(truths),
    missing: isOut ? [] : missing,
    reasons,
    isRanked: !isOut && isKnown,
    place: isOut || !isKnown || best.place === null ? null : Math.max(best.place, ...caps),
  };
}

/** The best class of which a way is open. One that might be open ends the search. */
function bestClass(figures: Figures, candidate: Candidate): { place: number | null; truth: Truth } {
  const looked: Truth[] = [];
  for (const [place, { ways }] of figures.rules.classes.entries()) {
    const truths = ways.map((way) => isOpen(figures, candidate, way));
    looked.push(...truths);
    if (ways.length === 0 || truths.some(({ holds }) => holds))
      return { place, truth: { ...found(looked), holds: true } };
    const open = truths.filter(({ holds }) => holds === null);
    if (open.length > 0) return { place: null, truth: { ...found(looked), missing: found(open).missing, holds: null } };
  }
  return { place: null, truth: { ...found(looked), holds: false } };
}

/** Whether a way into a class is open; its conditions are asked when the points suffice. */
function isOpen(figures: Figures, { subject, tree }: Candidate, way: Way): Truth {
  const total = exact(tree.points ?? '0');
  const criteria = ({ children }: Node) => children.filter(({ part }) => part === 'CRITERION');
  const leaves = nodesOf(tree).filter((node) => node.part === 'CRITERION' && criteria(node).length === 0);
  const judged = way.each === null ? [] : way.each.of === 'FIRST' ? criteria(tree) : leaves;
  const reaches = ({ points, max }: Node) =>
    compare(times(exact(points ?? '0'), hundred), times(exact(max ?? '0'), exact(way.each?.percent ?? '0'))) >= 0;
  const isEnough =
    (way.min === null || compare(total, exact(way.min)) >= 0) &&
    (way.below === null || compare(total, exact(way.below)) < 0) &&
    judged.every(reaches) &&
    isFor(way, subject);
  if (!isEnough) return { ...nothing, holds: false };
  return all(way.conditions.map((condition) => figures.truth(condition, subject, nodesOf(tree))));
}

interface Limit {
  /** Place of the class of the quota, and the codes of all. */
  place: number;
  codes: readonly string[];
  ties: Publication['ties'];
}

/** One quota: the best keep the class, the others fall into the next one; a tie on the edge is decided by a person. */
function limitedBy(quota: Quota, { place, codes, ties }: Limit, placed: readonly Placed[]): Placed[] {
  const code = quota.class;
  const isExcepted = ({ keeps }: Placed) => keeps.includes(code);
  const rivals = placed
    .filter((each) => each.place === place && !isExcepted(each))
    .sort((a, b) => compare(exact(b.tree.points ?? '0'), exact(a.tree.points ?? '0')));
  const places = placesOf(quota, { place, codes }, { placed, rivals: rivals.length });
  const edge = places > 0 ? rivals[places - 1]?.tree.points : undefined;
  const isTied = edge !== undefined && edge === rivals[places]?.tree.points;
  const tied = isTied ? rivals.filter(({ tree }) => tree.points === edge) : [];
  const sure = rivals.slice(0, places).filter((each) => !tied.includes(each));
  const decided = ties.find(
    ({ block, class: of, units }) =>
      of === code &&
      block === placed[0]?.subject.block &&
      new Set(units).size === places - sure.length &&
      units.every((unit) => tied.some(({ subject }) => subject.unit === unit)),
  );
  const outcome = (each: Placed): [keeps: boolean, reason?: Reason['kind']] => {
    if (isExcepted(each)) return [true, 'EXCEPTION'];
    if (sure.includes(each)) return [true];
    if (!tied.includes(each)) return [false, 'QUOTA'];
    return decided ? [decided.units.includes(each.subject.unit), 'TIE_DECIDED'] : [false, 'TIE_OPEN'];
  };
  return placed.map((each) => {
    if (each.place !== place) return each;
    const [keeps, kind] = outcome(each);
    const below = place + 1 < codes.length ? place + 1 : null;
    return { ...each, place: keeps ? place : below, reasons: kind ? [...each.reasons, { kind, code }] : each.reasons };
  });
}

/** The greatest number of places that keeps the quota, its base counted after the others have gone down. */
function placesOf(
  { percent, count, base, baseClass }: Quota,
  { place, codes }: Pick<Limit, 'place' | 'codes'>,
  { placed, rivals }: { placed: readonly Placed[]; rivals: number },
): number {
  const of = codes.indexOf(baseClass ?? '');
  const isOfBase = (at: number | null) => at !== null && (base === 'CLASS' ? at === of : at <= of);
  const isOfClass = (each: Placed) => each.place === place;
  const baseFor = (places: number) => {
    if (base === 'BLOCK') return placed.length;
    const elsewhere = placed.filter((each) => !isOfClass(each) && isOfBase(each.place)).length;
    const fallen = place + 1 < codes.length && isOfBase(place + 1) ? rivals - places : 0;
    const kept = isOfBase(place) ? placed.filter(isOfClass).length - rivals + places : 0;
    return elsewhere + fallen + kept;
  };
  const fits = (places: number) =>
    (count === null || places <= count) &&
    (percent === null ||
      compare(times(exact(percent), exact(String(baseFor(places)))), times(hundred, exact(String(places)))) >= 0);
  let places = rivals;
  while (places > 0 && !fits(places)) places -= 1;
  return places;
}
