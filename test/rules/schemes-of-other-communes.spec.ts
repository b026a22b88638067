import { disagreementsOf } from '../../src/exchange/standings/recompute.js';
import { checkScheme } from '../../src/standings/scheme.rules.js';
import type { SchemeRules } from '../../src/standings/scheme-rules.js';
import type { ScoringInputs } from '../../src/standings/scored.js';
import {
  block,
  criterion,
  each,
  figure,
  figureKind,
  happened,
  inputs,
  item,
  knockOut,
  member,
  occurring,
  points,
  quantity,
  rated,
  scheme,
  way,
} from './schemes/build.js';
import { published } from './schemes/publish.js';
import { find, tableOf, treeOf } from './schemes/score.js';

/** Ways of scoring that communes print and the collected schemes do not have. */

const groups = (...codes: readonly string[]) => codes.map((code) => criterion(code, '50'));
const given = (unit: string, of: Record<string, string>) => points(unit, of);

/** Năm: the mean of four quarters, of which the last counts twice. */
const quarters = ['q1', 'q2', 'q3', 'q4'];
const year = scheme(
  criterion('total', '100', {
    formula: { kind: 'MEAN' },
    children: quarters.map((code) =>
      criterion(code, '100', { formula: each(code, '1'), weight: code === 'q4' ? '2' : '1' }),
    ),
  }),
  { figures: quarters.map((code) => figureKind(code)) },
);
const ofQuarters = inputs({
  figures: quarters.map((code, index) => figure('a', code, ['80', '85.5', '90', '95'][index]!)),
});

/** Nửa điểm: each criterion in half points, the total as it comes. */
const halves: SchemeRules = scheme(criterion('total', '20', { children: groups('x', 'y') }), {
  rounding: { leaf: null, group: null, total: 2, step: '0.5' },
});
const ofHalves = inputs({ points: given('a', { x: '7.25', y: '8.2' }) });

/** Chấm chéo: each hamlet is judged by the others, and not by itself. */
const judges = ['a', 'b', 'c'];
const crosswise = scheme(
  criterion('total', '10', {
    formula: { kind: 'MEAN' },
    children: judges.map((judge) =>
      criterion(`by-${judge}`, '10', {
        formula: { kind: 'JUDGED', reasonBelowMax: false },
        appliesTo: judges.filter((other) => other !== judge).map((other) => `is-${other}`),
      }),
    ),
  }),
  {
    blocks: [block('block', [], { members: judges.map((unit) => member(unit, { traits: [`is-${unit}`] })) })],
    traits: judges.map((unit) => ({ code: `is-${unit}`, name: unit })),
  },
);
const ofJudges = inputs({ points: [...given('a', { 'by-b': '8', 'by-c': '9' }), ...given('b', { 'by-a': '7' })] });

/** Điểm liệt: below 10 of any group no class, however high the total. */
const liet = scheme(criterion('total', '100', { children: groups('x', 'y') }), {
  classes: [rated('good', way('50'))],
  knockOuts: ['x', 'y'].map((of) =>
    knockOut(`low-${of}`, { kind: 'POINTS', criterion: of, is: 'BELOW', than: '10' }, { effect: 'NOT_CLASSED' }),
  ),
});
const ofLiet = inputs({
  points: [
    ...given('a', { x: '50', y: '9.5' }),
    ...given('b', { x: '40', y: '10' }),
    ...given('c', { x: '9', y: '9' }),
  ],
});

/** Trừ tỷ lệ: 5 % of the points for each late report, 20 % at most of 100. */
const late = scheme(
  criterion('total', '100', {
    children: [criterion('work', '100', { children: groups('x', 'y') })],
    items: [
      item(
        'late',
        { kind: 'SHARE', of: 'OWN', block: null, criterion: 'work', percent: '-5', per: quantity('reports') },
        { min: '-20' },
      ),
    ],
  }),
  { figures: [occurring('reports')] },
);
const ofLate = (times: number) =>
  inputs({ points: given('a', { x: '40', y: '40' }), occurrences: [happened('a', 'reports', times)] });

const cases: readonly [string, SchemeRules, ScoringInputs, string][] = [
  ['quarters, the last twice', year, ofQuarters, '89.1'],
  ['half points, half up', halves, ofHalves, '15.5'],
  ['judged by the others', crosswise, ofJudges, '8.5'],
  ['points below which nothing counts', liet, ofLiet, '59.5'],
  ['a percentage off for each', late, ofLate(3), '68'],
  ['and no more than its end', late, ofLate(6), '60'],
];

it.each(cases)('%s: in order, to the digit, and the same for a reader', (_, rules, of, total) => {
  expect(checkScheme(rules, new Map()).refused).toEqual([]);
  expect(treeOf(rules, of, 'a').points).toBe(total);
  expect(disagreementsOf(published(rules, of))).toEqual([]);
});

it('a leaf is rounded to the multiple that the scheme says', () => {
  const tree = treeOf(halves, ofHalves);
  expect(['x', 'y'].map((code) => find(tree, code).points)).toEqual(['7.5', '8']);
  expect(checkScheme({ ...halves, rounding: { ...halves.rounding, step: '0' } }, new Map()).refused).toMatchObject([
    { pointer: '/rounding/step', code: 'OUT_OF_RANGE' },
  ]);
});

it('a percentage for each says how often, in words and in figures', () => {
  const { words, figures, inputs: taken } = find(treeOf(late, ofLate(3)), 'late');
  expect([words.vi, figures]).toEqual(['-5% điểm "work" của chính đơn vị × reports', '-5% × 80 × 3']);
  expect(taken.map(({ kind }) => kind)).toEqual(['SCORE', 'OCCURRENCE']);
});

it('a percentage for each names a number that the scheme has', () => {
  const items = late.tree.items.map((each_) => ({
    ...each_,
    formula: { ...each_.formula, per: quantity('x') } as typeof each_.formula,
  }));
  expect(checkScheme({ ...late, tree: { ...late.tree, items } }, new Map()).refused).toMatchObject([
    { pointer: '/tree/items/0/formula/per/figure', code: 'UNKNOWN' },
  ]);
});

it('nobody below the least points of a group is classed or ranked', () => {
  expect(tableOf(liet, ofLiet).standings.map((row) => [row.unit, row.class, row.rank])).toEqual(
    expect.arrayContaining([
      ['a', null, null],
      ['b', 'good', 1],
      ['c', null, null],
    ]),
  );
});
