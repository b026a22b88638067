import type {
  Block,
  Class,
  ClassWay,
  Condition,
  Criterion,
  Formula,
  Item,
  KnockOut,
  Member,
  Quantity,
  SchemeRules,
  SchemeFigure,
} from '../../../src/standings/scheme-rules.js';
import type { FigureGiven, Occurrence, PointsGiven, ScoringInputs } from '../../../src/standings/scored.js';

/** Schemes and inputs in few words: what is not said is what most schemes have. */

const noEnds = { bonus: null, deduction: null, net: null };
const named = (code: string) => ({ code, name: code, restsOn: null });

/** A criterion; with `children` a sum. */
export const criterion = (code: string, max: string, change: Partial<Criterion> = {}): Criterion => ({
  ...named(code),
  appliesTo: [],
  formula: { kind: change.children ? 'SUM' : 'GIVEN' },
  whenNothing: null,
  max,
  min: '0',
  isCeiling: true,
  weight: '1',
  children: [],
  items: [],
  limits: noEnds,
  ...change,
});

export const item = (code: string, formula: Formula, change: Partial<Item> = {}): Item => ({
  ...named(code),
  appliesTo: [],
  formula,
  whenNothing: null,
  max: null,
  min: null,
  oneOf: null,
  ...change,
});

export const quantity = (figure: string, reading: Quantity['reading'] = 'VALUE'): Quantity => ({ figure, reading });

export const figureKind = (code: string, change: Partial<SchemeFigure> = {}): SchemeFigure => ({
  code,
  name: code,
  kind: 'NUMBER',
  indicator: null,
  measure: null,
  scope: 'OWN',
  words: [],
  needsEvidence: false,
  ...change,
});

export const occurring = (code: string, needsEvidence = false) =>
  figureKind(code, { kind: 'OCCURRENCES', needsEvidence });

export const is = (
  figure: string,
  comparison: 'AT_LEAST' | 'ABOVE' | 'AT_MOST' | 'BELOW' | 'EQUAL',
  than: string,
  reading: Quantity['reading'] = 'VALUE',
): Condition => ({ kind: 'FIGURE', quantity: quantity(figure, reading), is: comparison, than, thanFigure: null });

/** The share of 100 that a quantity reaches. */
export const proportional = (
  of: Quantity,
  change: Partial<Extract<Formula, { kind: 'PROPORTIONAL' }>> = {},
): Formula => ({
  kind: 'PROPORTIONAL',
  quantity: of,
  full: '100',
  from: null,
  upTo: null,
  ...change,
});

/** Points for each occurrence. */
export const each = (figure: string, points: string): Formula => ({
  kind: 'COUNT',
  quantity: quantity(figure),
  points,
});

/** Bands as they are printed: "≥ 97", "< 98", "= 100". */
export const bands = (figure: string, ...steps: readonly (readonly [string, string])[]): Formula => ({
  kind: 'STEPS',
  quantity: quantity(figure),
  steps: steps.map(([printed, points]) => ({ ...band(printed), points })),
});

export const band = (printed: string) => {
  const end = (signs: string) => printed.match(new RegExp(`(${signs}) ?(-?[\\d.]+)`));
  const [low, high, equal] = [end('[>≥]'), end('[<≤]'), end('=')];
  return {
    from: equal?.[2] ?? low?.[2] ?? null,
    fromIncluded: equal != null || low?.[1] === '≥',
    to: equal?.[2] ?? high?.[2] ?? null,
    toIncluded: equal != null || high?.[1] === '≤',
  };
};

export const member = (unit: string, change: Partial<Member> = {}): Member => ({
  unit,
  from: null,
  to: null,
  traits: [],
  under: null,
  ...change,
});

export const block = (code: string, units: readonly string[], change: Partial<Block> = {}): Block => ({
  code,
  name: code,
  of: 'COLLECTIVES',
  members: units.map((unit) => member(unit)),
  ...change,
});

export const way = (min: string | null, change: Partial<ClassWay> = {}): ClassWay => ({
  appliesTo: [],
  min,
  below: null,
  each: null,
  conditions: [],
  ...change,
});

export const rated = (code: string, ...ways: readonly ClassWay[]): Class => ({ ...named(code), ways });

export const knockOut = (code: string, when: Condition, change: Partial<KnockOut>): KnockOut => ({
  ...named(code),
  when,
  effect: 'NOT_CLASSED',
  class: null,
  criterion: null,
  ...change,
});

export const scheme = (tree: Criterion, change: Partial<SchemeRules> = {}): SchemeRules => ({
  blocks: [block('block', ['a', 'b', 'c'])],
  traits: [],
  figures: [],
  tree,
  rounding: { leaf: 2, group: 2, total: 2, step: null },
  knockOuts: [],
  classes: [],
  quotas: [],
  ...change,
});

export const inputs = (change: Partial<ScoringInputs> = {}): ScoringInputs => ({
  on: '2023-12-31',
  stage: 'FINAL',
  figures: [],
  occurrences: [],
  points: [],
  allowances: [],
  ties: [],
  exceptions: [],
  ...change,
});

export const figure = (
  of: string | null,
  code: string,
  value: string | null,
  change: Partial<FigureGiven> = {},
): FigureGiven => ({
  figure: code,
  of,
  value,
  outOf: null,
  lines: [],
  target: null,
  measure: null,
  from: [],
  ...change,
});

export const happened = (of: string | null, code: string, times = 1, change: Partial<Occurrence> = {}): Occurrence => ({
  id: `${of} ${code}`,
  figure: code,
  of,
  times,
  evidence: [],
  isExempt: false,
  ...change,
});

/** Final points of a unit, by line. */
export const points = (unit: string, of: Readonly<Record<string, string>>): PointsGiven[] =>
  Object.entries(of).map(([line, final]) => ({
    unit,
    line,
    self: null,
    verified: null,
    final: { points: final, isReasoned: false },
  }));
