import type { SheetColumn } from '../../src/sheets/column.js';
import { cellRead } from '../../src/sheets/row.rules.js';
import type { CellKind } from '../../src/sheets/sheet.rules.js';

const column = (more: Partial<SheetColumn> = {}): SheetColumn => ({ member: 'm', headings: ['M'], ...more });
const read = (text: string, more: Partial<SheetColumn> = {}, kind: CellKind = 'TEXT') => {
  const { value, note, point } = cellRead({ text, kind }, column(more));
  return point ? point.code : note ? [value, note.reading] : value;
};
const day = { reading: 'DAY' } as const;
const figure = { reading: 'FIGURE' } as const;
const value = { reading: 'VALUE' } as const;
const words = { words: { 'hộ gia đình': 'HOUSEHOLD', hộ: 'HOUSEHOLD' } };

it.each([
  ['', {}, 'TEXT', undefined],
  ['  ', figure, 'TEXT', undefined],
  [' Nguyễn Văn A ', {}, 'TEXT', 'Nguyễn Văn A'],
  ['nhiêṃ vụ', {}, 'TEXT', ['nhiệm vụ', 'REPAIRED']],
  ["'=1+2", {}, 'TEXT', '=1+2'],
  ["H'Hen Niê", {}, 'TEXT', "H'Hen Niê"],
  ['00123', {}, 'TEXT', '00123'],
  ['6/6', {}, 'TEXT', '6/6'],
  ['2024-06-06', {}, 'DAY', 'CELL_IS_DAY'],
  ['=SUM(A1:A3)', {}, 'TEXT', 'CELL_FORMULA'],
  ['=HYPERLINK("http://x")', figure, 'TEXT', 'CELL_FORMULA'],
  ['@SUM(1)', {}, 'TEXT', 'CELL_FORMULA'],
  ['+CMD(1)', {}, 'TEXT', 'CELL_FORMULA'],
  ['- Khu dân cư (mới)', {}, 'TEXT', '- Khu dân cư (mới)'],
  ['#REF!', {}, 'BROKEN', 'CELL_BROKEN'],
  ['=A1', figure, 'BROKEN', 'CELL_BROKEN'],
  ['1.763', figure, 'TEXT', 'TWO_READINGS'],
  ['1.763', figure, 'FIGURE', '1.763'],
  ['171,9', figure, 'TEXT', ['171.9', 'DECIMAL_COMMA']],
  ['không', figure, 'TEXT', 'CELL_NO_FIGURE'],
  ['2024-06-06', figure, 'DAY', 'CELL_IS_DAY'],
  ['Đạt', value, 'TEXT', 'Đạt'],
  ['74,2%', value, 'TEXT', ['74.2', 'UNIT']],
  ['78 ha', figure, 'TEXT', ['78', 'UNIT']],
  ['805 triệu đồng', figure, 'TEXT', 'CELL_NO_FIGURE'],
  ['805 triệu đồng', value, 'TEXT', 'CELL_NO_FIGURE'],
  ['2 đến 3', figure, 'TEXT', 'CELL_NO_FIGURE'],
  ['3 sao', value, 'TEXT', '3 sao'],
  ['#N/A', {}, 'TEXT', 'CELL_BROKEN'],
  ['- Ngô (ha)', {}, 'TEXT', '- Ngô (ha)'],
  ['74.2', value, 'FIGURE', '74.2'],
  ['2021-07-01', day, 'DAY', '2021-07-01'],
  ['01/07/2021', day, 'TEXT', ['2021-07-01', 'DAY']],
  ['13/13/2021', day, 'TEXT', 'CELL_NO_DAY'],
  ['07/31/2021', day, 'TEXT', 'CELL_NO_DAY'],
  ['01/07/21', day, 'TEXT', 'CELL_NO_DAY'],
  ['HỘ GIA ĐÌNH', words, 'TEXT', ['HOUSEHOLD', 'WORD']],
  ['ho', words, 'TEXT', ['HOUSEHOLD', 'WORD']],
  ['HOUSEHOLD', words, 'TEXT', 'HOUSEHOLD'],
  ['xã', words, 'TEXT', 'WORD_UNKNOWN'],
] as const)('%j in a column %j, %s', (text, more, kind, expected) => {
  expect(read(text, more, kind)).toEqual(expected);
});
