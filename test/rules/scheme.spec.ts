import type { Criterion, Formula, SchemeRules } from '../../src/standings/scheme-rules.js';
import { checkScheme } from '../../src/standings/scheme.rules.js';
import {
  band,
  bands,
  block,
  criterion,
  each,
  figureKind,
  is,
  item,
  knockOut,
  member,
  occurring,
  proportional,
  quantity,
  rated,
  scheme,
  way,
} from './schemes/build.js';
import {
  accessToLaw,
  cityDepartments,
  culturalArea,
  culturalFamily,
  dormitory,
  petitions,
} from './schemes/by-class.js';
import { landOffice } from './schemes/land-office-2022.js';
import { officials } from './schemes/officials-2026.js';
import { policeGroups, policeLeaves, policeTree, relativeLine } from './schemes/police-cluster-2025.js';

const hectares = { unit: 'HECTARE', factor: null } as const;
const indicators = new Map([['rice', hectares]]);
const found = (of: SchemeRules) => {
  const { refused, allowable } = checkScheme(of, indicators);
  const named = (list: typeof refused) => list.map(({ pointer, code }) => `${pointer} ${code}`);
  return { refused: named(refused), allowable: named(allowable) };
};
const nothing = { refused: [], allowable: [] };
const n = quantity('n');
const figures = [
  figureKind('n'),
  figureKind('m', { measure: hectares }),
  figureKind('done', { kind: 'YES_NO' }),
  figureKind('day', { kind: 'DAY' }),
  figureKind('grade', { kind: 'WORD', words: ['Khá', 'Tốt'] }),
  occurring('times'),
];
const one = (formula: Formula, change: Partial<Criterion> = {}, of: Partial<SchemeRules> = {}) =>
  scheme(criterion('total', '10', { formula, ...change }), { figures, ...of });
const given = (of: Partial<SchemeRules>) => one({ kind: 'GIVEN' }, {}, of);

describe('real schemes', () => {
  it.each([
    ['police groups', policeGroups],
    ['police tree', { ...policeGroups, tree: policeTree }],
    ['police leaves', policeLeaves],
    ['relative line', relativeLine('10')],
    ['officials', officials],
    ['cultural family', culturalFamily],
    ['cultural area', culturalArea],
    ['access to law', accessToLaw],
    ['city departments', cityDepartments('flags')],
    ['dormitory', dormitory],
  ])('%s: nothing', (_, of) => expect(found(of)).toEqual(nothing));

  it('tell the holes at 98.00 and 90.00, and shares below zero', () => {
    expect(found(landOffice)).toEqual({
      refused: [],
      allowable: [
        '/tree/children/0/children/2/children/0/formula/steps/0 BAND_HOLE',
        '/tree/children/0/children/2/children/1/formula/steps/0 BAND_HOLE',
        '/tree/children/2/children/2/items/1/formula/columns/bands BAND_HOLE',
      ],
    });
  });

  it('tell that 92 points may come into no class', () => {
    expect(found(petitions)).toEqual({ refused: [], allowable: ['/classes CLASS_HOLE'] });
  });
});

const table = (rows: string[][]): Formula => ({
  kind: 'TABLE',
  rows: { quantity: n, bands: ['< 5', '≥ 5'].map(band) },
  columns: { quantity: n, bands: [band('')] },
  table: rows,
});
const increments = (every: string): Formula => ({
  ...{ kind: 'INCREMENTS', quantity: n, direction: 'UP', start: '0', atOnce: false, points: '1' },
  every,
});
const pass = (when: ReturnType<typeof is>): Formula => ({ kind: 'PASS_FAIL', when });
const share = (change: Partial<Extract<Formula, { kind: 'SHARE' }>>): Formula => ({
  ...{ kind: 'SHARE', of: 'OWN', block: null, criterion: 'total', percent: '10' },
  ...change,
});

describe('formulas that nobody could compute by', () => {
  it.each<[string, Formula, string[]]>([
    ['no such figure', each('x', '1'), ['/tree/formula/quantity/figure UNKNOWN']],
    ['a day is no number', each('day', '1'), ['/tree/formula/quantity/figure FIGURE_KIND']],
    [
      'occurrences have no target',
      proportional(quantity('times', 'OF_TARGET')),
      ['/tree/formula/quantity/reading FIGURE_KIND'],
    ],
    ['all points at nothing', proportional(n, { full: '0' }), ['/tree/formula/full OUT_OF_RANGE']],
    ['an end below the full', proportional(n, { upTo: '90' }), ['/tree/formula/upTo OUT_OF_RANGE']],
    ['a floor above the full', proportional(n, { from: '101' }), ['/tree/formula/from OUT_OF_RANGE']],
    ['steps of nothing', increments('0'), ['/tree/formula/every OUT_OF_RANGE']],
    ['bands overlap', bands('n', ['< 5', '1'], ['≥ 4', '2']), ['/tree/formula/steps/1 BANDS_OVERLAP']],
    ['bands share an edge', bands('n', ['≤ 5', '1'], ['≥ 5', '2']), ['/tree/formula/steps/1 BANDS_OVERLAP']],
    ['an empty band', bands('n', ['≥ 5 < 5', '1']), ['/tree/formula/steps/0 BAND_EMPTY']],
    ['a row too few', table([['1']]), ['/tree/formula/table TABLE_SIZE']],
    ['a column too many', table([['1'], ['1', '2']]), ['/tree/formula/table TABLE_SIZE']],
    ['words of a number', { kind: 'WORDS', figure: 'n', words: [] }, ['/tree/formula/figure FIGURE_KIND']],
    [
      'a word that is none',
      {
        kind: 'WORDS',
        figure: 'grade',
        words: [...['Khá', 'Tốt'].map((word) => ({ word, points: '1' })), { word: 'Giỏi', points: '2' }],
      },
      ['/tree/formula/words/2/word UNKNOWN'],
    ],
    [
      'a race without a measure',
      { kind: 'RELATIVE', figure: 'n', better: 'MORE', atTarget: null },
      ['/tree/formula/figure MEASURES_DIFFER'],
    ],
    [
      'more than all at the target',
      { kind: 'RELATIVE', figure: 'm', better: 'MORE', atTarget: '101' },
      ['/tree/formula/atTarget OUT_OF_RANGE'],
    ],
    ['a day that is none', pass(is('day', 'AT_MOST', '31/01')), ['/tree/formula/when/than NOT_OF_FIGURE']],
    ['a word that is no grade', pass(is('grade', 'EQUAL', 'Giỏi')), ['/tree/formula/when/than NOT_OF_FIGURE']],
    [
      'figures of two measures',
      pass({ kind: 'FIGURE', quantity: n, is: 'AT_LEAST', than: null, thanFigure: 'm' }),
      ['/tree/formula/when/thanFigure MEASURES_DIFFER'],
    ],
    [
      'compared with nothing',
      pass({ kind: 'FIGURE', quantity: n, is: 'AT_LEAST', than: null, thanFigure: null }),
      ['/tree/formula/when/than ONE_BOUND'],
    ],
    [
      'a trait that is none',
      pass({ kind: 'ALL', of: [{ kind: 'TRAIT', trait: 'x' }] }),
      ['/tree/formula/when/of/0/trait UNKNOWN'],
    ],
    [
      'points that are to come',
      pass({ kind: 'POINTS', criterion: 'total', is: 'ABOVE', than: '1' }),
      ['/tree/formula/when POINTS_TO_COME'],
    ],
    [
      'points that are to come, among others',
      pass({ kind: 'ALL', of: [{ kind: 'POINTS', criterion: 'total', is: 'ABOVE', than: '1' }] }),
      ['/tree/formula/when POINTS_TO_COME'],
    ],
    ['a share of itself', share({}), ['/tree SHARES_ITSELF']],
    ['a share of no criterion', share({ criterion: 'x' }), ['/tree/formula/criterion UNKNOWN']],
    ['a share of no block', share({ of: 'ALL', block: 'x' }), ['/tree/formula/block UNKNOWN']],
    ['a sum of nothing', { kind: 'SUM' }, ['/tree/children CRITERIA_BELOW']],
  ])('%s', (_, formula, refused) => expect(found(one(formula)).refused).toEqual(refused));

  it('shares that go round between two blocks, and those that do not', () => {
    const children = (back: string) => [
      criterion('work', '5', { appliesTo: ['x'], formula: share({ of: 'ALL', block: 'y', criterion: back }) }),
      criterion('lead', '5', { appliesTo: ['y'], formula: share({ of: 'ALL', block: 'x', criterion: 'total' }) }),
      criterion('own', '5'),
    ];
    const blocks = [block('x', ['a']), block('y', ['b'])];
    const of = (back: string) => one({ kind: 'SUM' }, { children: children(back) }, { blocks });
    expect(found(of('lead')).refused).toEqual(['/tree SHARES_ITSELF', '/tree SHARES_ITSELF']);
    expect(found(of('own')).refused).toEqual([]);
  });
});

it('a share of a criterion that is for another block goes round nothing', () => {
  const children = [
    criterion('a', '5', { appliesTo: ['x'], formula: share({ of: 'ALL', block: 'x', criterion: 'b' }) }),
    criterion('b', '5', { appliesTo: ['y'], formula: share({ of: 'ALL', block: 'x', criterion: 'a' }) }),
    criterion('c', '5'),
  ];
  expect(found(one({ kind: 'SUM' }, { children }, { blocks: [block('x', []), block('y', [])] })).refused).toEqual([]);
});

describe('what a person may allow', () => {
  it.each<[string, SchemeRules, string[]]>([
    ['a hole between bands', one(bands('n', ['< 5', '1'], ['> 5', '2'])), ['/tree/formula/steps/1 BAND_HOLE']],
    [
      'bands with two ends',
      one(bands('n', ['≥ 5 < 9', '1'])),
      ['/tree/formula/steps BAND_HOLE', '/tree/formula/steps BAND_HOLE'],
    ],
    [
      'a word without points',
      one({ kind: 'WORDS', figure: 'done', words: [{ word: 'YES', points: '1' }] }),
      ['/tree/formula/words BAND_HOLE'],
    ],
    [
      'maxima that do not add up',
      one({ kind: 'SUM' }, { children: [criterion('x', '6'), criterion('y', '5')] }),
      ['/tree/max MAXIMA'],
    ],
    [
      'a mean of other maxima',
      one({ kind: 'MEAN' }, { children: [criterion('x', '10'), criterion('y', '5')] }),
      ['/tree/max MAXIMA'],
    ],
    [
      'maxima that add up for some',
      one(
        { kind: 'SUM' },
        { children: [criterion('x', '10'), criterion('y', '5', { appliesTo: ['hill'] })] },
        { traits: [{ code: 'hill', name: 'Miền núi' }] },
      ),
      ['/tree/max MAXIMA'],
    ],
    [
      'a class above all totals',
      given({ classes: [rated('best', way('11')), rated('low')] }),
      ['/classes/0 UNREACHABLE'],
    ],
    [
      'a class that a better one takes',
      given({ classes: [rated('x', way('5')), rated('y', way('6')), rated('z')] }),
      ['/classes/1 UNREACHABLE'],
    ],
    [
      'a class of no total',
      given({ classes: [rated('x', way('6', { below: '6' })), rated('z')] }),
      ['/classes/0 UNREACHABLE'],
    ],
    [
      'a gap between classes',
      given({ classes: [rated('x', way('8')), rated('y', way('5', { below: '7' }))] }),
      ['/classes CLASS_HOLE'],
    ],
  ])('%s', (_, of, allowable) => expect(found(of)).toEqual({ refused: [], allowable }));

  it('not a class that bonus points reach', () => {
    const classes = [rated('best', way('12')), rated('low')];
    const with_ = (limit: string | null) =>
      found(
        one(
          { kind: 'FULL' },
          {
            isCeiling: false,
            items: [item('i', each('times', '1'))],
            limits: { bonus: limit, deduction: null, net: null },
          },
          { classes },
        ),
      ).allowable;
    expect([with_(null), with_('2'), with_('1')]).toEqual([[], [], ['/classes/0 UNREACHABLE']]);
  });

  it('not a class that points given beyond the maximum reach', () => {
    expect(
      found(one({ kind: 'GIVEN' }, { isCeiling: false }, { classes: [rated('best', way('12')), rated('low')] })),
    ).toEqual(nothing);
  });

  it('maxima add up for each block by itself', () => {
    const children = [criterion('x', '10', { appliesTo: ['x'] }), criterion('y', '10', { appliesTo: ['y'] })];
    expect(found(one({ kind: 'SUM' }, { children }, { blocks: [block('x', []), block('y', [])] }))).toEqual(nothing);
  });

  it('weights count in the sum', () => {
    const children = [criterion('x', '4', { weight: '2' }), criterion('y', '2')];
    expect(found(one({ kind: 'SUM' }, { children }))).toEqual(nothing);
  });
});

describe('names and numbers', () => {
  const quota = { percent: '20', count: null, base: 'BLOCK', baseClass: null, raised: null, restsOn: null } as const;
  const always = is('times', 'ABOVE', '0');

  it.each<[string, SchemeRules, string[]]>([
    [
      'a line twice',
      one({ kind: 'SUM' }, { children: [criterion('x', '5'), criterion('x', '5')] }),
      ['/tree/children/1/code NAMED_TWICE'],
    ],
    ['a figure twice', given({ figures: [figureKind('n'), figureKind('n')] }), ['/figures/1/code NAMED_TWICE']],
    ['a trait called as a block', given({ traits: [{ code: 'block', name: 'x' }] }), ['/blocks/1/code NAMED_TWICE']],
    ['a member twice', given({ blocks: [block('b', ['a', 'a'])] }), ['/blocks/0/members/1/unit NAMED_TWICE']],
    ['for nobody known', one({ kind: 'GIVEN' }, { appliesTo: ['x'] }), ['/tree/appliesTo/0 UNKNOWN']],
    ['no such indicator', given({ figures: [figureKind('n', { indicator: 'x' })] }), ['/figures/0/indicator UNKNOWN']],
    [
      'measured otherwise than the indicator',
      given({ figures: [figureKind('n', { indicator: 'rice', measure: { unit: 'TONNE', factor: null } })] }),
      ['/figures/0/measure MEASURES_DIFFER'],
    ],
    ['a word without words', given({ figures: [figureKind('n', { kind: 'WORD' })] }), ['/figures/0/words FIGURE_KIND']],
    ['a least above the most', one({ kind: 'GIVEN' }, { min: '11' }), ['/tree/min OUT_OF_RANGE']],
    ['a weight of nothing', one({ kind: 'GIVEN' }, { weight: '0' }), ['/tree/weight OUT_OF_RANGE']],
    [
      'a limit below zero',
      one({ kind: 'GIVEN' }, { limits: { bonus: null, deduction: '-2', net: null } }),
      ['/tree/limits/deduction OUT_OF_RANGE'],
    ],
    [
      'an item that needs a maximum',
      one({ kind: 'GIVEN' }, { items: [item('i', { kind: 'FULL' })] }),
      ['/tree/items/0/max OUT_OF_RANGE'],
    ],
    ['a quota of no class', given({ quotas: [{ ...quota, class: 'x' }] }), ['/quotas/0/class UNKNOWN']],
    [
      'a quota of nothing, on no class',
      given({ classes: [rated('x')], quotas: [{ ...quota, class: 'x', percent: null, base: 'CLASS' }] }),
      ['/quotas/0/percent ONE_BOUND', '/quotas/0/baseClass UNKNOWN'],
    ],
    [
      'a quota of more than all',
      given({ classes: [rated('x')], quotas: [{ ...quota, class: 'x', percent: '101' }] }),
      ['/quotas/0/percent OUT_OF_RANGE'],
    ],
    [
      'a percent raised by what one member has',
      given({
        figures: [...figures, figureKind('all', { kind: 'YES_NO', scope: 'BLOCK' })],
        traits: [{ code: 'far', name: 'far' }],
        classes: [rated('x')],
        quotas: [is('all', 'EQUAL', 'YES'), is('n', 'ABOVE', '1'), { kind: 'TRAIT', trait: 'far' } as const].map(
          (when) => ({
            ...{ ...quota, class: 'x' },
            raised: { percent: '30', when: { kind: 'ALL' as const, of: [when] } },
          }),
        ),
      }),
      ['/quotas/1/raised/when OF_ONE_MEMBER', '/quotas/2/raised/when OF_ONE_MEMBER'],
    ],
    [
      'figures that nobody gives',
      given({
        figures: [
          { ...occurring('a'), scope: 'COMMUNE' },
          { ...occurring('b'), indicator: 'rice' },
          figureKind('c', { indicator: 'rice', measure: hectares, scope: 'BLOCK' }),
          figureKind('d', { indicator: 'rice', measure: hectares, scope: 'COMMUNE' }),
        ],
      }),
      ['/figures/0/scope NOBODY_GIVES', '/figures/1/scope NOBODY_GIVES', '/figures/2/scope NOBODY_GIVES'],
    ],
    [
      'a cap without a class',
      given({ knockOuts: [knockOut('k', always, { effect: 'CAP_CLASS' })] }),
      ['/knockOuts/0/class UNKNOWN'],
    ],
    [
      'a zero of nothing',
      given({ knockOuts: [knockOut('k', always, { effect: 'ZERO' })] }),
      ['/knockOuts/0/criterion UNKNOWN'],
    ],
    [
      'a zero by points',
      given({
        knockOuts: [
          knockOut(
            'k',
            { kind: 'POINTS', criterion: 'total', is: 'BELOW', than: '5' },
            { effect: 'ZERO', criterion: 'total' },
          ),
        ],
      }),
      ['/knockOuts/0/when POINTS_TO_COME'],
    ],
  ])('%s', (_, of, refused) => expect(found(of).refused).toEqual(refused));

  it('a member of two terms is there once a day', () => {
    const terms = (to: string) => [member('a', { to }), member('a', { from: '2023-07-01' })];
    const of = (members: ReturnType<typeof terms>) => found(given({ blocks: [block('b', [], { members })] })).refused;
    const twice = ['/blocks/0/members/1/unit NAMED_TWICE'];
    expect([of(terms('2023-06-30')), of(terms('2023-07-01'))]).toEqual([[], twice]);
    expect([of(terms('2023-06-30').reverse()), of(terms('2023-07-01').reverse())]).toEqual([[], twice]);
  });

  it('all are told at once', () => {
    const broken = one(each('x', '1'), { weight: '0', appliesTo: ['y'] }, { quotas: [{ ...quota, class: 'z' }] });
    expect(found(broken).refused).toHaveLength(4);
  });
});
