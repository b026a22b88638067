import { periodCell } from '../../src/sheets/period-cell.rules.js';

it.each([
  ['Năm 2023', '2023'],
  ['Cả năm 2023', '2023'],
  ['Quý II/2023', '2023-Q2'],
  ['Quý 2 năm 2023', '2023-Q2'],
  ['quý IV năm 2023', '2023-Q4'],
  ['QIII-2023', '2023-Q3'],
  ['Tháng 6/2023', '2023-06'],
  ['tháng 12 năm 2023', '2023-12'],
  ['06/2023', '2023-06'],
  ['6 tháng đầu năm 2023', '2023-H1'],
  ['6 tháng 2023', '2023-H1'],
  ['Sáu tháng cuối năm 2023', '2023-H2'],
  ['9 tháng đầu năm 2023', '2023-9M'],
  ['Vụ Xuân 2023', '2023-spring'],
  ['vụ Hè Thu năm 2023', '2023-summer-autumn'],
])('%s is %s', (text, period) => expect(periodCell(text)).toBe(period));

it.each(['Quý II', 'Quý V/2023', 'Tháng 13/2023', '15/6/2023', 'vụ Đông Xuân 2023', '2023-Q2', '2023-2024', 'đầu năm'])(
  '%s is left to the pattern of periods',
  (text) => expect(periodCell(text)).toBeUndefined(),
);
