import type { SchemeRules } from './scheme-rules.js';

/**
 * All that a scheme is scored from. The order of the lists says nothing. Reasons and authors stay in the score sheets:
 * a table that anybody may see is made of nothing else than this.
 */
export interface ScoringInputs {
  /** The day by which members count. */
  on: string;
  /** Column that is scored (tự chấm, thẩm định, kết luận). */
  stage: Stage;
  figures: readonly FigureGiven[];
  occurrences: readonly Occurrence[];
  points: readonly PointsGiven[];
  allowances: readonly Allowance[];
  ties: readonly TieDecided[];
  exceptions: readonly Exception[];
}

export type Stage = 'SELF' | 'VERIFIED' | 'FINAL';

/** A figure of a unit, of a block, or of the commune (`of` null). */
export interface FigureGiven {
  figure: string;
  of: string | null;
  /** A decimal, YES or NO, a day, or a word; with `lines`, null. */
  value: string | null;
  outOf: string | null;
  /** Several values, each with its factor: Σ value × weight, ÷ Σ outOf × weight. */
  lines: readonly { value: string; outOf: string | null; weight: string }[];
  target: string | null;
  /** As it was measured; null: as the scheme asks. */
  measure: { unit: string; factor: string | null } | null;
  /** Records it is made of: results and the target, each with its version. */
  from: readonly { type: string; id: string; version: number }[];
}

/** Something that happened. */
export interface Occurrence {
  id: string;
  figure: string;
  of: string | null;
  times: number;
  /** Ids of the files that prove it. */
  evidence: readonly string[];
  /** Whether it does not count for the member, for a reason that its score sheet has: found by the member itself. */
  isExempt: boolean;
}

/** Points that people gave to one line, by column. */
export interface PointsGiven {
  unit: string;
  line: string;
  self: Given | null;
  verified: Given | null;
  final: Given | null;
}

export interface Given {
  points: string;
  /** Whether the person said why. */
  isReasoned: boolean;
}

/** A person's word: a printed maximum of this line, or of its items together, may be exceeded. */
export interface Allowance {
  unit: string;
  line: string;
}

/** A tie on the edge of a quota, decided: these of them have the class. */
export interface TieDecided {
  block: string;
  class: string;
  units: readonly string[];
}

/** A member who keeps a class beyond its quota, and takes no place of it. */
export interface Exception {
  unit: string;
  class: string;
}

/** An input that a line took, with where it comes from. */
export type Taken =
  | ({ kind: 'FIGURE' } & FigureGiven)
  | ({ kind: 'OCCURRENCE' } & Occurrence)
  | ({ kind: 'POINTS'; stage: Stage; unit: string; line: string } & Given)
  | { kind: 'SCORE'; unit: string; line: string; points: string | null }
  | ({ kind: 'ALLOWANCE' } & Allowance);

/** Why a line has no points. */
export interface Missing {
  /** Code of the figure or the line. */
  code: string;
  of: string | null;
  why: 'NOT_GIVEN' | 'NO_VALUE_OF_IT' | 'NO_TARGET' | 'NO_BASE' | 'OTHER_MEASURE' | 'IN_NO_BAND' | 'NOT_SCORED';
}

/** A limit that changed the points of a line, or would have, had a person not allowed to exceed it. */
export interface Limited {
  limit: 'MAX' | 'MIN' | 'BONUS' | 'DEDUCTION' | 'NET' | 'ONE_OF' | 'KNOCK_OUT';
  at: string;
  isAllowed: boolean;
}

/** Notes on inputs of a line. */
export type Note = 'WITHOUT_EVIDENCE' | 'EXEMPT' | 'REASON_MISSING' | 'BLOCK_INCOMPLETE';

export interface Words {
  vi: string;
  en: string;
}

/** A line of the table for one member, and all that it came of. Points are decimals of at most six places. */
export interface ScoreNode {
  code: string;
  name: string;
  part: 'CRITERION' | 'ITEM';
  restsOn: string | null;
  max: string | null;
  inputs: readonly Taken[];
  /** The formula in words. */
  words: Words;
  /** The formula in figures; empty while one is missing. */
  figures: string;
  /** Before limits, after them, and rounded; null: not enough is known (chưa đủ dữ liệu). */
  raw: string | null;
  limited: string | null;
  points: string | null;
  /** Points of what is known, where not all is. */
  known: string;
  limits: readonly Limited[];
  missing: readonly Missing[];
  notes: readonly Note[];
  /** Criteria and items below. */
  children: readonly ScoreNode[];
}

/** The score of one member. */
export interface Score {
  unit: string;
  block: string;
  tree: ScoreNode;
}

/** Everything scored, with the hash of all it was scored from. */
export interface Scores {
  scheme: SchemeRules;
  inputs: ScoringInputs;
  inputHash: string;
  scores: readonly Score[];
}
