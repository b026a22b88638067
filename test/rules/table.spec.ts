import type { SheetColumn } from '../../src/sheets/column.js';
import { textCell, type SheetRow } from '../../src/sheets/sheet.rules.js';
import { tableOf } from '../../src/sheets/table.rules.js';

const columns: readonly SheetColumn<'code' | 'name' | 'area'>[] = [
  { member: 'code', headings: ['Mã', 'Ký hiệu'] },
  { member: 'name', headings: ['Tên', 'Họ và tên'], required: true },
  { member: 'area', headings: ['Diện tích'], reading: 'FIGURE' },
];
const sheet = (...rows: string[][]) => ({
  name: null,
  rows: rows.map((cells, index): SheetRow => ({ number: index + 1, cells: cells.map(textCell) })),
});
const read = (...rows: string[][]) => {
  const table = tableOf(sheet(...rows), columns);
  return (
    table && [
      table.heading,
      table.columns.map(({ at, column }) => `${at}:${column.member}`).join(' '),
      table.rows.map(({ number }) => number),
      table.skipped,
    ]
  );
};

it.each([
  [
    'a heading in the first row',
    [
      ['Mã', 'Tên'],
      ['ho-1', 'An'],
    ],
    [1, '0:code 1:name', [2], []],
  ],
  [
    'headings in any order, in capitals, without marks',
    [
      ['DIEN TICH', 'HỌ VÀ TÊN'],
      ['1', 'An'],
    ],
    [1, '0:area 1:name', [2], []],
  ],
  [
    'units in brackets, and a star',
    [
      ['Tên *', 'Diện tích (ha)'],
      ['An', '1'],
    ],
    [1, '0:name 1:area', [2], []],
  ],
  [
    'members of JSON',
    [
      ['name', 'area'],
      ['An', '1'],
    ],
    [1, '0:name 1:area', [2], []],
  ],
  [
    'a title and an empty row above',
    [['DANH SÁCH HỘ'], [''], ['Mã', 'Tên'], ['ho-1', 'An']],
    [3, '0:code 1:name', [4], []],
  ],
  [
    'headings of two rows, merged',
    [
      ['STT', 'Thông tin hộ', '', 'Diện tích'],
      ['', 'Mã', 'Tên', ''],
      ['1', 'ho-1', 'An', '2'],
    ],
    [1, '1:code 2:name 3:area', [3], []],
  ],
  [
    'numbers of the columns below',
    [
      ['STT', 'Tên', 'Diện tích'],
      ['(1)', '(2)', '(3)'],
      ['1', 'An', '2'],
    ],
    [1, '1:name 2:area', [3], [2]],
  ],
  [
    'a sum, a note and a signature',
    [['Mã', 'Tên'], ['ho-1', 'An'], ['', 'Tổng cộng'], ['Ghi chú: số tạm tính'], ['Người lập biểu']],
    [1, '0:code 1:name', [2], [3, 4, 5]],
  ],
  [
    'empty rows between',
    [['Mã', 'Tên'], [''], ['ho-1', 'An'], ['', ''], ['ho-2', 'Bình']],
    [1, '0:code 1:name', [3, 5], []],
  ],
  [
    'a heading twice: the first',
    [
      ['Tên', 'Tên', 'Mã'],
      ['An', 'Bình', 'ho-1'],
    ],
    [1, '0:name 2:code', [2], []],
  ],
])('%s', (_, rows, expected) => {
  expect(read(...rows)).toEqual(expected);
});

it.each([
  [
    'no heading that a record needs',
    [
      ['Mã', 'Diện tích'],
      ['a', '1'],
    ],
  ],
  ['nothing', []],
  ['a letter', [['Kính gửi: UBND xã'], ['Tôi tên là A']]],
])('%s: no table', (_, rows) => {
  expect(read(...rows)).toBeUndefined();
});

it('a name that is a number word is no sum', () => {
  expect(read(['Mã', 'Tên'], ['ho-1', 'Tống Văn Cộng'])).toEqual([1, '0:code 1:name', [2], []]);
});
