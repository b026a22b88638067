import type { Formula } from '../../src/standings/scheme-rules.js';
import { checkScheme } from '../../src/standings/scheme.rules.js';
import { scoresOf } from '../../src/standings/scoring.rules.js';
import { block, criterion, figure, figureKind, inputs, quantity, scheme } from './schemes/build.js';

const units = ['a', 'b', 'c', 'd'];
const of = (formula: Formula) =>
  scheme(criterion('total', '10', { formula }), {
    blocks: [block('block', units)],
    figures: [figureKind('n', { measure: { unit: 'TONNE', factor: null } })],
    rounding: { leaf: null, group: null, total: null },
  });
const treesOf = (formula: Formula, values: readonly (string | null)[]) =>
  scoresOf(
    of(formula),
    inputs({ figures: values.flatMap((value, index) => (value === null ? [] : [figure(units[index]!, 'n', value)])) }),
  ).scores.map(({ tree }) => tree);
const pointsOf = (formula: Formula, values: readonly (string | null)[]) =>
  treesOf(formula, values).map(({ points }) => points);
const refused = (formula: Formula) =>
  checkScheme(of(formula), new Map()).refused.map(({ pointer, code }) => `${pointer} ${code}`);

describe('between two points (nội suy)', () => {
  const through = [
    { at: '50', points: '0' },
    { at: '80', points: '6' },
    { at: '100', points: '10' },
  ];
  const line = (change: object = {}): Formula => ({
    kind: 'INTERPOLATED',
    quantity: quantity('n'),
    through,
    ...change,
  });

  it('lies on the line between them, and beyond the ends as there', () => {
    expect(pointsOf(line(), ['49', '65', '80', '90'])).toEqual(['0', '3', '6', '8']);
    expect(pointsOf(line(), ['50', '100', '120', '99.5'])).toEqual(['0', '10', '10', '9.9']);
  });

  it('is exact: a third is no 0.33', () => {
    const thirds = [
      { at: '0', points: '0' },
      { at: '3', points: '1' },
    ];
    const [tree] = treesOf(line({ through: thirds }), ['1']);
    expect(tree).toMatchObject({ points: '0.333333', figures: '0 + (1 − 0) × 1 ÷ 3' });
  });

  it('falls where fewer points lie farther, and says so in words', () => {
    const falling = line({
      through: [
        { at: '0', points: '10' },
        { at: '5', points: '0' },
      ],
    });
    expect(pointsOf(falling, ['0', '2', '5', '9'])).toEqual(['10', '6', '0', '0']);
    expect(treesOf(falling, ['2'])[0]?.words.vi).toBe('Nội suy theo n: 0: 10; 5: 0');
  });

  it('goes through two points at least, each farther than the one before', () => {
    expect(refused(line({ through: through.slice(0, 1) }))).toEqual(['/tree/formula/through TABLE_SIZE']);
    expect(refused(line({ through: [...through].reverse() }))).toEqual([
      '/tree/formula/through/1/at OUT_OF_RANGE',
      '/tree/formula/through/2/at OUT_OF_RANGE',
    ]);
    expect(refused(line())).toEqual([]);
  });
});

describe('from the worst to the best of the block', () => {
  const spread = (better: 'MORE' | 'LESS'): Formula => ({ kind: 'SPREAD', figure: 'n', better });

  it('gives the best all and the worst nothing', () => {
    expect(pointsOf(spread('MORE'), ['2', '4', '3', '6'])).toEqual(['0', '5', '2.5', '10']);
    expect(pointsOf(spread('LESS'), ['2', '4', '3', '6'])).toEqual(['10', '5', '7.5', '0']);
  });

  it('equals have all of it; a missing figure is no points, and the others say that the block is incomplete', () => {
    expect(pointsOf(spread('MORE'), ['3', '3', '3', '3'])).toEqual(['10', '10', '10', '10']);
    const trees = treesOf(spread('MORE'), ['2', '4', null, '6']);
    expect(trees.map(({ points, notes }) => [points, ...notes])).toEqual([
      ['0', 'BLOCK_INCOMPLETE'],
      ['5', 'BLOCK_INCOMPLETE'],
      [null],
      ['10', 'BLOCK_INCOMPLETE'],
    ]);
  });

  it('names the figures it was counted with', () => {
    const [, second] = treesOf(spread('MORE'), ['2', '4', '3', '6']);
    expect(second?.inputs).toMatchObject([{ of: 'b' }, { of: 'd' }, { of: 'a' }]);
    expect(second?.figures).toBe('10 × (4 − 2) ÷ (6 − 2)');
  });
});

describe('by the place in the block', () => {
  const placed = (better: 'MORE' | 'LESS', points = ['10', '7', '5']): Formula => ({
    kind: 'PLACED',
    figure: 'n',
    better,
    points,
    otherwise: '2',
  });

  it('gives the points of the place, the rest to all after', () => {
    expect(pointsOf(placed('MORE'), ['2', '4', '3', '6'])).toEqual(['2', '7', '5', '10']);
    expect(pointsOf(placed('LESS'), ['2', '4', '3', '6'])).toEqual(['10', '5', '7', '2']);
  });

  it('equals share their place, and the next one is left out: 1, 1, 3', () =>
    expect(pointsOf(placed('MORE'), ['6', '6', '3', '1'])).toEqual(['10', '10', '5', '2']));

  it('has points for the first place at least', () =>
    expect(refused(placed('MORE', []))).toEqual(['/tree/formula/points TABLE_SIZE']));
});

it.each<Formula>([
  { kind: 'SPREAD', figure: 'x', better: 'MORE' },
  { kind: 'PLACED', figure: 'x', better: 'MORE', points: ['1'], otherwise: '0' },
])('$kind compares a figure that the scheme has', (formula) =>
  expect(refused(formula)).toEqual(['/tree/formula/figure UNKNOWN']),
);
