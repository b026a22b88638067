import { together, type Measured } from '../../src/across/together.rules.js';

const rice = (value: string, more: object = {}): Measured =>
  ({
    measure: { unit: 'QUANTITY', displayUnit: 'ha', scale: 1 },
    basis: 'LEVEL',
    overUnits: 'SUM',
    figure: { value, outOf: null },
    ...more,
  }) as unknown as Measured;
const share = (value: string, outOf: string) => rice('0', { overUnits: 'RATIO', figure: { value, outOf } });

it.each([
  ['sums', [rice('171.9'), rice('0.1')], { value: '172', outOf: null }],
  ['counts and their totals', [share('3', '4'), share('1', '10')], { value: '4', outOf: '14' }],
  ['nothing', [], undefined],
  ['another unit', [rice('1'), rice('1', { measure: { unit: 'QUANTITY', displayUnit: 'tạ', scale: 1 } })], undefined],
  ['another promise', [rice('1'), rice('1', { basis: 'GROWTH' })], undefined],
  ['another aggregation', [rice('1'), share('1', '2')], undefined],
  ['means', [rice('1', { overUnits: 'MEAN' })], undefined],
  ['a share without its total', [rice('75.36', { overUnits: 'RATIO' })], undefined],
  ['grades', [rice('tốt'), rice('khá')], undefined],
] as const)('%s', (_, figures, expected) => {
  expect(together(figures as readonly Measured[])).toEqual(expected);
});
