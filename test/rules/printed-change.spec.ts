import { allot } from '../../src/indicators/allotment.rules.js';
import type { PrintedBasis } from '../../src/indicators/indicator-members.view.js';
import { changeAgainst, type IndicatorWithChange } from '../../src/indicators/printed-change.rules.js';

const poor: IndicatorWithChange = {
  basis: 'LEVEL',
  direction: 'DOWN',
  target: '7',
  baseline: '10',
  printedChange: { basis: 'CHANGE', by: '-3' },
  measure: { scale: 0 },
};
const money = { direction: 'UP', target: '1184000000000', measure: { scale: 9 } } as const;

it.each<[string, Partial<IndicatorWithChange>, string[]]>([
  ['comes to it', {}, []],
  ['does not come to it', { baseline: '11' }, ['BASELINE']],
  ['off by one, of a count', { target: '49550', baseline: '48701', ...by('CHANGE', '850') }, ['BASELINE']],
  ['comes to it as printed, from a result that is not rounded', { baseline: '10.0437' }, []],
  ['rounds itself', { baseline: '10.3', target: '7.4' }, []],
  ['comes to it by growth as printed', { ...money, baseline: '1032258000000', ...by('GROWTH', '14.7') }, []],
  ['comes to it by another growth', { ...money, baseline: '1032258000000', ...by('GROWTH', '14.8') }, ['BASELINE']],
  ['is a multiple, nearly', { ...money, baseline: '592500000000', ...by('MULTIPLE', '2') }, []],
  ['is a multiple of another baseline', { ...money, baseline: '700000000000', ...by('MULTIPLE', '2') }, ['BASELINE']],
  ['divides where less is better', { baseline: '14', ...by('MULTIPLE', '2') }, []],
  ['without a baseline', { baseline: null }, []],
  ['against a baseline of nothing', { baseline: '0', ...by('GROWTH', '5') }, ['BASELINE']],
  ['without a printed change', { printedChange: null, baseline: '99' }, []],
  ['beside a change that is judged itself', { basis: 'CHANGE', baseline: '99' }, []],
])('a level whose printed change %s', (_, change, expected) =>
  expect(changeAgainst({ ...poor, ...change })).toEqual(expected),
);

function by(basis: PrintedBasis, by: string): Partial<IndicatorWithChange> {
  return { printedChange: { basis, by } };
}

it('an allotment tells how far the level is from what the change comes to', () => {
  const indicator = {
    ...poor,
    code: 'poor',
    overUnits: 'COMMUNE_ONLY',
    comparator: 'AT_MOST',
    endsAt100: true,
    measure: { scale: 0, factor: '100' },
  } as const;
  const told = (baseline: string | null) => {
    const { changeDifference, notes } = allot({ ...indicator, baseline }, '2023', { targets: [], parts: [] });
    return [changeDifference, notes];
  };
  expect([told('10'), told('10.5'), told(null)]).toEqual([
    ['0', []],
    ['-0.5', ['BASELINE']],
    [null, []],
  ]);
});
