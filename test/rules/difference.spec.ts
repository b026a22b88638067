import { differencesOf } from '../../src/standings/difference.rules.js';
import {
  block,
  criterion,
  each,
  figure,
  figureKind,
  happened,
  inputs,
  is,
  item,
  knockOut,
  occurring,
  points,
  rated,
  scheme,
  way,
} from './schemes/build.js';
import { tableOf } from './schemes/score.js';

const of = scheme(
  criterion('total', '100', {
    children: [
      criterion('race', '60', { formula: { kind: 'RELATIVE', figure: 'output', better: 'MORE', atTarget: '50' } }),
      criterion('order', '40', { formula: { kind: 'FULL' }, items: [item('fights', each('fights', '-5'))] }),
    ],
  }),
  {
    blocks: [block('hamlets', ['h1', 'h2', 'h3'])],
    figures: [
      figureKind('output', { measure: { unit: 'TONNE', factor: null } }),
      occurring('fights'),
      occurring('fault'),
    ],
    knockOuts: [knockOut('fault', is('fault', 'ABOVE', '0'), { effect: 'CAP_CLASS', class: 'low' })],
    classes: [rated('best', way('90')), rated('good', way('70')), rated('low')],
  },
);
const output = (unit: string, value: string, version = 1) =>
  figure(unit, 'output', value, { target: '10', from: [{ type: 'Result', id: `result-${unit}`, version }] });
const given = inputs({ figures: [output('h1', '20'), output('h2', '15'), output('h3', '10')] });
const published = tableOf(of, given);

it('is nothing between equal tables', () => {
  expect(differencesOf(published, tableOf(of, given))).toEqual([]);
});

it('names the corrected result as the cause, also where it is another’s', () => {
  const figures = [output('h1', '18', 2), ...given.figures.slice(1)];
  const differences = differencesOf(published, tableOf(of, { ...given, figures }));
  expect(
    differences.map(({ unit, before, after, class: change, lines }) => [
      unit,
      [before!.points, after!.points],
      [before!.class, after!.class],
      change,
      lines.map((line) => [line.line, line.before, line.after]),
    ]),
  ).toEqual([['h2', ['85', '88.75'], ['good', 'good'], null, [['race', '45', '48.75']]]]);
  expect(differences[0]!.lines[0]!.causes).toEqual([
    {
      kind: 'INPUT',
      before: { kind: 'FIGURE', ...output('h1', '20') },
      after: { kind: 'FIGURE', ...output('h1', '18', 2) },
    },
  ]);
});

it('tells classes gained and lost, ranks, and the knock-out that did it', () => {
  const occurrences = [happened('h1', 'fault'), happened('h2', 'fights', 3)];
  const differences = differencesOf(published, tableOf(of, { ...given, occurrences }));
  expect(differences.map(({ unit, class: change, lines }) => [unit, change, lines.map(({ line }) => line)])).toEqual([
    ['h1', 'LOST', []],
    ['h2', null, ['fights']],
    ['h3', null, []],
  ]);
  expect([differences[2]!.before!.rank, differences[2]!.after!.rank]).toEqual([3, 2]);
  expect(differences[0]!.causes).toEqual([
    { kind: 'INPUT', before: null, after: { kind: 'OCCURRENCE', ...occurrences[0] } },
  ]);
  const back = differencesOf(tableOf(of, { ...given, occurrences }), published);
  expect(back.map(({ class: change }) => change)).toEqual(['GAINED', null, null]);
});

it('names a changed rule, and members that came and went', () => {
  const tree = {
    ...of.tree,
    children: [of.tree.children[0]!, { ...of.tree.children[1]!, max: '30' }],
  };
  const blocks = [block('hamlets', ['h1', 'h3', 'h4'])];
  const differences = differencesOf(
    published,
    tableOf({ ...of, tree, blocks }, { ...given, figures: [...given.figures, output('h4', '10')] }),
  );
  expect(differences.map(({ unit, before, after }) => [unit, before?.points ?? null, after?.points ?? null])).toEqual([
    ['h1', '100', '90'],
    ['h3', '70', '60'],
    ['h4', null, '60'],
    ['h2', '85', null],
  ]);
  expect(differences[1]!.lines).toEqual([
    { line: 'order', name: 'order', before: '40', after: '30', causes: [{ kind: 'RULE', line: 'order' }] },
  ]);
});

it('names the class, the quota, the knock-out or the rounding that the scheme has otherwise', () => {
  const causesIn = (change: Partial<typeof of>) =>
    differencesOf(published, tableOf({ ...of, ...change }, given)).map(({ unit, causes }) => [
      unit,
      causes.map((cause) => cause.kind === 'SCHEME' && [cause.part, cause.code]),
    ]);
  const [, good, low] = of.classes;
  expect(causesIn({ classes: [rated('best', way('85')), good!, low!] })).toEqual([['h2', [['CLASS', 'best']]]]);
  const quotas = [{ class: 'good', percent: '0', of: 'MEMBERS', round: 'DOWN', raised: null, restsOn: null }];
  const struck = causesIn({ quotas: quotas as unknown as typeof of.quotas });
  expect(struck).toEqual(expect.arrayContaining([['h2', [['QUOTA', 'good']]]]));
  const knockOuts = [knockOut('weak', is('output', 'BELOW', '12'), { effect: 'CAP_CLASS', class: 'low' })];
  expect(causesIn({ knockOuts })).toEqual([
    [
      'h3',
      expect.arrayContaining([
        ['KNOCK_OUT', 'fault'],
        ['KNOCK_OUT', 'weak'],
      ]),
    ],
  ]);
  expect(causesIn({ rounding: { leaf: null, group: null, total: 0 } })).toEqual([]);
  const uneven = { ...given, figures: [output('h1', '18'), ...given.figures.slice(1)] };
  const whole = tableOf({ ...of, rounding: { leaf: null, group: null, total: 0 } }, uneven);
  expect(differencesOf(tableOf(of, uneven), whole).map(({ unit, causes }) => [unit, causes])).toEqual([
    ['h2', [{ kind: 'SCHEME', part: 'ROUNDING', code: null }]],
  ]);
});

it('names points that people gave, with the reason', () => {
  const plain = scheme(criterion('total', '100'), { blocks: [block('b', ['a'])] });
  const [before, after] = ['80', '85'].map((total) => tableOf(plain, inputs({ points: points('a', { total }) })));
  expect(differencesOf(before!, after!)[0]!.lines[0]!.causes).toMatchObject([
    { kind: 'INPUT', before: { kind: 'POINTS', points: '80' }, after: { kind: 'POINTS', points: '85' } },
  ]);
});
