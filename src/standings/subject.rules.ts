import { grouped } from '../database/batch.js';
import type { Block, Criterion, Item, Line, Member, SchemeRules, SchemeFigure } from './scheme-rules.js';
import type { Allowance, FigureGiven, Given, Occurrence, ScoreNode, ScoringInputs } from './scored.js';
import type { Fraction } from '../indicators/fraction.js';

/** A member while it is scored. */
export interface Subject {
  member: Member;
  block: Block;
}

/** A line of the table with its points, exact. */
export interface Scored {
  node: ScoreNode;
  exact: Fraction | null;
}

/** A scheme and its inputs, to be looked up by code. */
export interface Book {
  scheme: SchemeRules;
  inputs: ScoringInputs;
  figure(code: string): SchemeFigure;
  line(code: string): Criterion | Item;
  /** Whether a line and all criteria above it are for a member: whether its tree has the line. */
  has(subject: Subject, line: string): boolean;
  given(figure: SchemeFigure, subject: Subject): FigureGiven | undefined;
  occurrences(figure: SchemeFigure, subject: Subject): readonly Occurrence[];
  /** Points in the column that is scored, and in the one before it. */
  points(subject: Subject, line: string): { now: Given | null; before: Given | null };
  allowance(subject: Subject, line: string): Allowance | undefined;
  /** Members of a block on the day. */
  members(block: string): readonly Subject[];
}

/** Criteria from the top, each before those below it. */
export const criteriaOf = (criterion: Criterion): Criterion[] => [criterion, ...criterion.children.flatMap(criteriaOf)];

/** Criteria, each with its items. */
export const linesOf = (tree: Criterion): (Criterion | Item)[] =>
  criteriaOf(tree).flatMap((criterion) => [criterion, ...criterion.items]);

/** Code of each line, with the line and the criteria above it. */
const pathsOf = (criterion: Criterion, above: readonly Line[] = []): [code: string, path: readonly Line[]][] => {
  const path = [...above, criterion];
  return [
    [criterion.code, path],
    ...criterion.items.map((item): [string, Line[]] => [item.code, [...path, item]]),
    ...criterion.children.flatMap((child) => pathsOf(child, path)),
  ];
};

/** A node and all below it, each before those below it. */
export const nodesOf = (node: ScoreNode): ScoreNode[] => [node, ...node.children.flatMap(nodesOf)];

/** Whether a criterion has criteria below it. */
export const isGroup = ({ formula: { kind } }: Pick<Line, 'formula'>): boolean => kind === 'SUM' || kind === 'MEAN';

/** Whether a line, or a way into a class, is for those who are of such traits and blocks. */
export const isFor = ({ appliesTo: of }: Pick<Line, 'appliesTo'>, isOf: (code: string) => boolean): boolean =>
  of.length === 0 || of.some(isOf);

/** Whether it is for a member: by one of its traits or its block. */
export const appliesTo = (line: Pick<Line, 'appliesTo'>, { member, block }: Subject): boolean =>
  isFor(line, (code) => code === block.code || member.traits.includes(code));

const isMember = ({ from, to }: Member, day: string) => (from === null || from <= day) && (to === null || day <= to);

/** Members of a block on a day. */
export const membersOn = (block: Block, day: string): Subject[] =>
  block.members.filter((member) => isMember(member, day)).map((member) => ({ member, block }));

export function bookOf(scheme: SchemeRules, inputs: ScoringInputs): Book {
  const figures = byCode(scheme.figures);
  const lines = byCode(linesOf(scheme.tree));
  const paths = new Map(pathsOf(scheme.tree));
  const members = new Map(scheme.blocks.map((block) => [block.code, membersOn(block, inputs.on)]));
  const given = grouped(inputs.figures, ({ figure, of }) => [figure, of ?? '']);
  const occurrences = grouped(inputs.occurrences, ({ figure, of }) => [figure, of ?? '']);
  const points = grouped(inputs.points, ({ unit, line }) => [unit, line]);
  const allowances = grouped(inputs.allowances, ({ unit, line }) => [unit, line]);
  return {
    scheme,
    inputs,
    figure: (code) => named(figures, code),
    line: (code) => named(lines, code),
    has: (subject, line) => (paths.get(line) ?? []).every((each) => appliesTo(each, subject)),
    given: (figure, subject) => given(figure.code, ownerOf(figure, subject) ?? '')[0],
    occurrences: (figure, subject) => occurrences(figure.code, ownerOf(figure, subject) ?? ''),
    points: ({ member }, line) => {
      const [given] = points(member.unit, line);
      const [now, before] = columns[inputs.stage];
      return { now: given?.[now] ?? null, before: (before && given?.[before]) ?? null };
    },
    allowance: ({ member }, line) => allowances(member.unit, line)[0],
    members: (block) => members.get(block) ?? [],
  };
}

const columns = { SELF: ['self', null], VERIFIED: ['verified', 'self'], FINAL: ['final', 'verified'] } as const;

/** Code of the unit or block a figure is of; null: the commune's. */
export const ownerOf = ({ scope }: SchemeFigure, { member, block }: Subject): string | null =>
  ({ OWN: member.unit, BLOCK: block.code, COMMUNE: null })[scope];

export const byCode = <T extends { code: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((each) => [each.code, each]));

/** The thing of a code, which a scheme that was checked has. */
export function named<T>(map: ReadonlyMap<string, T>, code: string): T {
  const found = map.get(code);
  if (found === undefined) throw new Error(`The scheme has no ${code}; it was not checked.`);
  return found;
}
