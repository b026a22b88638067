import { jcs } from '../api/canonical-json.js';
import type { Line, Scheme } from './scheme.js';
import type { ScoreNode, Taken } from './scored.js';
import type { Standing, Table } from './standing.js';
import { criteriaOf } from './subject.rules.js';

export type Position = Pick<Standing, 'points' | 'rank' | 'class' | 'reasons'>;

/** A cause of changed points: an input that came, went or is another, or the rule of the line itself. */
export type Cause = { kind: 'INPUT'; before: Taken | null; after: Taken | null } | { kind: 'RULE'; line: string };

export interface LineDifference {
  line: string;
  name: string;
  before: string | null;
  after: string | null;
  causes: readonly Cause[];
}

/** A member whose row is another; null: it has none in that table. */
export interface Difference {
  block: string;
  unit: string;
  before: Position | null;
  after: Position | null;
  /** Against the classes of each table: GAINED a better one, LOST it; null: the same, or no class to compare. */
  class: 'GAINED' | 'LOST' | null;
  /** Lines with points of their own that are others. */
  lines: readonly LineDifference[];
  /** Inputs of the class that are others. */
  causes: readonly Cause[];
}

/** The rows of a candidate table (bảng dự kiến) that are others than in the published one, with their causes. */
export function differencesOf(published: Table, candidate: Table): Difference[] {
  const before = rowsOf(published);
  const after = rowsOf(candidate);
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  const rules = changedRules(published.scheme, candidate.scheme);
  return keys.flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const row = old ?? now;
    if (!row) return [];
    const difference: Difference = {
      block: row.block,
      unit: row.unit,
      before: old ? positionOf(old) : null,
      after: now ? positionOf(now) : null,
      class: classChange(placeOf(published, old), placeOf(candidate, now)),
      lines: linesOf(old?.tree, now?.tree, rules),
      causes: inputCauses(old?.inputs ?? [], now?.inputs ?? []),
    };
    return jcs(difference.before) === jcs(difference.after) && difference.lines.length === 0 ? [] : [difference];
  });
}

const rowsOf = ({ standings }: Table) => new Map(standings.map((row) => [`${row.block} ${row.unit}`, row]));
const positionOf = ({ points, rank, class: of, reasons }: Standing): Position => ({ points, rank, class: of, reasons });

/** Place of a class, 0 the best; below all: none. */
function placeOf({ scheme: { classes } }: Table, row: Standing | undefined): number {
  const place = classes.findIndex(({ code }) => code === row?.class);
  return place === -1 ? classes.length : place;
}

const classChange = (before: number, after: number): Difference['class'] =>
  before === after ? null : after < before ? 'GAINED' : 'LOST';

/** Lines whose own points changed: those without criteria below, and items. */
function linesOf(
  before: ScoreNode | undefined,
  after: ScoreNode | undefined,
  rules: ReadonlySet<string>,
): LineDifference[] {
  const [old, now] = [before, after].map(
    (tree) => new Map((tree ? nodesOf(tree) : []).map((node) => [node.code, node])),
  );
  const codes = [...new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])];
  return codes.flatMap((code) => {
    const [was, is] = [old?.get(code), now?.get(code)];
    const causes: Cause[] = [
      ...inputCauses(was?.inputs ?? [], is?.inputs ?? []),
      ...(rules.has(code) ? [{ kind: 'RULE' as const, line: code }] : []),
    ];
    const same = was?.points === is?.points;
    if (same || causes.length === 0) return [];
    return [
      { line: code, name: (is ?? was)?.name ?? '', before: was?.points ?? null, after: is?.points ?? null, causes },
    ];
  });
}

const nodesOf = (node: ScoreNode): ScoreNode[] => [node, ...node.children.flatMap(nodesOf)];

/** Inputs of one side that the other has not, or has otherwise. */
function inputCauses(before: readonly Taken[], after: readonly Taken[]): Cause[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((taken) => [keyOf(taken), taken])));
  return [...new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])].flatMap((key) => {
    const [was, is] = [old?.get(key) ?? null, now?.get(key) ?? null];
    return jcs(was) === jcs(is) ? [] : [{ kind: 'INPUT' as const, before: was, after: is }];
  });
}

function keyOf(taken: Taken): string {
  switch (taken.kind) {
    case 'FIGURE':
      return jcs([taken.kind, taken.figure, taken.of]);
    case 'OCCURRENCE':
      return jcs([taken.kind, taken.id]);
    case 'POINTS':
    case 'SCORE':
    case 'ALLOWANCE':
      return jcs([taken.kind, taken.unit, taken.line]);
  }
}

/** Codes of lines whose own rule is another, or is in one of the schemes alone. */
function changedRules(before: Scheme, after: Scheme): ReadonlySet<string> {
  const [old, now] = [rulesOf(before), rulesOf(after)];
  return new Set([...old.keys(), ...now.keys()].filter((code) => old.get(code) !== now.get(code)));
}

const rulesOf = ({ tree }: Scheme) =>
  new Map(
    criteriaOf(tree).flatMap((criterion) => [
      [criterion.code, jcs({ ...criterion, children: [], items: [] })] as const,
      ...criterion.items.map((item: Line) => [item.code, jcs(item)] as const),
    ]),
  );
