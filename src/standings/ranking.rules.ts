import Big from 'big.js';
import { classedBy } from './class.rules.js';
import { takenByQuotas, withQuotas, type Placed } from './quota.rules.js';
import type { Score, Scores } from './scored.js';
import type { OpenTie, TableRow, Table } from './table.js';
import { bookOf, nodesOf, type Book, type Subject } from './subject.rules.js';

/** The table of scores: class, knock-outs, quotas, rank, in each block alone. Points count as the tree shows them. */
export function rankingOf({ scores, ...from }: Scores): Table {
  const book = bookOf(from.scheme, from.inputs);
  const blocks = from.scheme.blocks.map(({ code }) => ofBlock(book, code, scores));
  const standings = blocks.flatMap((each) => each.standings);
  const open = blocks.flatMap((each) => each.open);
  const isFinal = open.length === 0 && standings.every(({ missing }) => missing.length === 0);
  return { ...from, stage: from.inputs.stage, standings, open, isFinal };
}

function ofBlock(book: Book, block: string, scores: readonly Score[]): { standings: TableRow[]; open: OpenTie[] } {
  const trees = new Map(scores.filter((each) => each.block === block).map(({ unit, tree }) => [unit, tree]));
  const rows = book.members(block).flatMap((subject) => {
    const tree = trees.get(subject.member.unit);
    return tree ? [{ subject, tree, classed: classedBy(book, subject, tree) }] : [];
  });
  const { placed, open } = withQuotas(
    book,
    rows.flatMap(({ subject, tree, classed }): Placed[] =>
      tree.points === null ? [] : [{ subject, points: tree.points, place: classed.place, reasons: classed.reasons }],
    ),
    block,
  );
  const ofQuotas = takenByQuotas(book, block);
  const placeOf = new Map<Subject, Placed>(placed.map((each) => [each.subject, each]));
  const ranked = rows.flatMap(({ tree, classed }) => (classed.isRanked && tree.points !== null ? [tree.points] : []));
  const standings = rows.map(({ subject, tree, classed }): TableRow => {
    const quota = placeOf.get(subject);
    const reasons = quota?.reasons ?? classed.reasons;
    const isOpen = reasons.some(({ kind }) => kind === 'TIE_OPEN');
    const { points } = tree;
    return {
      block,
      unit: subject.member.unit,
      points,
      rank: classed.isRanked && points !== null ? ranked.filter((each) => new Big(each).gt(points)).length + 1 : null,
      class: isOpen || quota?.place == null ? null : (book.scheme.classes[quota.place]?.code ?? null),
      reasons,
      inputs: [...classed.taken, ...ofQuotas],
      missing: [...nodesOf(tree).flatMap((node) => node.missing), ...classed.missing],
      tree,
    };
  });
  return { standings: standings.sort(byRank), open };
}

const byRank = (a: TableRow, b: TableRow): number =>
  (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.unit < b.unit ? -1 : 1);
