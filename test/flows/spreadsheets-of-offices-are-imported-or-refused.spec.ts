import { readXlsx, writeXlsx, type Cell } from 'hucre/xlsx';
import { useApp } from '../app.js';
import { zip } from '../files.js';
import { importFile, outcomes, workbook } from '../imports.js';

const test = useApp();
const fields = { kind: 'HOUSEHOLD', validFrom: '2021-07-01' };
const dry = (content: Buffer | string, more: Partial<Parameters<typeof importFile>[3]> = {}) =>
  importFile(test, 'clerk', 'units', { content, name: 'danh-sach.xlsx', fields, query: '?validate=only', ...more });
const [a, b] = ['Nguyễn Văn Hùng', 'Trần Thị Hoa'];
const hamlet = 'Khu dân cư số 1';
const both = [' CREATED nguyen-van-hung', ' CREATED tran-thi-hoa'];
const created = (...rows: number[]) => rows.map((row, index) => `${row}${both[index]}`);

it.each([
  [
    'merged heading cells',
    [
      ['STT', 'Thông tin chung', null, 'Ghi chú'],
      [null, 'Họ và tên chủ hộ', 'Khu dân cư', null],
      [1, a, hamlet, null],
      [2, b, hamlet, null],
    ],
    created(3, 4),
  ],
  [
    'a title above',
    [
      ['UBND XÃ ĐỨC LẠNG'],
      ['DANH SÁCH HỘ GIA ĐÌNH NĂM 2023'],
      [],
      ['TT', 'Chủ hộ', 'Thôn'],
      [1, a, hamlet],
      [2, b, hamlet],
    ],
    created(5, 6),
  ],
  [
    'units in brackets',
    [
      ['Họ và tên (chủ hộ)', 'Khu dân cư (số)', 'Diện tích (m²)'],
      [a, hamlet, 200],
      [b, hamlet, 150],
    ],
    created(2, 3),
  ],
  [
    'notes below',
    [
      ['Chủ hộ', 'Thôn'],
      [a, hamlet],
      [b, hamlet],
      [],
      ['Tổng cộng', 2],
      [null, 'Người lập biểu'],
      [null, '(Ký, ghi rõ họ tên)'],
    ],
    created(2, 3),
  ],
  ['empty rows', [['Chủ hộ', 'Thôn'], [], [a, hamlet], [], [], [b, hamlet]], created(3, 6)],
  [
    'numbers of the columns',
    [
      ['STT', 'Chủ hộ', 'Thôn'],
      ['(1)', '(2)', '(3)'],
      ['1', a, hamlet],
      ['2', b, hamlet],
    ],
    created(3, 4),
  ],
  [
    'headings in another order, in capitals',
    [
      ['KHU DÂN CƯ', 'HỌ VÀ TÊN CHỦ HỘ'],
      [hamlet, a],
      ['KHU DÂN CƯ SỐ 1', b],
    ],
    created(2, 3),
  ],
  [
    'decomposed letters and blanks that never break',
    [
      ['Chủ hộ'.normalize('NFD'), 'Thôn'],
      [a.normalize('NFD'), hamlet],
      [b.replace(/ /g, '\u00a0'), `${hamlet} `],
    ],
    created(2, 3),
  ],
])('%s', async (_, rows, expected) => {
  const { body } = await dry(await workbook({ 'Sheet 1': rows }));
  expect(outcomes(body)).toEqual(expected);
});

it('of two sheets the one that has a table is read; of two tables one is named', async () => {
  const table = [
    ['Chủ hộ', 'Thôn'],
    [a, hamlet],
  ];
  const other = await dry(await workbook({ 'Hướng dẫn': [['Cách điền'], ['Ghi đủ các cột']], 'Danh sách': table }));
  expect([other.body.sheet, other.body.created]).toEqual(['Danh sách', 1]);
  const two = await workbook({
    'Thôn 1': table,
    'Thôn 2': [
      ['Chủ hộ', 'Thôn'],
      [b, hamlet],
    ],
  });
  const refused = await dry(two);
  expect([refused.status, refused.body.details.reason]).toEqual([422, 'SEVERAL_SHEETS']);
  expect(refused.body.detail).toContain('"sheet"');
  expect(outcomes((await dry(two, { fields: { ...fields, sheet: 'Thôn 2' } })).body)).toEqual([
    '2 CREATED tran-thi-hoa',
  ]);
  expect((await dry(two, { fields: { ...fields, sheet: 'Thôn 3' } })).body.details.reason).toBe('NO_SHEET');
});

it('a workbook has its figures as they are shown, and no cell that cannot be computed', async () => {
  const rows = [
    ['Chỉ tiêu', 'Kết quả'],
    ['econ.maize.area', 12.5],
    ['econ.peanut.area', null],
    ['econ.rice.area', null],
    ['econ.livestock.deer', new Date('2024-06-06')],
  ];
  const cells = new Map<string, Partial<Cell>>([
    ['2,1', { formula: 'B2*2', formulaResult: 25, type: 'formula' } as never],
    ['3,1', { value: '#REF!', type: 'error' } as never],
  ]);
  const content = Buffer.from(await writeXlsx({ sheets: [{ name: 'A', rows, cells: cells as never }] }));
  expect((await readXlsx(content)).sheets[0]!.rows[1]![1]).toBe(12.5);
  const { body } = await importFile(test, 'hamlet-1', 'entries', {
    content,
    name: 'a.xlsx',
    fields: { plan: '2023', period: '2023-06', unit: 'khu-dan-cu-1' },
    query: '?validate=only',
  });
  expect(outcomes(body)).toEqual([
    '2 CREATED econ.maize.area khu-dan-cu-1 2023-06',
    '3 CREATED econ.peanut.area khu-dan-cu-1 2023-06',
    '4 REJECTED reported:CELL_BROKEN',
    '5 REJECTED reported:CELL_IS_DAY',
  ]);
});

const csv = `Chủ hộ;Thôn\r\n${a};${hamlet}\r\n${b};${hamlet}\r\n`;

it.each([
  ['CSV with semicolons', 'a.csv', csv],
  ['CSV with commas and a mark', 'a.csv', `\ufeff${csv.replaceAll(';', ',')}`],
  ['CSV with quotes and line feeds alone', 'a.csv', csv.replaceAll('\r', '').replace(a, `"${a}"`)],
  ['Unicode Text of Excel', 'a.txt', Buffer.from(`\ufeff${csv.replaceAll(';', '\t')}`, 'utf16le')],
  [
    'JSON',
    'a.json',
    JSON.stringify([
      { name: a, parent: hamlet },
      { name: b, parent: hamlet },
    ]),
  ],
  [
    'JSON as an answer gives it',
    'a.json',
    JSON.stringify({
      items: [
        { name: a, parentCode: 'khu-dan-cu-1' },
        { name: b, parentCode: 'khu-dan-cu-1' },
      ],
      next: null,
    }),
  ],
  [
    'NDJSON',
    'a.ndjson',
    `${JSON.stringify({ name: a, parent: hamlet })}\n\n${JSON.stringify({ name: b, parent: hamlet })}\n`,
  ],
])('%s', async (_, name, content) => {
  const { body } = await dry(content, { name });
  expect(outcomes(body).map((each) => each.replace(/^\d+/, ''))).toEqual(both);
});

const bomb = () =>
  zip([
    {
      name: '[Content_Types].xml',
      body: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    },
    { name: '_rels/.rels', body: '<Relationships/>' },
    { name: 'xl/worksheets/sheet1.xml', body: Buffer.alloc(220_000_000, 'x') },
  ]);

it.each([
  ['bytes that are no UTF-8', 'a.csv', Buffer.from(csv, 'latin1'), 'SHEET_LETTERS', 'CSV UTF-8'],
  [
    'TCVN3',
    'a.csv',
    'Chñ hé;Th«n\r\nNguyÔn V¨n Hïng;Khu d©n c­ sè 1\r\nTrÇn ThÞ Hoµ;Khu d©n c­ sè 1',
    'SHEET_LETTERS',
    'UniKey',
  ],
  ['letters that became question marks', 'a.csv', 'Ch? h?;Thôn\r\nNguy?n V?n H?ng;KDC', 'SHEET_LETTERS', '"?"'],
  ['a letter instead of a table', 'a.csv', 'Kính gửi UBND xã\r\nTôi tên là A', 'SHEET_UNREADABLE', '"Tên"'],
  ['a heading alone', 'a.csv', 'Chủ hộ;Thôn\r\n', 'SHEET_UNREADABLE', '"Tên"'],
  ['JSON that is broken', 'a.json', '[{"name": "A"', 'SHEET_UNREADABLE', 'hỏng'],
  ['JSON that is no list', 'a.json', '{"name": "A"}', 'SHEET_UNREADABLE', 'hỏng'],
  ['a line of NDJSON that is broken', 'a.ndjson', '{"name": "A"}\n{', 'SHEET_UNREADABLE', '(dòng 2)'],
  ['a quote without its end', 'a.csv', 'Chủ hộ;Thôn\r\n"A;B\r\nC;D', 'SHEET_UNREADABLE', 'hỏng'],
  ['a workbook that unpacks to 220 MB', 'a.xlsx', bomb(), 'SHEET_UNREADABLE', 'quá lớn'],
  ['a workbook cut off', 'a.xlsx', Buffer.from('PK\x03\x04 cut off'), 'FILE_TYPE_REFUSED', 'XLSX'],
  ['more columns than a form has', 'a.csv', `Chủ hộ;Thôn${';x'.repeat(300)}\r\nA;B`, 'SHEET_UNREADABLE', '200 cột'],
  ['more rows than 10,000', 'a.csv', `Chủ hộ;Thôn\r\n${'A;B\r\n'.repeat(10_060)}`, 'SHEET_UNREADABLE', '10.000 dòng'],
  ['nothing', 'a.csv', '', 'FILE_EMPTY', 'rỗng'],
])('%s: refused with a hint', async (_, name, content, code, hint) => {
  const { body } = await dry(content, { name });
  expect([body.code, body.detail]).toEqual([code, expect.stringContaining(hint)]);
});
