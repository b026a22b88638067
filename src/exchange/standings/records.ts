/** Records of a published table, as far as it is recomputed. Like `chain.ts` it shares no code with the server. */

/** Rules of a scoring scheme (thang điểm), as its record has them. */
export interface Rules {
  blocks: { code: string; members: Member[] }[];
  figures: Figure[];
  tree: Line;
  rounding: { leaf: number | null; group: number | null; total: number | null; step?: string | null };
  knockOuts: { code: string; when: Condition; effect: string; class: string | null; criterion: string | null }[];
  classes: { code: string; ways: Way[] }[];
  quotas: Quota[];
}

interface Member {
  unit: string;
  from: string | null;
  to: string | null;
  traits: string[];
  under: string | null;
}

/** A member on the day of the table, in its block. */
export interface Subject extends Member {
  block: string;
}

export interface Figure {
  code: string;
  kind: 'NUMBER' | 'YES_NO' | 'DAY' | 'WORD' | 'OCCURRENCES';
  scope: 'OWN' | 'BLOCK' | 'COMMUNE';
  measure: { unit: string; factor: string | null } | null;
  words: string[];
  needsEvidence: boolean;
}

/** A criterion, or an item (bonus, deduction) of one: then without the members of the second part. */
export interface Line {
  code: string;
  name: string;
  restsOn: string | null;
  appliesTo: string[];
  formula: Formula;
  whenNothing: string | null;
  max: string | null;
  min: string | null;
  oneOf?: string | null;

  children?: Line[];
  items?: Line[];
  isCeiling?: boolean;
  weight?: string;
  limits?: { bonus: string | null; deduction: string | null; net: string | null };
}

export interface Quantity {
  figure: string;
  reading: 'VALUE' | 'OF_TARGET' | 'INVERSE' | 'OVER_TARGET';
}

export interface Band {
  from: string | null;
  fromIncluded: boolean;
  to: string | null;
  toIncluded: boolean;
}

type Side = { quantity: Quantity; bands: Band[] };
type Better = 'MORE' | 'LESS';
export type Formula = { kind: 'SUM' } | { kind: 'MEAN' } | OwnFormula | ComparingFormula | Share;

/** Formulas that look at the inputs of one member alone. */
export type OwnFormula =
  | { kind: 'GIVEN' }
  | { kind: 'FULL' }
  | { kind: 'JUDGED'; reasonBelowMax: boolean }
  | { kind: 'PROPORTIONAL'; quantity: Quantity; full: string; from: string | null; upTo: string | null }
  | { kind: 'STEPS'; quantity: Quantity; steps: (Band & { points: string })[] }
  | { kind: 'INTERPOLATED'; quantity: Quantity; through: { at: string; points: string }[] }
  | ({ kind: 'INCREMENTS'; quantity: Quantity; direction: 'UP' | 'DOWN'; atOnce: boolean } & Record<
      'start' | 'every' | 'points',
      string
    >)
  | { kind: 'PASS_FAIL'; when: Condition }
  | { kind: 'CASES'; cases: { when: Condition; points: string }[]; otherwise: string }
  | { kind: 'COUNT'; quantity: Quantity; points: string }
  | { kind: 'TABLE'; rows: Side; columns: Side; table: string[][] }
  | { kind: 'WORDS'; figure: string; words: { word: string; points: string }[] };

export interface Share {
  kind: 'SHARE';
  of: 'OWN' | 'ABOVE' | 'BELOW' | 'ALL';
  block: string | null;
  criterion: string;
  percent: string;
  per?: Quantity | null;
}

/** Formulas that compare the members of a block. */
export type ComparingFormula =
  | { kind: 'RELATIVE'; figure: string; better: Better; atTarget: string | null }
  | { kind: 'SPREAD'; figure: string; better: Better }
  | { kind: 'PLACED'; figure: string; better: Better; points: string[]; otherwise: string };

type Comparison = 'AT_LEAST' | 'ABOVE' | 'AT_MOST' | 'BELOW' | 'EQUAL';
export type Condition =
  | { kind: 'ALL' | 'ANY' | 'NONE'; of: Condition[] }
  | { kind: 'FIGURE'; quantity: Quantity; is: Comparison; than: string | null; thanFigure: string | null }
  | { kind: 'TRAIT'; trait: string }
  | { kind: 'POINTS'; criterion: string; is: Comparison; than: string };

export interface Way {
  appliesTo: string[];
  min: string | null;
  below: string | null;
  each: { percent: string; of: 'FIRST' | 'LEAVES' } | null;
  conditions: Condition[];
}

export interface Quota {
  class: string;
  percent: string | null;
  count: number | null;
  base: 'BLOCK' | 'CLASS' | 'CLASS_AND_ABOVE';
  baseClass: string | null;
  raised: { percent: string; when: Condition } | null;
}

/** An input that a line or a class took; members of another kind are absent. */
export interface TakenInput {
  kind: 'FIGURE' | 'OCCURRENCE' | 'POINTS' | 'SCORE' | 'ALLOWANCE';
  figure: string;
  of: string | null;
  value: string | null;
  outOf: string | null;
  lines: { value: string; outOf: string | null; weight: string }[];
  target: string | null;
  measure: Figure['measure'];
  id: string;
  times: number;
  evidence: string[];
  isExempt: boolean;
  unit: string;
  line: string;
  points: string | null;
  isReasoned: boolean;
}

export interface Missing {
  code: string;
  of: string | null;
  why: 'NOT_GIVEN' | 'NO_VALUE_OF_IT' | 'NO_TARGET' | 'NO_BASE' | 'OTHER_MEASURE' | 'IN_NO_BAND' | 'NOT_SCORED';
}

/** A line of a member's tree. The sentences of its formula, `words` and `figures`, are not recomputed. */
export interface Node {
  code: string;
  name: string;
  part: 'CRITERION' | 'ITEM';
  restsOn: string | null;
  max: string | null;
  inputs: Partial<TakenInput>[];
  raw: string | null;
  limited: string | null;
  points: string | null;
  known: string;
  limits: { limit: string; at: string; isAllowed: boolean }[];
  missing: Missing[];
  notes: string[];
  children: Node[];
}

export interface Reason {
  kind: 'KNOCK_OUT' | 'QUOTA' | 'TIE_OPEN' | 'TIE_DECIDED' | 'EXCEPTION' | 'IN_NO_CLASS' | 'NOT_ENOUGH_KNOWN';
  code: string | null;
}

/** All that is computed of a member; a record of the type `standing` has it. */
export interface Row {
  block: string;
  unitCode: string;
  points: string | null;
  rank: number | null;
  class: string | null;
  reasons: Reason[];
  inputs: Partial<TakenInput>[];
  missing: Missing[];
  tree: Node;
  inputHash: string;
}

/** Members by which a row names its table: those of its publication. */
export const tableMembers = ['planId', 'plan', 'scheme', 'revision', 'period', 'number', 'replaces'] as const;
type TableName = Readonly<Record<(typeof tableMembers)[number], string | number | null>>;

/** A row of a published table: a record of the type `standing`. */
export type Standing = Row & TableName & { publicationId: string };

/** A table: a record of the type `standings`. */
export type Publication = TableName & {
  id: string;
  stage: string;
  state: 'CANDIDATE' | 'PUBLISHED';
  /** Day by which members count. */
  membersOn: string;
  ties: { block: string; class: string; units: string[] }[];
};

/** A record of the type `scheme`: one revision. */
export interface SchemeRecord {
  planId: string;
  code: string;
  revision: number;
  rules: Rules;
}
