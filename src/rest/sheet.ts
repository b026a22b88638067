import { stringify } from 'csv-stringify/sync';
import Negotiator from 'negotiator';
import writeXlsx from 'write-excel-file/node';
import { isRecord, type Class } from '../api/shape.js';
import { shownOf, presenterOf } from '../api/shown.js';

/** Media types of a list as a spreadsheet. */
export const sheetTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type SheetType = keyof typeof sheetTypes;

const offered = ['application/json; charset=utf-8', ...Object.values(sheetTypes)];

/** Spreadsheet type that `Accept` prefers to JSON, if any (RFC 9110, 12.5.1); any type gets JSON. */
export function requestedSheet(accept: string | undefined): SheetType | undefined {
  const preferred = new Negotiator({ headers: { accept } }).mediaType(offered);
  return preferred === sheetTypes.csv ? 'csv' : preferred === sheetTypes.xlsx ? 'xlsx' : undefined;
}

/**
 * Table of a list: a row of titles, then one row for each record; nested members as `measure.unit`, lists joined by ";
 * ".
 */
export function tableOf(type: Class, items: readonly object[]): string[][] {
  const columns = columnsOf(type, []);
  const present = presenterOf(type) ?? ((item: object) => item);
  return [
    columns.map((path) => path.join('.')),
    ...items.map(present).map((item) => columns.map((path) => cell(valueAt(item, path)))),
  ];
}

/**
 * CSV in UTF-8 with a byte order mark, without which Excel garbles Vietnamese. Every cell is quoted: a lone line feed
 * ends no record.
 */
export const csvOf = (table: readonly (readonly string[])[]): string =>
  stringify(
    table.map((row) => row.map(escapeFormulas)),
    { bom: true, record_delimiter: 'windows', quoted: true },
  );

/** XLSX with text cells only: none is a formula, "6/6" is not made a date, and a code keeps its zeros. */
export const xlsxOf = (table: readonly (readonly string[])[]): Promise<Buffer> =>
  writeXlsx(
    table.map((row, index) =>
      row.map((value) => ({ type: String, value, ...(index === 0 && { fontWeight: 'bold' as const }) })),
    ),
  ).toBuffer();

function columnsOf(type: Class, above: readonly string[]): string[][] {
  return shownOf(type)
    .filter(({ edge }) => !edge)
    .flatMap(({ name, shape, list }) =>
      isRecord(shape) && !list ? columnsOf(shape.json.record(), [...above, name]) : [[...above, name]],
    );
}

const valueAt = (item: object, path: readonly string[]) =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], item);

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cell).join('; ');
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const decimal = /^-\d+(\.\d+)?$/;

/**
 * Sign of a formula where some spreadsheet begins a cell: first in the text or after a separator or control character,
 * such as a line feed; blanks, invisible characters and quotes may come between. The sign is sought first: the time
 * grows only with the length.
 */
const formulaSign = /[=+@\-＝＋＠－﹦﹢﹫﹣](?<=(?:^|[,;\p{Cc}\p{Zl}\p{Zp}])["\p{Cc}\p{Cf}\p{Z}]*.)/gu;

/** Puts `'` before whatever a spreadsheet would run as a formula. Figures stay as they are. */
const escapeFormulas = (value: string) => (decimal.test(value) ? value : value.replace(formulaSign, "'$&"));
