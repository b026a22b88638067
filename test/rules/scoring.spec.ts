import { rowHash } from '../../src/standings/canonical.rules.js';
import type { Criterion, Formula, SchemeRules, SchemeFigure } from '../../src/standings/scheme-rules.js';
import { scoresOf } from '../../src/standings/scoring.rules.js';
import type { FigureGiven, Occurrence, ScoringInputs } from '../../src/standings/scored.js';
import { nodesOf } from '../../src/standings/subject.rules.js';
import { wordsOf } from '../../src/standings/words.rules.js';
import type { TableRow } from '../../src/standings/table.js';
import {
  bands,
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
  member,
  occurring,
  points,
  proportional,
  quantity,
  scheme,
} from './schemes/build.js';
import { allow, eventsOfCaiLay, landOffice } from './schemes/land-office-2022.js';
import { monthOf, official } from './schemes/officials-2026.js';
import { policeLeaves, race, relativeLine } from './schemes/police-cluster-2025.js';
import { find, tableOf, treeOf } from './schemes/score.js';

/** A year without bonus or deduction, but for half a point of 3.2 and of 3.3: 101. */
const plainFigures: Readonly<Record<string, string>> = {
  ...{ households: '98.9', land: '90', monitoring: '90', waste: '99', plants: '91', inspections: '100' },
  ...{ files: '900', early: '1', late: '0', 'plan-issued': '2022-01-20', registered: '2022-01-20', launch: 'YES' },
};
const yearOf = (figures: Readonly<Record<string, string>>, occurrences: Readonly<Record<string, number>>) =>
  inputs({
    figures: Object.entries({ ...plainFigures, ...figures }).map(([code, value]) => figure('cai-lay', code, value)),
    occurrences: Object.entries(occurrences).map(([code, times]) => happened('cai-lay', code, times)),
    points: points('cai-lay', { C4: '4' }),
  });

describe('every rule of the table of Tiền Giang moves the total of 101', () => {
  it.each<[string, Record<string, string>, Record<string, number>, string]>([
    ['nothing', {}, {}, '101'],
    ['a1 for each case', {}, { 'a1-case': 2 }, '100'],
    ['a1 ends at 1.5', {}, { 'a1-case': 9 }, '99.5'],
    ['a2 ends at 2', {}, { 'a2-case': 9 }, '99'],
    ['a4 bonus of households', { households: '99' }, {}, '102'],
    ['a4 bonus of both, not added to the other', { households: '99', land: '95' }, {}, '103'],
    ['a4 land alone', { land: '95' }, {}, '101'],
    ['a4 too few households', { households: '98.4' }, {}, '100.5'],
    ['a4 not invited, once', {}, { 'a4-uninvited': 3 }, '100'],
    ['a4 for each complaint', {}, { 'a4-complaint': 2 }, '100'],
    ['a4 deduction ends at 2', {}, { 'a4-uninvited': 1, 'a4-complaint': 9 }, '99'],
    ['a4 bonus beside the deduction', { households: '99' }, { 'a4-complaint': 9 }, '100'],
    ['a7 for each solution, without end', {}, { 'a7.6': 9 }, '110'],
    ['a9 a report before its day', {}, { 'a9.4': 3 }, '101.3'],
    ['a9 ends at 2.5', {}, { 'a9-case': 9 }, '98.5'],
    ['b1 for each case, down to nothing', {}, { 'b1-case': 20 }, '99'],
    ['b2.1 a well, up to 1', {}, { 'b2.1': 5 }, '102'],
    ['b2.2 a well, down to 1', {}, { 'b2.2': 5 }, '100'],
    ['b2.3 for each invitation', {}, { 'b2.3': 2 }, '100.6'],
    ['b3.1 all of it', { monitoring: '100' }, {}, '101.5'],
    ['b4.1 ends at 3', {}, { 'b4.1': 9 }, '98'],
    ['b4.2 once', {}, { 'b4.2': 2 }, '100.5'],
    ['b4.3 for each period', {}, { 'b4.3': 2 }, '100.5'],
    ['C1 second band', { waste: '97' }, {}, '100'],
    ['C1 third band', { waste: '96.99' }, {}, '99'],
    ['C1 below', { waste: '95.99' }, {}, '96'],
    ['C2 second band', { plants: '89.99' }, {}, '100'],
    ['C2.4 not yet', { plants: '92' }, {}, '101'],
    ['C2.4 begun', { plants: '92.01' }, {}, '101.1'],
    ['C2.4 one more', { plants: '93' }, {}, '101.2'],
    ['C2.4 ends at 0.5', { plants: '99' }, {}, '101.5'],
    ['C3.1 for each document, to 0.5', {}, { 'C3.1': 9 }, '100.5'],
    ['C3.2 of communes, to 2', {}, { 'C3.2-commune': 20 }, '99'],
    ['C3.2 too seldom', {}, { 'C3.2-times': 3 }, '100.7'],
    ['C3.2 by the district', {}, { 'C3.2-district': 1 }, '98'],
    ['C3.3 up to 1', {}, { 'C3.3': 9 }, '102'],
    ['C5.2 to 1', {}, { 'C5.2': 9 }, '100'],
    ['C5.3 to 2', {}, { 'C5.3': 20 }, '99'],
    ['C6 to 0.5', {}, { 'C6-document': 9 }, '100.5'],
    ['d1 without a plan', {}, { 'no-plan': 1 }, '98'],
    ['d1 under 95', { inspections: '94.9' }, {}, '99'],
    ['d1 under 100', { inspections: '99.9' }, {}, '100'],
    ['d1 beyond', { inspections: '100.1' }, {}, '102'],
    ['d1 beyond by 20', { inspections: '120' }, {}, '103'],
    ['d2.3 up to 2', {}, { 'd2.3': 4 }, '103'],
    ['d2 all together to 7', {}, { 'd2.1': 4, 'd2.2': 4, 'd2.4': 1, 'd2.5': 1 }, '94'],
    ['d2.4 half a point', {}, { 'd2.4': 1 }, '100.5'],
    ['2.1 reprimand', {}, { '2.1-reprimand': 1 }, '100'],
    ['2.1 warning, below nothing', {}, { '2.1-warning': 1 }, '99'],
    ['2.2 early', {}, { '2.2.1': 1 }, '101.5'],
    ['2.2 late', {}, { '2.2.2': 1 }, '100'],
    ['3.1 planned on the last day', { 'plan-issued': '2022-01-31' }, {}, '101'],
    ['3.1 planned a day late', { 'plan-issued': '2022-02-01' }, {}, '100.5'],
    ['3.2 not launched', { launch: 'NO' }, {}, '100'],
    ['3.2 not checked', {}, { '3.2-unchecked': 1 }, '100.5'],
    ['3.3 early share', { early: '12' }, {}, '102.5'],
    ['3.3 early share of many', { early: '12', files: '2000' }, {}, '103.2'],
    ['3.3 late, down to nothing', { late: '0.5' }, {}, '94.5'],
    ['3.3 too few early', { early: '0.9' }, {}, '94.5'],
    ['3.3.4', {}, { '3.3.4': 1 }, '99'],
    ['4.1 registered late', { registered: '2022-02-01' }, {}, '100'],
    ['4.2 a movement', {}, { '4.2.1': 1 }, '100.5'],
    ['4.3 articles', {}, { '4.3.1': 2 }, '101.4'],
    ['4.3 articles, up to 1', {}, { '4.3.1': 9 }, '102'],
    ['4.3 a quarter', {}, { '4.3.2': 2 }, '100'],
    ['5.1 a report', {}, { '5.1-report': 1 }, '100.5'],
    ['5.3 to 3', {}, { '5.3': 9 }, '98'],
    ['5.5 a task', {}, { '5.5': 1 }, '100'],
  ])('%s', (_, figures, occurrences, total) => {
    expect(treeOf(landOffice, yearOf(figures, occurrences)).points).toBe(total);
  });

  it('has no points at 98.00, which no band holds, and says so', () => {
    const tree = treeOf(landOffice, yearOf({ waste: '98' }, {}));
    expect([tree.points, tree.known]).toEqual([null, '96']);
    expect(find(tree, 'C1').missing).toEqual([{ code: 'C1', of: 'cai-lay', why: 'IN_NO_BAND' }]);
  });

  it('does not count what the office found itself', () => {
    const of = yearOf({}, { '2.1-warning': 1 });
    const exempt = of.occurrences.map((occurrence) => ({ ...occurrence, isExempt: true }));
    const tree = treeOf(landOffice, { ...of, occurrences: exempt });
    expect([tree.points, find(tree, '2.1-warning').notes]).toEqual(['101', ['EXEMPT']]);
  });

  it('shows a limit, and by whose word it was exceeded', () => {
    const of = eventsOfCaiLay('2022-01-31');
    const nodeOf = (given: ScoringInputs) => find(treeOf(landOffice, given), 'd2.3');
    expect(nodeOf(of).limits).toEqual([{ limit: 'MAX', at: '2', isAllowed: false }]);
    const allowed = nodeOf({ ...of, allowances: [allow('d2.3')] });
    expect(allowed.limits).toEqual([{ limit: 'MAX', at: '2', isAllowed: true }]);
    expect(allowed.inputs).toContainEqual({ kind: 'ALLOWANCE', ...allow('d2.3') });
  });
});

describe('the other kinds of leaf of the police cluster', () => {
  it.each<[string, Partial<ScoringInputs>, string]>([
    ['not done', { figures: [figure('A', 'done', 'NO'), figure('A', 'cases', '0')] }, '0'],
    ['done', { figures: [figure('A', 'done', 'YES'), figure('A', 'cases', '3')] }, '12.5'],
    ['as many as count', { figures: [figure('A', 'done', 'YES'), figure('A', 'cases', '9')] }, '15'],
    [
      'bonus less deduction',
      { occurrences: [happened('A', 'praised', 2, { evidence: ['file'] }), happened('A', 'blamed')] },
      '3',
    ],
    ['up to the maximum', { occurrences: [happened('A', 'praised', 9, { evidence: ['file'] })] }, '5'],
    ['down to the minimum', { occurrences: [happened('A', 'blamed', 9)] }, '-3'],
    ['nothing without evidence', { occurrences: [happened('A', 'praised', 2)] }, '0'],
  ])('%s', (_, of, total) => {
    const figures = [figure('A', 'done', 'NO'), figure('A', 'cases', '0')];
    expect(treeOf(policeLeaves, inputs({ figures, ...of }), 'A').points).toBe(total);
  });
});

const measured: Partial<SchemeFigure> = { measure: { unit: 'RATIO', factor: '100' } };
const kinds: Readonly<Record<string, SchemeFigure>> = {
  n: figureKind('n', measured),
  m: figureKind('m'),
  done: figureKind('done', { kind: 'YES_NO' }),
  day: figureKind('day', { kind: 'DAY' }),
  grade: figureKind('grade', { kind: 'WORD', words: ['Yếu', 'Khá', 'Tốt'] }),
  times: occurring('times'),
};
const one = (formula: Formula, change: Partial<Criterion> = {}, of: Partial<SchemeRules> = {}) =>
  scheme(criterion('total', '10', { formula, ...change }), {
    blocks: [block('block', ['a'])],
    figures: Object.values(kinds),
    traits: [{ code: 'hill', name: 'Miền núi' }],
    ...of,
  });
const share = (change: Parameters<typeof proportional>[1] = {}) => proportional(quantity('n', 'OF_TARGET'), change);
const stepping = (change: Partial<Extract<Formula, { kind: 'INCREMENTS' }>> = {}): Formula => ({
  ...{ kind: 'INCREMENTS', quantity: quantity('n'), direction: 'UP', start: '90', every: '2', atOnce: false },
  points: '1',
  ...change,
});
const n = (value: string, target: string | null = null, outOf: string | null = null): FigureGiven =>
  figure('a', 'n', value, { target, outOf });

describe('formulas', () => {
  it.each<[string, Formula, FigureGiven[], string | null, Partial<Criterion>?]>([
    ['a share of the target', share(), [n('75', '100')], '7.5'],
    ['a share, rounded half up', share(), [n('1', '16')], '0.63'],
    ['no more than all', share(), [n('150', '100')], '10'],
    ['up to 120 percent', share({ upTo: '120' }), [n('150', '100')], '12', { isCeiling: false }],
    ['up to 120 percent, under a ceiling', share({ upTo: '120' }), [n('150', '100')], '10'],
    ['all points at 80 percent', share({ full: '80' }), [n('60', '100')], '7.5'],
    ['at the floor', share({ from: '50' }), [n('50', '100')], '5'],
    ['below the floor', share({ from: '50' }), [n('49.99', '100')], '0'],
    ['a level out of its total', share({ quantity: quantity('n') }), [n('1', null, '4')], '2.5'],
    ['90 of 93 households', share({ quantity: quantity('n') }), [n('90', null, '93')], '96.77', { max: '100' }],
    ['below zero', share(), [n('-5', '100')], '0'],
    ['below zero without an end', share(), [n('-5', '100')], '-0.5', { min: null }],
    ['a target of zero', share(), [n('5', '0')], null],
    ['no target', share(), [n('5')], null],
    ['no figure', share(), [], null],
    ['less is better', share({ quantity: quantity('n', 'INVERSE') }), [n('8', '4')], '5'],
    ['less is better: below', share({ quantity: quantity('n', 'INVERSE') }), [n('3', '4')], '10'],
    ['less is better: nothing left', share({ quantity: quantity('n', 'INVERSE') }), [n('0', '4')], '10'],
    ['over the target', share({ quantity: quantity('n', 'OVER_TARGET'), full: '20' }), [n('110', '100')], '5'],
    ['steps', bands('n', ['< 50', '0'], ['≥ 50 < 80', '4'], ['≥ 80', '10']), [n('80')], '10'],
    ['steps: the edge is the upper band’s', bands('n', ['≤ 50', '1'], ['> 50', '4']), [n('50')], '1'],
    ['a whole step', stepping(), [n('94')], '2'],
    ['not a whole step', stepping(), [n('93.99')], '1'],
    ['a step that is begun', stepping({ atOnce: true }), [n('93.99')], '2'],
    ['no step', stepping({ atOnce: true }), [n('90')], '0'],
    ['steps down', stepping({ direction: 'DOWN', points: '-1' }), [n('85')], '-2', { min: '-4' }],
    ['steps of what has no end', stepping({ quantity: quantity('n', 'INVERSE') }), [n('0', '4')], null],
    ['pass', { kind: 'PASS_FAIL', when: is('done', 'EQUAL', 'YES') }, [figure('a', 'done', 'YES')], '10'],
    ['fail', { kind: 'PASS_FAIL', when: is('done', 'EQUAL', 'YES') }, [figure('a', 'done', 'NO')], '0'],
    ['a day', { kind: 'PASS_FAIL', when: is('day', 'AT_MOST', '2023-01-31') }, [figure('a', 'day', '2023-02-01')], '0'],
    [
      'a word and better',
      { kind: 'PASS_FAIL', when: is('grade', 'AT_LEAST', 'Khá') },
      [figure('a', 'grade', 'Tốt')],
      '10',
    ],
    ['a word below', { kind: 'PASS_FAIL', when: is('grade', 'AT_LEAST', 'Khá') }, [figure('a', 'grade', 'Yếu')], '0'],
    ['for each', each('m', '1.5'), [figure('a', 'm', '3')], '4.5'],
    ['for each, up to the maximum', each('m', '1.5'), [figure('a', 'm', '30')], '10'],
    [
      'words',
      { kind: 'WORDS', figure: 'grade', words: [{ word: 'Tốt', points: '8' }] },
      [figure('a', 'grade', 'Tốt')],
      '8',
    ],
    ['a word without points', { kind: 'WORDS', figure: 'grade', words: [] }, [figure('a', 'grade', 'Tốt')], null],
    ['the standard points', { kind: 'FULL' }, [], '10'],
    [
      'the first case',
      {
        kind: 'CASES',
        cases: [
          { when: is('m', 'AT_LEAST', '2'), points: '5' },
          { when: is('m', 'AT_LEAST', '1'), points: '3' },
        ],
        otherwise: '1',
      },
      [figure('a', 'm', '1')],
      '3',
    ],
  ])('%s', (_, formula, figures, expected, change = {}) => {
    expect(treeOf(one(formula, change), inputs({ figures })).points).toBe(expected);
  });

  it('a scheme may say what is given where nothing arose; a figure that is missing is another thing', () => {
    const by = one(share({ quantity: quantity('n') }), { whenNothing: '8' });
    const nodes = [[n('0', null, '0')], [], [n('1', null, '4')]].map((figures) => treeOf(by, inputs({ figures })));
    expect(nodes.map(({ points: of }) => of)).toEqual(['8', null, '2.5']);
    expect([
      nodes[0]!.missing,
      nodes[0]!.inputs.length,
      nodes[0]!.words.vi.endsWith('; không phát sinh: 8 điểm'),
    ]).toEqual([[], 1, true]);
    expect(treeOf(one(share()), inputs({ figures: [n('0', '0')] })).points).toBeNull();
  });

  it('decides by what is known: one of ANY that holds, one of ALL that fails', () => {
    const missing = is('m', 'AT_LEAST', '1');
    const done = is('done', 'EQUAL', 'YES');
    const pass = (kind: 'ALL' | 'ANY' | 'NONE', value: string) =>
      treeOf(
        one({ kind: 'PASS_FAIL', when: { kind, of: [missing, done] } }),
        inputs({ figures: [figure('a', 'done', value)] }),
      );
    expect(
      [pass('ANY', 'YES'), pass('ALL', 'NO'), pass('NONE', 'YES')].map(({ points: of, missing: why }) => [of, why]),
    ).toEqual([
      ['10', []],
      ['0', []],
      ['0', []],
    ]);
    expect([pass('ANY', 'NO'), pass('ALL', 'YES'), pass('NONE', 'NO')].map(({ points: of }) => of)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('does not pass over a case that nobody knows', () => {
    const cases = [is('m', 'AT_LEAST', '1'), is('done', 'EQUAL', 'YES')].map((when) => ({ when, points: '5' }));
    const given = inputs({ figures: [figure('a', 'done', 'YES')] });
    expect(treeOf(one({ kind: 'CASES', cases, otherwise: '0' }), given).points).toBeNull();
  });

  it('tells members apart by trait and by block', () => {
    const hill = { kind: 'PASS_FAIL', when: { kind: 'TRAIT', trait: 'hill' } } as const;
    const blocks = [block('plain', ['a']), block('hills', [], { members: [member('b', { traits: ['hill'] })] })];
    const tree = criterion('total', '30', {
      children: [
        criterion('all', '10', { formula: hill }),
        criterion('hill-only', '10', { formula: { kind: 'FULL' }, appliesTo: ['hill'] }),
        criterion('plain-only', '5', { formula: { kind: 'FULL' }, appliesTo: ['plain'] }),
      ],
    });
    const { scores } = scoresOf({ ...one({ kind: 'FULL' }), tree, blocks }, inputs());
    expect(scores.map(({ unit, tree: { points: of } }) => [unit, of])).toEqual([
      ['a', '5'],
      ['b', '20'],
    ]);
  });

  it('weighs criteria in a sum and in a mean', () => {
    const children = [criterion('x', '10', { weight: '2' }), criterion('y', '10')];
    const of = inputs({ points: points('a', { x: '9', y: '5' }) });
    expect(treeOf(one({ kind: 'SUM' }, { max: '30', children }), of).points).toBe('23');
    expect(treeOf(one({ kind: 'MEAN' }, { children }), of).points).toBe('7.67');
  });

  it('counts members by the day', () => {
    const members = [
      member('gone', { to: '2023-06-30' }),
      member('last-day', { to: '2023-12-31' }),
      member('first-day', { from: '2023-12-31' }),
      member('to-come', { from: '2024-01-01' }),
    ];
    const { scores } = scoresOf(one({ kind: 'FULL' }, {}, { blocks: [block('block', [], { members })] }), inputs());
    expect(scores.map(({ unit }) => unit).sort()).toEqual(['first-day', 'last-day']);
  });
});

describe('against the leader where less is better', () => {
  const less = (atTarget: string | null) =>
    scheme(criterion('total', '10', { formula: { kind: 'RELATIVE', figure: 'n', better: 'LESS', atTarget } }), {
      blocks: [block('block', ['a', 'b', 'c', 'd'])],
      figures: [kinds.n!],
    });
  const scored = (atTarget: string | null, of: readonly (readonly [value: string, target: string | null])[]) => {
    const figures = of.map(([value, target], index) => figure('abcd'[index]!, 'n', value, { target }));
    return scoresOf(less(atTarget), inputs({ figures })).scores.map(({ tree }) => tree.points);
  };

  it('the farthest below the target has all, at the target a half, above it less', () => {
    expect(
      scored('50', [
        ['2', '4'],
        ['3', '4'],
        ['4', '4'],
        ['8', '4'],
      ]),
    ).toEqual(['10', '7.5', '5', '2.5']);
  });

  it('a scheme that asks for no target looks at none', () => {
    const targets = ['1', '4', '100', '2'].map((target, index) => [['2', '4', '8', '2'][index]!, target] as const);
    expect(scored(null, targets)).toEqual(['10', '5', '2.5', '10']);
  });

  it('the least has all; against nothing left nobody else has any', () => {
    expect(
      scored(null, [
        ['2', null],
        ['4', null],
        ['8', null],
        ['2', null],
      ]),
    ).toEqual(['10', '5', '2.5', '10']);
    expect(
      scored('50', [
        ['0', '0'],
        ['4', '0'],
        ['0', null],
        ['1', null],
      ]),
    ).toEqual(['10', '0', '10', '0']);
  });
});

describe('shares of the points of others', () => {
  const people = (of: 'OWN' | 'ABOVE' | 'BELOW' | 'ALL', percent: string): SchemeRules => ({
    ...one({ kind: 'SUM' }),
    blocks: [
      block('hamlets', ['h1', 'h2', 'h3']),
      block('people', [], { members: ['lan', 'tam'].map((unit, index) => member(unit, { under: `h${index + 1}` })) }),
    ],
    tree: criterion('total', '100', {
      isCeiling: false,
      children: [
        criterion('work', '50'),
        criterion('shared', '50', {
          appliesTo: ['people'],
          formula: { kind: 'SHARE', of, block: of === 'OWN' ? null : 'hamlets', criterion: 'work', percent },
        }),
      ],
    }),
  });
  const work = { h1: '40', h2: '30', h3: '20', lan: '50', tam: '10' };
  const given = inputs({ points: Object.entries(work).flatMap(([unit, of]) => points(unit, { work: of })) });
  const shared = (of: Parameters<typeof people>[0], inputsOf = given) =>
    ['lan', 'tam'].map((unit) => find(treeOf(people(of, '50'), inputsOf, unit), 'shared').points);

  it('of one’s own, of the unit one belongs to, of all of a block', () => {
    expect([shared('OWN'), shared('ABOVE'), shared('ALL')]).toEqual([
      ['25', '5'],
      ['20', '15'],
      ['15', '15'],
    ]);
  });

  it('of those under it, and of nobody not at all', () => {
    const scheme_ = people('BELOW', '50');
    const blocks = scheme_.blocks.map((each) =>
      each.code === 'hamlets'
        ? { ...each, members: each.members.map((member) => ({ ...member, under: 'lan' })) }
        : each,
    );
    const of = (unit: string) => find(treeOf({ ...scheme_, blocks }, given, unit), 'shared');
    expect([of('lan').points, of('tam').points, of('tam').missing]).toEqual([
      '15',
      null,
      [{ code: 'work', of: 'tam', why: 'NOT_SCORED' }],
    ]);
  });

  it('not of points that are not known', () => {
    const less = { ...given, points: given.points.filter(({ unit }) => unit !== 'h1') };
    expect(shared('ABOVE', less)).toEqual([null, '15']);
  });
});

describe('limits, knock-outs, inputs', () => {
  const bonus = item('bonus', each('times', '3'));
  const withBonus = (change: Partial<Criterion>) => one({ kind: 'GIVEN' }, { items: [bonus], ...change });
  const of = (given: string, times: number, change: Partial<ScoringInputs> = {}) =>
    inputs({
      points: points('a', { total: given }),
      occurrences: times ? [happened('a', 'times', times)] : [],
      ...change,
    });
  const word = { unit: 'a', line: 'total' };

  it.each<[string, Partial<Criterion>, ScoringInputs, string]>([
    ['a ceiling ends the bonus', {}, of('9', 1), '10'],
    ['and the points before it', {}, of('12', 0), '10'],
    ['no ceiling, no end', { isCeiling: false }, of('9', 1), '12'],
    [
      'a limit of the bonus',
      { isCeiling: false, limits: { bonus: '2', deduction: null, net: null } },
      of('9', 1),
      '11',
    ],
    [
      'a limit exceeded by a word',
      { isCeiling: false, limits: { bonus: '2', deduction: null, net: null } },
      of('9', 1, { allowances: [word] }),
      '12',
    ],
    [
      'a limit of bonus less deduction',
      { isCeiling: false, limits: { bonus: null, deduction: null, net: '7' } },
      of('1', 3),
      '8',
    ],
    [
      'either way',
      { items: [item('less', each('times', '-3'))], min: null, limits: { bonus: null, deduction: null, net: '7' } },
      of('1', 3),
      '-6',
    ],
    ['a ceiling exceeded by a word', {}, of('9', 1, { allowances: [word] }), '12'],
    ['a floor', { items: [item('less', each('times', '-3'))] }, of('5', 9), '0'],
  ])('%s', (_, change, given, total) => {
    expect(treeOf(withBonus(change), given).points).toBe(total);
  });

  it('a limit of a deduction is not exceeded by a word', () => {
    const scheme_ = one(
      { kind: 'GIVEN' },
      { items: [item('less', each('times', '-3'))], limits: { bonus: null, deduction: '2', net: null } },
    );
    expect(treeOf(scheme_, of('9', 1, { allowances: [word] })).points).toBe('7');
  });

  it('of items with one word the farthest from zero counts, once', () => {
    const items = ['x', 'y', 'z'].map((code, index) =>
      item(code, each('times', String(index === 2 ? 2 : 3)), { oneOf: 'flags' }),
    );
    const tree = treeOf(withBonus({ isCeiling: false, items }), of('1', 1));
    expect([tree.points, items.map(({ code }) => find(tree, code).points)]).toEqual(['4', ['3', '0', '0']]);
  });

  it('a knock-out takes the points of a criterion, and leaves what was below zero', () => {
    const knockOuts = [knockOut('k', is('times', 'ABOVE', '0'), { effect: 'ZERO', criterion: 'total' })];
    const total = (given: string, times: number) =>
      treeOf(one({ kind: 'GIVEN' }, { min: null }, { knockOuts }), of(given, times));
    expect([total('5', 0).points, total('5', 1).points, total('-2', 1).points]).toEqual(['5', '0', '-2']);
    expect(total('5', 1).limits).toEqual([{ limit: 'KNOCK_OUT', at: 'k', isAllowed: false }]);
  });

  it('points below the maximum may want a reason', () => {
    const of_ = monthOf([['1', '1', '1']]);
    const less = { ...of_, points: [...of_.points.slice(1), ...points('tam', { 'I.1': '9' })] };
    const said = points('tam', { 'I.1': '9' }).map((each_) => ({
      ...each_,
      final: { ...each_.final!, isReasoned: true },
    }));
    const explained = { ...of_, points: [...of_.points.slice(1), ...said] };
    const notes = [of_, less, explained].map((given) => find(treeOf(official, given), 'I.1').notes);
    expect(notes).toEqual([[], ['REASON_MISSING'], []]);
  });

  it('points unlike those of the column before want a reason', () => {
    const said = (given: string, isReasoned = false) => ({ points: given, isReasoned });
    const notes = (verified: string, isReasoned: boolean) => {
      const columns = { unit: 'a', line: 'total', self: said('9'), verified: said(verified, isReasoned), final: null };
      return treeOf(one({ kind: 'GIVEN' }), inputs({ points: [columns], stage: 'VERIFIED' })).notes;
    };
    expect([notes('9', false), notes('8', false), notes('8', true)]).toEqual([[], ['REASON_MISSING'], []]);
  });

  it('takes the column that is asked for; one that is not there is missing', () => {
    const said = (given: string) => ({ points: given, isReasoned: false });
    const columns = { unit: 'a', line: 'total', self: said('9'), verified: said('8'), final: null };
    const at = (stage: ScoringInputs['stage']) =>
      treeOf(one({ kind: 'GIVEN' }), inputs({ points: [columns], stage })).points;
    expect([at('SELF'), at('VERIFIED'), at('FINAL')]).toEqual(['9', '8', null]);
  });

  it('an item whose figure is missing leaves the criterion open', () => {
    const tree = treeOf(withBonus({ items: [item('unknown', each('m', '1'))] }), of('5', 0));
    expect([tree.points, tree.known, find(tree, 'unknown').missing]).toEqual([
      null,
      '5',
      [{ code: 'm', of: 'a', why: 'NOT_GIVEN' }],
    ]);
  });

  it('rounds a leaf before its bonus', () => {
    const by = { ...withBonus({}), rounding: { leaf: 1, group: null, total: null } };
    expect(treeOf(by, of('1.25', 1)).points).toBe('4.3');
  });

  it('rounds where the scheme says, half up', () => {
    const children = [criterion('x', '10'), criterion('y', '10', { children: [criterion('z', '10')] })];
    const tree = criterion('total', '20', { children });
    const given = inputs({ points: points('a', { x: '1.125', z: '1.125' }) });
    const at = (leaf: number | null, group: number | null, total: number | null) =>
      treeOf({ ...one({ kind: 'GIVEN' }), tree, rounding: { leaf, group, total } }, given).points;
    expect([at(2, 2, 2), at(null, null, null), at(null, 1, null), at(null, null, 0)]).toEqual([
      '2.26',
      '2.25',
      '2.225',
      '2',
    ]);
  });
});

describe('the tree says what it came of', () => {
  it('inputs with their records, the formula in words and in figures', () => {
    const from = [{ type: 'Result', id: 'r1', version: 3 }];
    const given = figure('a', 'n', '75', { target: '100', from });
    const node = treeOf(one(share({ from: '50' }), { restsOn: 'Điều 5 khoản 2' }), inputs({ figures: [given] }));
    expect(node).toEqual({
      code: 'total',
      name: 'total',
      part: 'CRITERION',
      restsOn: 'Điều 5 khoản 2',
      max: '10',
      inputs: [{ kind: 'FIGURE', ...given }],
      words: {
        vi: '10 điểm × tỷ lệ % "n" so với mức giao ÷ 100, tính tối đa 100; dưới 50 thì 0 điểm',
        en: '10 points × percent of the target of "n" ÷ 100, counted up to 100; nothing below 50',
      },
      figures: '10 × (75 ÷ 100 × 100) ÷ 100',
      raw: '7.5',
      limited: '7.5',
      points: '7.5',
      known: '7.5',
      limits: [],
      missing: [],
      notes: [],
      children: [],
    });
  });

  it('says decimals, days and answers as people write them, and leaves the points in words alone', () => {
    const said = (formula: Formula) =>
      wordsOf({ formula, max: '2.5', whenNothing: null }, (code) => figureKind(code)).vi;
    const when = (than: string): Formula => ({ kind: 'PASS_FAIL', when: is('grade', 'EQUAL', than) });
    expect([said(when('YES')), said(when('2023-12-31')), said(when('TP. HCM')), said(when('1.5'))]).toEqual([
      '2,5 điểm khi grade = có; không thì 0',
      '2,5 điểm khi grade = 31/12/2023; không thì 0',
      '2,5 điểm khi grade = TP. HCM; không thì 0',
      '2,5 điểm khi grade = 1,5; không thì 0',
    ]);
    const words = [{ word: 'TP. HCM', points: '0.5' }];
    expect(said({ kind: 'WORDS', figure: 'grade', words })).toBe('Theo mức của grade: TP. HCM: 0,5');
  });

  it('names the leader’s figure', () => {
    const tree = treeOf(relativeLine('5', ['D', 'G']), race({ D: ['12', '1'], G: ['5', '1'] }), 'G');
    expect(tree.inputs.map((each) => each.kind === 'FIGURE' && [each.of, each.value, each.target])).toEqual([
      ['G', '5', '1'],
      ['D', '12', '1'],
    ]);
    expect(tree.figures).toBe('2.5 + 2.5 × 400% ÷ 1100%');
  });

  it('in whole numbers: points are the sum of what is below, and of the items', () => {
    const tree = treeOf(landOffice, eventsOfCaiLay('2022-02-09'));
    expect([find(tree, 'TC3').figures, find(tree, '3.1').figures, find(tree, 'C2').figures]).toEqual([
      '1.5 + 2.5 + 8',
      '2 − 0.5',
      '5 + 0.5',
    ]);
  });
});

describe('a line', () => {
  const of = (tree: Criterion, given: Partial<ScoringInputs> = {}, change: Partial<SchemeRules> = {}) =>
    scoresOf(
      scheme(tree, { blocks: [block('block', ['a', 'b'])], figures: [figureKind('n'), figureKind('m')], ...change }),
      inputs(given),
    ).scores.map((score) => score.tree);

  it('lacks nothing that a case before did not need', () => {
    const when = [is('n', 'AT_LEAST', '5'), is('m', 'AT_LEAST', '5')];
    const formula: Formula = {
      kind: 'CASES',
      cases: [
        { when: { kind: 'ALL', of: when }, points: '9' },
        { when: is('far', 'AT_LEAST', '5'), points: '8' },
      ],
      otherwise: '0',
    };
    const figures = [figureKind('n'), figureKind('m'), figureKind('far')];
    const [tree] = of(criterion('total', '10', { formula }), { figures: [figure('a', 'n', '1')] }, { figures });
    expect(tree!.missing.map(({ code }) => code)).toEqual(['far']);
  });

  it('knows of items with one word no more than the one that counts', () => {
    const items = ['n', 'm'].map((code, at) =>
      item(`item-${code}`, { kind: 'COUNT', quantity: quantity(code), points: String(at + 1) }, { oneOf: 'one' }),
    );
    const figures = ['n', 'm'].map((code) => figure('a', code, '2'));
    const [tree] = of(criterion('total', '10', { isCeiling: false, items }), { figures });
    expect([tree!.points, tree!.known]).toEqual([null, '4']);
  });

  it('has no mean of nothing, and says so', () => {
    const below = criterion('p', '10', { formula: { kind: 'FULL' }, appliesTo: ['far'] });
    const [tree] = of(criterion('total', '10', { formula: { kind: 'MEAN' }, children: [below] }));
    expect([tree!.points, tree!.missing]).toEqual([null, [{ code: 'total', of: 'a', why: 'NO_BASE' }]]);
  });

  it('against a leader gives what it states where nothing arose', () => {
    const measure = { unit: 'PERCENT', factor: '100' } as const;
    const formula: Formula = { kind: 'RELATIVE', figure: 'n', better: 'MORE', atTarget: null };
    const figures = ['a', 'b'].map((unit) => figure(unit, 'n', '0', { outOf: unit === 'a' ? '0' : '7' }));
    const kinds = { figures: [figureKind('n', { measure })] };
    const trees = of(criterion('total', '10', { formula, whenNothing: '6' }), { figures }, kinds);
    expect(trees.map(({ points: given }) => given)).toEqual(['6', '0']);
  });

  it('against a leader compares members who have its criterion', () => {
    const formula: Formula = { kind: 'RELATIVE', figure: 'n', better: 'MORE', atTarget: null };
    const above = criterion('p', '10', { formula: { kind: 'FULL' }, min: null, isCeiling: false, appliesTo: ['far'] });
    const tree = criterion('total', '10', { children: [{ ...above, items: [item('race', formula, { max: '4' })] }] });
    const members = [member('a', { traits: ['far'] }), member('b')];
    const figures = [figure('a', 'n', '1'), figure('b', 'n', '2')];
    const [mine] = of(tree, { figures }, { blocks: [block('block', [], { members })] });
    expect(find(mine!, 'race').points).toBe('4');
  });

  it('shares points as they are shown', () => {
    const third: Formula = { kind: 'PROPORTIONAL', quantity: quantity('n'), full: '3', from: null, upTo: null };
    const children = [
      criterion('p', '2', { formula: third }),
      criterion('q', '8', { formula: { kind: 'SHARE', of: 'OWN', block: null, criterion: 'p', percent: '50' } }),
    ];
    const rounding = { leaf: null, group: null, total: null };
    const [tree] = of(criterion('total', '10', { children }), { figures: [figure('a', 'n', '1')] }, { rounding });
    expect(['p', 'q'].map((code) => find(tree!, code).points)).toEqual(['0.666667', '0.333334']);
  });
});

describe('the hash', () => {
  const of = yearOf({}, { 'a1-case': 2 });
  const hash = (given: ScoringInputs, by = landOffice) => scoresOf(by, given).inputHash;
  const turned: ScoringInputs = { ...of, figures: [...of.figures].reverse() };
  const other: Occurrence[] = of.occurrences.map((each) => ({ ...each, times: 3 }));

  it('is the same in any order, another for another input or another scheme', () => {
    expect(hash(of)).toMatch(/^[0-9a-f]{64}$/);
    expect(hash(turned)).toBe(hash(of));
    expect(hash({ ...of, occurrences: other })).not.toBe(hash(of));
    expect(hash(of, { ...landOffice, rounding: { leaf: 1, group: 2, total: 2 } })).not.toBe(hash(of));
    expect(hash({ ...of, allowances: [allow('C4')] })).not.toBe(hash(of));
  });

  it('of a row is of its own inputs, each once', () => {
    const row = (given: ScoringInputs) => {
      const [{ unit, inputs: taken, tree }] = tableOf(landOffice, given).standings as [TableRow];
      return { unit, inputs: taken, tree };
    };
    const by = { on: of.on, stage: of.stage };
    const hashed = rowHash(landOffice, by, row(of));
    expect(hashed).toMatch(/^[0-9a-f]{64}$/);
    expect(rowHash(landOffice, by, row(turned))).toBe(hashed);
    expect(rowHash(landOffice, by, { ...row(of), inputs: nodesOf(row(of).tree).flatMap((node) => node.inputs) })).toBe(
      hashed,
    );
    expect(rowHash(landOffice, by, row({ ...of, figures: [...of.figures, figure('far', 'waste', '1')] }))).toBe(hashed);
    for (const another of [
      rowHash(landOffice, by, row({ ...of, occurrences: other })),
      rowHash({ ...landOffice, rounding: { leaf: 1, group: 2, total: 2 } }, by, row(of)),
      rowHash(landOffice, { ...by, on: '2022-12-30' }, row(of)),
      rowHash(landOffice, by, { ...row(of), unit: 'far' }),
      rowHash(landOffice, by, { ...row(of), inputs: [...row(of).inputs, { kind: 'ALLOWANCE', ...allow('C4') }] }),
    ])
      expect(another).not.toBe(hashed);
  });
});
