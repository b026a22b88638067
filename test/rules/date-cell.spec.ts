import { dateCell } from '../../src/sheets/date-cell.rules.js';

it.each([
  ['31/12/2023', '2023-12-31', 'DAY'],
  ['1/7/2025', '2025-07-01', 'DAY'],
  ['01-07-2025', '2025-07-01', 'DAY'],
  ['01.07.2025', '2025-07-01', 'DAY'],
  [' 01 / 07 / 2025 ', '2025-07-01', 'DAY'],
  ['2023-12-31', '2023-12-31', 'DAY'],
  ['2023-12-31T00:00:00.000Z', '2023-12-31', 'DAY'],
  ['ngày 31 tháng 12 năm 2023', '2023-12-31', 'DAY'],
  ['Ngày 05 tháng 3 năm 2024', '2024-03-05', 'DAY'],
  ['31 tháng 12, 2023', '2023-12-31', 'DAY'],
  ['29/02/2024', '2024-02-29', 'DAY'],
  ['tháng 12/2023', '2023-12', 'MONTH'],
  ['12/2023', '2023-12', 'MONTH'],
  ['tháng 3 năm 2024', '2024-03', 'MONTH'],
  ['2023', '2023', 'YEAR'],
  ['năm 2023', '2023', 'YEAR'],
])('%s is %s', (raw, value, precision) => {
  expect(dateCell(raw)).toEqual({ raw, value, precision });
});

it.each([
  ['29/02/2023', 'NO_SUCH_DAY'],
  ['31/04/2024', 'NO_SUCH_DAY'],
  ['00/01/2024', 'NO_SUCH_DAY'],
  ['13/2024', 'NO_SUCH_DAY'],
  ['12/31/2023', 'MONTH_FIRST'],
  ['31/12/23', 'SHORT_YEAR'],
  ['', undefined],
  ['cuối năm', undefined],
  ['45291', undefined],
  ['31/12', undefined],
])('%j is none: %s', (raw, broken) => {
  expect(dateCell(raw)).toEqual({ raw, value: null, precision: null, ...(broken && { broken }) });
});
