import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { CellKind } from '../../src/rest/sheet-columns.js';
import { csvOf, xlsxOf } from '../../src/rest/sheet.js';

/** Characters that a reader of CSV or a spreadsheet takes for more than text, and some that are text alone. */
const characters = [...'=+-@＝＋－＠﹦,;\t\n\r"\' \u00a0\u200b\ufeff\u3000\u2028\u0085a1.'];
const texts = [
  'Thôn Y\n=1+1',
  "Thôn Y\n\n=cmd|'/C calc'!A0",
  'x;=1+1',
  'x;"=1+1"',
  'x,\t@SUM(1)',
  '\r\n+1',
  '\u00a0\u200b\ufeff =1+1',
  '"=1+1"',
  '＝1+1',
  '－1+1',
  '﹢1',
  'hai dòng\nkhông có gì',
  '- gạch đầu dòng\n- gạch nữa',
  '-5+1',
  '-',
  '1\r2',
  "'=1",
];

/** Records of a CSV by RFC 4180. */
function recordsOf(csv: string): string[][] {
  const records: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let record: string[] = [];
  while (cell.lastIndex < csv.length) {
    const [, quoted, bare = '', end] = cell.exec(csv) ?? [];
    if (end === undefined) throw new Error('No CSV by RFC 4180.');
    record.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** Files of a zip by its directory. */
function unzip(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const [packed, name, local] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(begin, begin + packed);
    const raw = bytes.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content);
    files.set(bytes.toString('utf8', at + 46, at + 46 + name), raw.toString());
  }
  return files;
}

const readers: readonly (readonly [string, (csv: string) => string[][]])[] = [
  ['RFC 4180', recordsOf],
  ['Papa Parse', (csv) => Papa.parse<string[]>(csv, { delimiter: ',', skipEmptyLines: true }).data],
];

const isDecimal = (cell: string) => /^-\d+(\.\d+)?$/.test(cell);
const runs = (cell: string) => /^["\s\p{Cc}\p{Cf}]*[=+@\-＝＋－＠﹦﹢﹣﹫]/u.test(cell) && !isDecimal(cell);

/** Cells of the most lenient reader: each separator and line break ends a cell, in quotes or not. */
const smallestCells = (csv: string) =>
  csv.split(/[,;\t\r\n\u0085\u2028\u2029]/).map((cell) => cell.replace(/^"|"$/g, ''));

/** Text without the apostrophes before its signs. */
const plain = (text: string) => text.replace(/'(?=[=+@\-＝＋－＠﹦﹢﹣﹫])/g, '');

/** A table whose headings are its first row. */
const tableOf = ([headings = [], ...rows]: string[][], kind: CellKind = 'text') => ({
  columns: headings.map((heading) => ({ heading, kind })),
  rows,
});

function demandSafe(rows: string[][]): void {
  const table = [rows[0]!.map(() => 'name'), ...rows];
  const csv = csvOf(tableOf(table));
  for (const [, read] of readers) {
    const back = read(csv.slice(1));
    expect(back.map((row) => row.map(plain))).toEqual(table.map((row) => row.map(plain)));
    expect(back.flat().filter(runs)).toEqual([]);
  }
  expect(smallestCells(csv.slice(1)).filter(runs)).toEqual([]);
  for (const delimiter of [';', '\t'])
    expect(Papa.parse<string[]>(csv, { delimiter }).data.flat().filter(runs)).toEqual([]);
}

it.each(texts)('%j runs nothing and stays in its cell', (text) =>
  demandSafe([
    ['code', 'name', 'target'],
    ['a', text, '-5'],
    [text, 'b', text],
  ]),
);

it('neither does any other text', () => {
  const text = fc.array(fc.constantFrom(...characters), { maxLength: 8 }).map((parts) => parts.join(''));
  const table = fc.array(fc.tuple(fc.constant('x'), text, text), { minLength: 1, maxLength: 3 });
  fc.assert(fc.property(table, demandSafe), { numRuns: 1_000 });
});

it.each(readers)('a figure stays a figure for %s', (_, read) => {
  const figures = ['-5', '-0.25', '171.9', '0', ''];
  expect(read(csvOf(tableOf([figures, figures])).slice(1))).toEqual([figures, figures]);
});

it('a long text takes time in proportion to its length', () => {
  for (const text of ['\n'.repeat(100_000), '\n='.repeat(50_000), ' \n"'.repeat(30_000) + 'x=']) {
    const begin = process.cpuUsage();
    csvOf(tableOf([['name'], [text]]));
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1_000).toBeLessThan(200);
  }
});

it('a workbook has the texts as they are, and no formula', async () => {
  const files = unzip(await xlsxOf(tableOf([['name'], ...texts.map((text) => [text])]), 'awards'));
  expect([...files.keys()]).toContain('xl/worksheets/sheet1.xml');
  const sheet = files.get('xl/worksheets/sheet1.xml')!;
  expect(sheet).not.toMatch(/<f[ >/]/);
  expect(sheet.match(/<c [^>]*t="(s|inlineStr)"/g)).toHaveLength(texts.length + 1);
  expect([...files.values()].join('')).toContain('=1+1');
});

/** Cells of a column of one kind, as the workbook has them: the value, and `t` where it is no number. */
async function cellsOf(kind: CellKind, values: string[]): Promise<string[]> {
  const files = unzip(await xlsxOf(tableOf([['name'], ...values.map((value) => [value])], kind), 'awards'));
  const texts = [...files.get('xl/sharedStrings.xml')!.matchAll(/<t[^>]*>([^<]*)/g)].map(([, text]) => text);
  return [...files.get('xl/worksheets/sheet1.xml')!.matchAll(/<c r="A(\d+)"([^>]*)><v>([^<]*)/g)]
    .filter(([, row]) => row !== '1')
    .map(([, , more = '', value = '']) => (more.includes('t="s"') ? `"${texts[Number(value)]}"` : value));
}

it.each<[CellKind, string[], string[]]>([
  [
    'figure',
    ['171.9', '-5', '999999999999999', '1234567890123456', '5/6', '6/6', 'Tốt'],
    ['171.9', '-5', '999999999999999', '"1234567890123456"', '"5/6"', '"6/6"', '"Tốt"'],
  ],
  ['day', ['2024-01-31', '2024-01', '1985', '1899-12-31'], ['45322', '"2024-01"', '"1985"', '"1899-12-31"']],
  ['instant', ['2024-01-30T17:00:00.000Z'], ['45322']],
  ['flag', ['true', 'false'], ['1', '0']],
  ['text', ['0012', '1e5', '6/6', '171.9', '2024-01-02'], ['"0012"', '"1e5"', '"6/6"', '"171.9"', '"2024-01-02"']],
])('a workbook has cells of a %s', async (kind, values, cells) => {
  expect(await cellsOf(kind, values)).toEqual(cells);
});

it('the headings of a workbook stay in sight and filter, and a column is as wide as its lines', async () => {
  const rows = [
    ['a', 'b'],
    ['x'.repeat(20), 'y\nz'],
    ['', 'w'.repeat(200)],
  ];
  const sheet = unzip(await xlsxOf(tableOf(rows), 'awards')).get('xl/worksheets/sheet1.xml')!;
  expect(sheet).toContain('<autoFilter ref="A1:B3"/>');
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect([...sheet.matchAll(/<col [^>]*width="(\d+)/g)].map(([, width]) => width)).toEqual(['22', '62']);
});

it('CSV with decimal comma: figures alone have it', () => {
  const columns = [
    { heading: 'Giá trị', kind: 'figure' as const },
    { heading: 'Tên', kind: 'text' as const },
  ];
  const rows = [
    ['-171.9', 'khu 1.2'],
    ['Tốt', '-0.5'],
  ];
  expect(csvOf({ columns, rows }, true)).toBe('\ufeff"Giá trị";"Tên"\r\n"-171,9";"khu 1.2"\r\n"Tốt";"-0.5"\r\n');
});

it('control: what runs is known', () => {
  expect(['=1', ' +1', '\u200b@x', '"=1"', '＝1', '-1+1'].filter((cell) => !runs(cell))).toEqual([]);
  expect(["'=1", 'a=1', '-5', ''].filter(runs)).toEqual([]);
  expect(() => recordsOf('a\n=1\r\n')).toThrow('RFC 4180');
});
