import type { Measure } from '../indicators/indicator-members.view.js';

/**
 * A scoring scheme (thang điểm): one version of it, as it is stored. Plain JSON: decimals are strings, a member that
 * says nothing is null, and what a code names stands in the lists of the scheme. Its order of computation:
 * docs/decisions/0065-a-scheme-is-data.md.
 */
export interface SchemeRules {
  blocks: readonly Block[];
  /** Traits of members that rules tell apart: of a mountain commune, a leader. */
  traits: readonly Named[];
  figures: readonly SchemeFigure[];
  /** The whole table: its maximum is the total, its children are the criteria. */
  tree: Criterion;
  rounding: Rounding;
  knockOuts: readonly KnockOut[];
  /** Classes (xếp loại) from the best to the lowest. */
  classes: readonly Class[];
  quotas: readonly Quota[];
}

/** A thing with a code of its own in its list. */
export interface Named {
  code: string;
  name: string;
}

/** A block (khối, cụm): ranked by itself. */
export interface Block extends Named {
  of: 'COLLECTIVES' | 'INDIVIDUALS' | 'HOUSEHOLDS';
  members: readonly Member[];
}

/** A unit of a block, from its first to its last day in it. */
export interface Member {
  /** Code of the unit. */
  unit: string;
  from: string | null;
  to: string | null;
  traits: readonly string[];
  /** The unit it belongs to, whose points it may share. */
  under: string | null;
}

/** A figure that the scheme asks for (số liệu). */
export interface SchemeFigure extends Named {
  /** OCCURRENCES: recorded one by one; none recorded is zero. With the other kinds a figure is missing then. */
  kind: 'NUMBER' | 'YES_NO' | 'DAY' | 'WORD' | 'OCCURRENCES';
  /** Code of the indicator that gives it; null: it is recorded for the scheme. */
  indicator: string | null;
  /** Unit of measure and factor: figures in another one are not taken. Null where nothing is measured. */
  measure: Pick<Measure, 'unit' | 'factor'> | null;
  /** Owner of the figure: the member, its block, or the commune. */
  scope: 'OWN' | 'BLOCK' | 'COMMUNE';
  /** Words of a WORD, from the lowest to the highest. */
  words: readonly string[];
  /** Whether an occurrence without evidence is not counted. */
  needsEvidence: boolean;
}

/** A line of the table that gives points: a criterion, or an item of one. */
export interface Line extends Named {
  /** Article or section of the paper it rests on. */
  restsOn: string | null;
  /** Traits or blocks; one of them is enough. Empty: all members. */
  appliesTo: readonly string[];
  formula: Formula;
  /** Points where nothing arose (không phát sinh): a total or a target of 0. Null: not enough is known then. */
  whenNothing: string | null;
  /** Most and least points; null: no end. */
  max: string | null;
  min: string | null;
}

export interface Criterion extends Line {
  /** Standard points (điểm chuẩn). */
  max: string;
  /** Whether its points end at the maximum. Else bonus points, or points that are given, go beyond. */
  isCeiling: boolean;
  /** Factor of its points in the criterion above: "1". */
  weight: string;
  /** Criteria below it, of a SUM or a MEAN. */
  children: readonly Criterion[];
  items: readonly Item[];
  limits: Limits;
}

/** Bonus or deduction (điểm thưởng, điểm trừ): adds its points, which may be negative, to those of its criterion. */
export interface Item extends Line {
  /** Items of a criterion that share this word count once: the farthest from zero. */
  oneOf: string | null;
}

/** Most points that all items of a criterion come to, each above zero. `net`: bonus less deduction, either way. */
export interface Limits {
  bonus: string | null;
  deduction: string | null;
  net: string | null;
}

/** The number that a formula begins with. */
export interface Quantity {
  figure: string;
  /**
   * VALUE; OF_TARGET: percent, value ÷ target × 100; INVERSE: percent, target ÷ value × 100, for less is better, and
   * beyond every bound at a value of 0; OVER_TARGET: percent, (value − target) ÷ target × 100.
   */
  reading: 'VALUE' | 'OF_TARGET' | 'INVERSE' | 'OVER_TARGET';
}

/** From one number to another; null: no end on that side. */
export interface Band {
  from: string | null;
  fromIncluded: boolean;
  to: string | null;
  toIncluded: boolean;
}

export interface Step extends Band {
  points: string;
}

/** A side of a table. */
export interface Side {
  quantity: Quantity;
  bands: readonly Band[];
}

/** How the points of a line come about. The same member means the same in every kind. */
export type Formula =
  /** Criteria below: their points times weight, added, or divided by the sum of weights. */
  | { kind: 'SUM' }
  | { kind: 'MEAN' }
  /** Given as a whole, not itemised here. */
  | { kind: 'GIVEN' }
  /** Judged by people: self, verified, final. */
  | { kind: 'JUDGED'; reasonBelowMax: boolean }
  /** The maximum: only items change it. */
  | { kind: 'FULL' }
  /** max × quantity ÷ full. A quantity below `from` gives nothing, one above `upTo` (null: `full`) counts as `upTo`. */
  | { kind: 'PROPORTIONAL'; quantity: Quantity; full: string; from: string | null; upTo: string | null }
  /** The points of the band it lies in. */
  | { kind: 'STEPS'; quantity: Quantity; steps: readonly Step[] }
  /** On the straight line between two of these points (nội suy); before the first and after the last as there. */
  | { kind: 'INTERPOLATED'; quantity: Quantity; through: readonly { at: string; points: string }[] }
  /** Points for `every` step away from `start`; `atOnce`: one more as soon as it is passed. */
  | {
      kind: 'INCREMENTS';
      quantity: Quantity;
      direction: 'UP' | 'DOWN';
      start: string;
      every: string;
      atOnce: boolean;
      points: string;
    }
  /** The maximum, or nothing. */
  | { kind: 'PASS_FAIL'; when: Condition }
  /** The points of the first case that holds. */
  | { kind: 'CASES'; cases: readonly { when: Condition; points: string }[]; otherwise: string }
  /** Points for each. */
  | { kind: 'COUNT'; quantity: Quantity; points: string }
  /** Points by two numbers: `table[row][column]`. */
  | { kind: 'TABLE'; rows: Side; columns: Side; table: readonly (readonly string[])[] }
  /** Points of a word. */
  | { kind: 'WORDS'; figure: string; words: readonly { word: string; points: string }[] }
  /**
   * Against the leader of the block. Below the target: `atTarget` percent of the maximum × value ÷ target; at it, that
   * much; above it the rest by (value − target) ÷ target against the greatest of these. Without a target (none or 0),
   * and for all where `atTarget` is null: max × value ÷ greatest value of its like. LESS is better: each quotient and
   * difference the other way round.
   */
  | { kind: 'RELATIVE'; figure: string; better: 'MORE' | 'LESS'; atTarget: string | null }
  /** max × distance from the worst value of the block ÷ distance of the best from the worst; all of it for equals. */
  | { kind: 'SPREAD'; figure: string; better: 'MORE' | 'LESS' }
  /** The points of its place among the values of the block, 1, 1, 3; `otherwise` after the last. */
  | { kind: 'PLACED'; figure: string; better: 'MORE' | 'LESS'; points: readonly string[]; otherwise: string }
  /**
   * Percent of the points of a criterion: the member's own, of the unit it is under, or the mean of the members of
   * `block`: of those under it, or of all. Below zero in a deduction; `per`: so much for each.
   */
  | {
      kind: 'SHARE';
      of: 'OWN' | 'ABOVE' | 'BELOW' | 'ALL';
      block: string | null;
      criterion: string;
      percent: string;
      per?: Quantity | null;
    };

export type Comparison = 'AT_LEAST' | 'ABOVE' | 'AT_MOST' | 'BELOW' | 'EQUAL';

/** A condition of a case, a knock-out or a class. Without a figure it needs, nobody knows whether it holds. */
export type Condition =
  | { kind: 'ALL' | 'ANY' | 'NONE'; of: readonly Condition[] }
  /** Against a constant, or the value of another figure. Days, and words in their order, compare as numbers do. */
  | { kind: 'FIGURE'; quantity: Quantity; is: Comparison; than: string | null; thanFigure: string | null }
  | { kind: 'TRAIT'; trait: string }
  /** Points of a criterion (`tree` for the total); in classes and knock-outs alone. */
  | { kind: 'POINTS'; criterion: string; is: Comparison; than: string };

/** Decimals, half up; null: not rounded there. Leaf: a line without lines below; group: with them; total: the tree. */
export interface Rounding {
  leaf: number | null;
  group: number | null;
  total: number | null;
  /** Multiple that a leaf is rounded to in place of decimals: 0.5 for half points. */
  step?: string | null;
}

/** Knock-out (điều kiện loại trừ). A ZERO comes before the total, and its condition asks for no points. */
export interface KnockOut extends Named {
  restsOn: string | null;
  when: Condition;
  effect: 'CAP_CLASS' | 'NOT_CLASSED' | 'ZERO';
  /** The class that is the best still open, of CAP_CLASS. */
  class: string | null;
  /** The criterion that gives no points any more, of ZERO. */
  criterion: string | null;
}

/** Class (xếp loại): for members who fulfil one of its ways. Without any it takes all who are left. */
export interface Class extends Named {
  restsOn: string | null;
  ways: readonly ClassWay[];
}

/** A way into a class: all that it says. */
export interface ClassWay {
  appliesTo: readonly string[];
  /** Least total, and the total it stays below. */
  min: string | null;
  below: string | null;
  /** Least percent of its maximum that each criterion reaches: those of the first level, or those with none below. */
  each: { percent: string; of: 'FIRST' | 'LEAVES' } | null;
  conditions: readonly Condition[];
}

/** Quota (tỷ lệ khống chế): most members of a class in each block: a percent of its base, rounded down, or a number. */
export interface Quota {
  class: string;
  percent: string | null;
  count: number | null;
  /** Members that are counted: of the block, of a class, of a class and those above; taken after demotion. */
  base: 'BLOCK' | 'CLASS' | 'CLASS_AND_ABOVE';
  baseClass: string | null;
  /** Another percent, when the condition holds for the block. */
  raised: { percent: string; when: Condition } | null;
  restsOn: string | null;
}
