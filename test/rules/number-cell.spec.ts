import fc from 'fast-check';
import { decimalSignOf, numberCell } from '../../src/sheets/number-cell.rules.js';

const values = (...given: Parameters<typeof numberCell>) => numberCell(...given).readings.map(({ value }) => value);

it.each([
  ['1778', ['1778']],
  ['05', ['5']],
  ['0', ['0']],
  ['000', ['0']],
  ['171,9', ['171.9']],
  ['0,8', ['0.8']],
  ['0.8', ['0.8']],
  ['0.125', ['0.125']],
  ['9,50', ['9.5']],
  ['17.830', ['17830', '17.83']],
  ['1.763', ['1763', '1.763']],
  ['1,763', ['1.763', '1763']],
  ['805.000.000', ['805000000']],
  ['1,234,567', ['1234567']],
  ['1.763,5', ['1763.5']],
  ['1,763.5', ['1763.5']],
  ['1 763', ['1763']],
  ['1 763,5', ['1763.5']],
  ['1\u00a0763,5', ['1763.5']],
  ['12.3456', ['12.3456']],
  ['-3,2', ['-3.2']],
  ['−3,2', ['-3.2']],
  ['+4', ['4']],
  ['-0', ['0']],
])('%s is read as %j', (raw, expected) => {
  expect(values(raw)).toEqual(expected);
});

it.each([
  '',
  '-',
  'không',
  '6/6',
  '1.76.3',
  '1,2,3',
  '12.34.567',
  '1.',
  ',5',
  '1..5',
  '0.123.456',
  '1e5',
  '1234567890123456789',
])('%j is no number', (raw) => {
  expect(values(raw)).toEqual([]);
});

it.each([
  ['74,2%', '74.2', '%'],
  ['9,5 %', '9.5', '%'],
  ['702.000 ₫', '702000', '₫'],
  ['805 triệu đồng', '805', 'triệu đồng'],
])('%s has its unit beside it', (raw, value, unit) => {
  const cell = numberCell(raw);
  expect([cell.readings[0]?.value, cell.unit, cell.raw]).toEqual([value, unit, raw]);
});

it('a count is whole: 1.763 heads of cattle are read in one way', () => {
  expect(values('1.763', { whole: true })).toEqual(['1763']);
  expect(values('1,763', { whole: true })).toEqual(['1763']);
  expect(values('171,9', { whole: true })).toEqual([]);
});

it('the sign of the table decides, and a point among commas is asked back', () => {
  expect(values('1.763', { sign: 'COMMA' })).toEqual(['1763']);
  expect(values('1.763', { sign: 'POINT' })).toEqual(['1.763']);
  expect(values('1,763', { sign: 'POINT' })).toEqual(['1763']);
  expect(values('171.9', { sign: 'COMMA' })).toEqual(['171.9', '1719']);
  expect(values('171.9', { sign: 'POINT' })).toEqual(['171.9']);
});

it.each([
  [['1.763', '12,7', '171.9'], 'COMMA'],
  [['1.763', '1,171.9'], 'POINT'],
  [['1.763', '0.8'], undefined],
  [['1.763', '17', 'Thôn 1'], undefined],
])('%j: decimals behind %s', (cells, sign) => {
  expect(decimalSignOf(cells)).toBe(sign);
});

it('what Vietnamese prints is read back, whatever the number', () => {
  const print = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 3 }),
      (digits, places) => {
        const value = digits / 10 ** places;
        expect(values(print.format(value), { sign: 'COMMA' })[0]).toBe(String(value === 0 ? 0 : value));
      },
    ),
  );
});
