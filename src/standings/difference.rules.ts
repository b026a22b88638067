import { jcs } from '../api/canonical-json.js';
import type { SchemeRules } from './scheme-rules.js';
import type { ScoreNode, Taken } from './scored.js';
import type { TableRow, Table } from './table.js';
import { byCode, linesOf, nodesOf } from './subject.rules.js';

export type Position = Pick<TableRow, 'points' | 'rank' | 'class' | 'reasons'>;

type SchemePart = 'ROUNDING' | 'KNOCK_OUT' | 'CLASS' | 'QUOTA';

/**
 * A cause of other points or another class: an input that came, went or is another; the rule of the line itself; or a
 * part of the scheme, by the code of the knock-out or class, that came, went or is another.
 */
export type Cause =
  | { kind: 'INPUT'; before: Taken | null; after: Taken | null }
  | { kind: 'RULE'; line: string }
  | { kind: 'SCHEME'; part: SchemePart; code: string | null };

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
  /** Inputs of the class, and parts of the scheme, that are others. */
  causes: readonly Cause[];
}

/** The rows of a candidate table (bảng dự kiến) that are others than in the published one, with their causes. */
export function differencesOf(published: Table, candidate: Table): Difference[] {
  const rules = changedRules(published.scheme, candidate.scheme);
  const parts = changedParts(published.scheme, candidate.scheme);
  return paired(rowsOf(published), rowsOf(candidate)).flatMap(({ old, now }) => {
    const row = old ?? now;
    if (!row) return [];
    const difference: Difference = {
      block: row.block,
      unit: row.unit,
      before: old ? positionOf(old) : null,
      after: now ? positionOf(now) : null,
      class: classChange(placeOf(published, old), placeOf(candidate, now)),
      lines: lineDifferences(old?.tree, now?.tree, rules),
      causes: [
        ...inputCauses(old?.inputs ?? [], now?.inputs ?? []),
        ...parts.filter(({ part }) =>
          part === 'ROUNDING' ? old?.points !== now?.points : jcs(classOf(old)) !== jcs(classOf(now)),
        ),
      ],
    };
    return jcs(difference.before) === jcs(difference.after) && difference.lines.length === 0 ? [] : [difference];
  });
}

/** Values of two maps by key: those of the second in their order, then those of the first alone. */
const paired = <Key, Of>(before: ReadonlyMap<Key, Of>, after: ReadonlyMap<Key, Of>) =>
  [...new Set([...after.keys(), ...before.keys()])].map((key) => ({ key, old: before.get(key), now: after.get(key) }));

const rowsOf = ({ standings }: Table) => new Map(standings.map((row) => [`${row.block} ${row.unit}`, row]));
const positionOf = ({ points, rank, class: of, reasons }: TableRow): Position => ({ points, rank, class: of, reasons });

const classOf = (row: TableRow | undefined) => (row ? [row.class, row.reasons] : null);

/** Place of a class, 0 the best; below all: none. */
function placeOf({ scheme: { classes } }: Table, row: TableRow | undefined): number {
  const place = classes.findIndex(({ code }) => code === row?.class);
  return place === -1 ? classes.length : place;
}

const classChange = (before: number, after: number): Difference['class'] =>
  before === after ? null : after < before ? 'GAINED' : 'LOST';

/** Lines whose own points changed: those without criteria below, and items. */
function lineDifferences(
  before: ScoreNode | undefined,
  after: ScoreNode | undefined,
  rules: ReadonlySet<string>,
): LineDifference[] {
  const nodes = (tree: ScoreNode | undefined) => byCode(tree ? nodesOf(tree) : []);
  return paired(nodes(before), nodes(after)).flatMap(({ key: line, old, now }) => {
    const causes: Cause[] = [
      ...inputCauses(old?.inputs ?? [], now?.inputs ?? []),
      ...(rules.has(line) ? [{ kind: 'RULE' as const, line }] : []),
    ];
    if (old?.points === now?.points || causes.length === 0) return [];
    return [{ line, name: (now ?? old)?.name ?? '', before: old?.points ?? null, after: now?.points ?? null, causes }];
  });
}

/** Inputs of one side that the other has not, or has otherwise. */
function inputCauses(before: readonly Taken[], after: readonly Taken[]): Cause[] {
  const byKey = (list: readonly Taken[]) => new Map(list.map((taken) => [keyOf(taken), taken]));
  return paired(byKey(before), byKey(after)).flatMap(({ old = null, now = null }): Cause[] =>
    jcs(old) === jcs(now) ? [] : [{ kind: 'INPUT', before: old, after: now }],
  );
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

/** Parts of a scheme beside its lines that are others, or in one of the schemes alone. */
function changedParts(before: SchemeRules, after: SchemeRules): Extract<Cause, { kind: 'SCHEME' }>[] {
  const partsOf = ({ rounding, knockOuts, classes, quotas }: SchemeRules) => {
    const parts: readonly (readonly [SchemePart, string | null, unknown])[] = [
      ['ROUNDING', null, rounding],
      ...knockOuts.map((each) => ['KNOCK_OUT', each.code, each] as const),
      ...classes.map((each) => ['CLASS', each.code, each] as const),
      ...classes.map(({ code }) => ['QUOTA', code, quotas.filter((each) => each.class === code)] as const),
    ];
    return new Map(parts.map(([part, code, rule]) => [jcs([part, code]), { part, code, rule: jcs(rule) }]));
  };
  return paired(partsOf(before), partsOf(after)).flatMap(({ old, now }) => {
    const { part, code } = now ?? old ?? {};
    return part === undefined || old?.rule === now?.rule ? [] : [{ kind: 'SCHEME', part, code: code ?? null }];
  });
}

/** Codes of lines whose own rule is another, or is in one of the schemes alone. */
function changedRules(before: SchemeRules, after: SchemeRules): ReadonlySet<string> {
  const rules = paired(rulesOf(before), rulesOf(after));
  return new Set(rules.filter(({ old, now }) => old !== now).map(({ key }) => key));
}

const rulesOf = ({ tree }: SchemeRules) =>
  new Map(linesOf(tree).map((line) => [line.code, jcs({ ...line, children: [], items: [] })]));
