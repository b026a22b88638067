import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { as, useApp } from '../app.js';
import { done, rest, type Row } from '../doors.js';

/** LibreOffice opens what is exported (Debian: `apt-get install --no-install-recommends libreoffice-calc`). */
const test = useApp();
const commune = 'duc-lang';
const run = promisify(execFile);
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A spreadsheet set to Vietnamese reads CSV: `;`, `"`, UTF-8, from line 1, locale 1066; numbers are detected. */
const vietnamese = 'CSV:59,34,76,1,,1066,false,true';
let folder: string;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'thidua-sheet-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function exported(list: string, accept: string, query: object = {}): Promise<string> {
  const { body } = await test
    .http()
    .get(`/v1/communes/${commune}/${list}`)
    .query(query)
    .set({ ...as(test, 'clerk'), accept })
    .buffer()
    .parse((response, give) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => give(null, Buffer.concat(parts)));
    });
  const path = join(folder, `${list}.${accept === xlsx ? 'xlsx' : 'csv'}`);
  await writeFile(path, body as Buffer);
  return path;
}

/** Converts a file as its user would open and save it. */
async function converted(path: string, to: 'fods' | 'csv', infilter?: string): Promise<string> {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const options = infilter === undefined ? [] : [`--infilter=${infilter}`];
  const target = to === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76' : to;
  await run('soffice', [profile, '--headless', ...options, '--convert-to', target, '--outdir', folder, path]);
  return readFile(path.replace(/\w+$/, to), 'utf8');
}

/** SUM over a column, as LibreOffice computes it in a row below the table. */
async function sumOf(path: string, column: string, infilter?: string): Promise<number> {
  const sheet = await converted(path, 'fods', infilter);
  const formula = `<table:table-row><table:table-cell table:formula="of:=SUM([.${column}2:.${column}9999])"/></table:table-row>`;
  const summed = join(folder, 'summed.fods');
  await writeFile(summed, sheet.replace('</table:table>', `${formula}</table:table>`));
  const rows = Papa.parse<string[]>((await converted(summed, 'csv')).trimEnd()).data;
  return Number(rows.at(-1)?.[0]);
}

const columnOf = async (member: string) => {
  const [header = []] = Papa.parse<string[]>(await readFile(await exported('results', 'text/csv'), 'utf8')).data;
  return String.fromCharCode(65 + header.map((name) => name.replace('\ufeff', '')).indexOf(member));
};

it('SUM over figures gives their sum, from a workbook and from CSV with decimal comma', async () => {
  const { items } = done(await rest(test).ask('results', 'clerk', { commune, first: 500 }));
  const values = items.map(({ value }: Row) => Number(value)).filter((value: number) => !Number.isNaN(value));
  const sum = values.reduce((one: number, other: number) => one + other, 0);
  expect(values.some((value: number) => !Number.isInteger(value))).toBe(true);
  const column = await columnOf('value');
  expect(await sumOf(await exported('results', xlsx), column)).toBeCloseTo(sum, 6);
  const local = await exported('results', 'text/csv', { decimal: 'comma' });
  expect(await sumOf(local, column, vietnamese)).toBeCloseTo(sum, 6);
  // Control: CSV for programs, opened the same way, loses the decimals.
  const plain = await exported('results', 'text/csv');
  const lost = await sumOf(plain, column, vietnamese.replace('59', '44'));
  expect(Math.abs(lost - sum)).toBeGreaterThan(1);
});

it('codes and 6/6 stay text, days are days, diacritics stand', async () => {
  const unit = {
    code: '0012',
    kind: 'HAMLET' as const,
    name: '6/6',
    kindText: 'Xóm Đặng Ứng – Ấp',
    validFrom: '2023-05-06',
  };
  await test.app.get(UnitActsService).addUnit(await test.operator(), commune, unit);
  const path = await exported('units', xlsx, { search: '0012' });
  const sheet = await converted(path, 'fods');
  const holds = (pattern: string) => [pattern, new RegExp(pattern).test(sheet)];
  const expected = [
    ...['0012', '6/6', 'Xóm Đặng Ứng – Ấp'].map((text) => `office:value-type="string"[^>]*>\\s*<text:p>${text}<`),
    'office:value-type="date" office:date-value="2023-05-06"',
    'table:display-filter-buttons="true"',
  ];
  expect(expected.map(holds)).toEqual(expected.map((pattern) => [pattern, true]));
});
