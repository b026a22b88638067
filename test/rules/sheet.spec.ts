import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import Papa from 'papaparse';
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

function demandSafe(table: string[][]): void {
  const csv = csvOf(table);
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
  expect(read(csvOf([figures]).slice(1))).toEqual([figures]);
});

it('a long text takes time in proportion to its length', () => {
  for (const text of ['\n'.repeat(100_000), '\n='.repeat(50_000), ' \n"'.repeat(30_000) + 'x=']) {
    const begin = process.cpuUsage();
    csvOf([[text]]);
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1_000).toBeLessThan(200);
  }
});

it('a workbook has the texts as they are, and no formula', async () => {
  const files = unzip(await xlsxOf([['name'], ...texts.map((text) => [text])]));
  expect([...files.keys()]).toContain('xl/worksheets/sheet1.xml');
  const sheet = files.get('xl/worksheets/sheet1.xml')!;
  expect(sheet).not.toMatch(/<f[ >/]/);
  expect(sheet.match(/<c [^>]*t="(s|inlineStr)"/g)).toHaveLength(texts.length + 1);
  expect([...files.values()].join('')).toContain('=1+1');
});

it('control: what runs is known', () => {
  expect(['=1', ' +1', '\u200b@x', '"=1"', '＝1', '-1+1'].filter((cell) => !runs(cell))).toEqual([]);
  expect(["'=1", 'a=1', '-5', ''].filter(runs)).toEqual([]);
  expect(() => recordsOf('a\n=1\r\n')).toThrow('RFC 4180');
});
