import { stringify } from 'csv-stringify/sync';
import writeXlsx, { type Cell } from 'write-excel-file/node';
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
  return stringify([columns.map(({ heading }) => heading), ...rows.map((row) => row.map(written))], {
    bom: true,
    delimiter: isLocal ? ';' : ',',
    quoted: true,
    record_delimiter: 'windows',
  });
}

/**
 * XLSX with figures, days, instants (Vietnam's time) and flags as such; all else is text: none is a formula, "6/6" is
 * not made a date, and a code keeps its zeros. The headings stay in sight, and filter.
 */
export function xlsxOf({ columns, rows, figures }: Table, name: string): Promise<Buffer> {
  const headings = columns.map(({ heading }) => ({ value: heading, fontWeight: 'bold' as const }));
  const kindAt = (row: number, column: number) => (figures?.[row]?.includes(column) ? 'figure' : columns[column]?.kind);
  const cells = rows.map((row, at) => row.map((value, column) => cellOf(value, kindAt(at, column))));
  const widths = columns.map(({ heading }, column) => widthOf([heading, ...rows.map((row) => row[column] ?? '')]));
  const options = { sheet: name, stickyRowsCount: 1, columns: widths.map((width) => ({ width })) };
  return writeXlsx([headings, ...cells], options, {
    features: [filterOver(name, columnLetters(columns.length - 1), rows.length + 1)],
  }).toBuffer();
}

/** Filter at the headings of a sheet, down to its last cell: LibreOffice wants it by name, too. */
function filterOver(sheet: string, column: string, row: number) {
  const range = `${sheet}!$A$1:$${column}$${row}`;
  const named = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${range}</definedName>`;
  const replacing = (old: string, text: string) => ({
    transform: (xml: string) => xml.replace(old, () => text),
  });
  return {
    files: {
      transform: {
        'xl/workbook.xml': replacing('<definedNames/>', `<definedNames>${named}</definedNames>`),
        'xl/worksheets/sheet{id}.xml': replacing('</sheetData>', `</sheetData><autoFilter ref="A1:${column}${row}"/>`),
      },
    },
  };
}

/** Digits that a spreadsheet computes with, characters of a cell, and the first day that is the same in all of them. */
const most = { digits: 15, characters: 32_767 };
const firstDay = '1900-03-01';
const hour = 3_600_000;

function cellOf(value: string, kind: CellKind | undefined): Cell {
  if (value === '') return null;
  if (kind === 'flag') return value === 'true';
  if (kind === 'figure' && isFigure(value) && value.replace(/\D/g, '').length <= most.digits) return Number(value);
  if (kind === 'day' && value.length === firstDay.length && value >= firstDay)
    return { type: Date, value: new Date(value), format: 'dd/mm/yyyy' };
  if (kind === 'instant')
    return { type: Date, value: new Date(Date.parse(value) + 7 * hour), format: 'dd/mm/yyyy hh:mm:ss' };
  return value.slice(0, most.characters);
}

/** Width of a column in characters: that of its longest line, within bounds. */
const widthOf = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, Math.min(60, text.indexOf('\n') + 1 || text.length)), 8) + 2;

/** A text that no spreadsheet runs. Figures stay as they are. */
const escaped = (value: string) => (isFigure(value) ? value : escapeFormulas(value));
