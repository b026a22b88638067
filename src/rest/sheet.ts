import { writeXlsx, type CellValue, type ColumnDef } from 'hucre/xlsx';
import Papa from 'papaparse';
import { columnLetters, escapeFormulas } from '../api/spreadsheet.rules.js';
import type { CellKind } from './sheet-columns.js';

/** A table as it is written: a row of headings, then the rows. */
interface Table {
  columns: readonly { heading: string; kind: CellKind }[];
  rows: readonly (readonly string[])[];
  /** Places of the cells of each row that are figures in a column of text. */
  figures?: readonly (readonly number[])[];
}

const isFigure = (value: string) => /^-?\d+(\.\d+)?$/.test(value);

/**
 * CSV in UTF-8 with a byte order mark, without which Excel garbles Vietnamese. Every cell is quoted: a lone line feed
 * ends no record. `isLocal`: `;` between cells and a comma before decimals, as Vietnamese settings read a file.
 */
export function csvOf({ columns, rows }: Table, isLocal = false): string {
  const written = (value: string, column: number) =>
    isLocal && columns[column]?.kind === 'figure' && isFigure(value) ? value.replace('.', ',') : escaped(value);
  const records = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(written))];
  return `\ufeff${Papa.unparse(records, { delimiter: isLocal ? ';' : ',', quotes: true })}\r\n`;
}

/**
 * XLSX with figures, days, instants (Vietnam's time) and flags as such; all else is text: none is a formula, "6/6" is
 * not made a date, and a code keeps its zeros. The headings stay in sight, and filter.
 */
export async function xlsxOf({ columns, rows, figures }: Table, name: string): Promise<Buffer> {
  const kindAt = (row: number, column: number) => (figures?.[row]?.includes(column) ? 'figure' : columns[column]?.kind);
  const cells = rows.map((row, at) => row.map((value, column) => cellOf(value, kindAt(at, column))));
  const range = `$A$1:$${columnLetters(columns.length - 1)}$${rows.length + 1}`;
  const sheet = {
    name,
    columns: columns.map(({ heading, kind }, column): ColumnDef => ({
      width: widthOf([heading, ...rows.map((row) => row[column] ?? '')]),
      ...(formats[kind] && { numFmt: formats[kind] }),
    })),
    rows: [columns.map(({ heading }) => heading), ...cells],
    cells: new Map(columns.map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }])),
    freezePane: { rows: 1 },
    autoFilter: { range: range.replaceAll('$', '') },
  };
  // LibreOffice wants the filter by name, too.
  const filter = { name: '_xlnm._FilterDatabase', range: `${name}!${range}`, scope: name };
  return Buffer.from(await writeXlsx({ sheets: [sheet], namedRanges: [filter] }));
}

/** Digits that a spreadsheet computes with, characters of a cell, and the first day that is the same in all of them. */
const most = { digits: 15, characters: 32_767 };
const firstDay = '1900-03-01';
const hour = 3_600_000;

/** Formats of cells that are days and instants. */
const formats: Readonly<Partial<Record<CellKind, string>>> = { day: 'dd/mm/yyyy', instant: 'dd/mm/yyyy hh:mm:ss' };

function cellOf(value: string, kind: CellKind | undefined): CellValue {
  if (value === '') return null;
  if (kind === 'flag') return value === 'true';
  if (kind === 'figure' && isFigure(value) && value.replace(/\D/g, '').length <= most.digits) return Number(value);
  if (kind === 'day' && value.length === firstDay.length && value >= firstDay) return new Date(value);
  if (kind === 'instant') return new Date(Date.parse(value) + 7 * hour);
  return value.slice(0, most.characters);
}

/** Width of a column in characters: that of its longest line, within bounds. */
const widthOf = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, Math.min(60, text.indexOf('\n') + 1 || text.length)), 8) + 2;

/** A text that no spreadsheet runs. Figures stay as they are. */
const escaped = (value: string) => (isFigure(value) ? value : escapeFormulas(value));
