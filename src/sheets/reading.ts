import { readXlsx, type Cell as XlsxCell, type Sheet as XlsxSheet } from 'hucre/xlsx';
import Papa from 'papaparse';
import { Big } from 'big.js';
import { brokenEncoding, decoded, type BrokenEncoding } from './encoding.rules.js';
import { textCell, type Cell, type Sheet, type SheetRow } from './sheet.rules.js';

export type SheetFileType = 'csv' | 'xlsx' | 'json' | 'ndjson';

/** Rows and columns of a file, at most. */
export interface Most {
  rows: number;
  columns: number;
  characters: number;
  cells: number;
}

/** Request to the thread that reads. */
export interface ReadingRequest {
  bytes: Uint8Array;
  type: SheetFileType;
  most: Most;
}

/** Why a file gives no rows; `at`: the number of the row or line, where one is to blame. */
export interface ReadFault {
  code: 'UNREADABLE' | 'NOT_UTF8' | 'TOO_MANY_ROWS' | 'TOO_MANY_COLUMNS' | 'TOO_LARGE' | 'CELL_TOO_LONG';
  at?: number;
}

/** Letters of a file that are not what was typed, with the first cell that betrays it. */
export interface BrokenLetters {
  encoding: Exclude<BrokenEncoding, 'NOT_UTF8'>;
  sheet: string | null;
  text: string;
  column: number;
  row: number;
}

/** Rows in one message between the threads. */
export const rowsSent = 500;

class Fault extends Error {
  constructor(readonly fault: ReadFault) {
    super(fault.code);
  }
}

/** Sheets of a file, without those that are hidden. Throws an error with a `fault`. */
export async function readFile(
  bytes: Uint8Array,
  { type, most }: Pick<ReadingRequest, 'type' | 'most'>,
): Promise<readonly Sheet[]> {
  const sheets = type === 'xlsx' ? await workbook(bytes) : [{ name: null, rows: rowsOf(textOf(bytes), type) }];
  for (const { rows } of sheets) {
    const filled = rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
    if (filled.length > most.rows + rowsAround) throw new Fault({ code: 'TOO_MANY_ROWS' });
    const wide = filled.find(({ cells }) => cells.length > most.columns);
    if (wide) throw new Fault({ code: 'TOO_MANY_COLUMNS', at: wide.number });
    const long = filled.find(({ cells }) => cells.some(({ text }) => text.length > most.characters));
    if (long) throw new Fault({ code: 'CELL_TOO_LONG', at: long.number });
  }
  const cells = sheets.reduce((sum, { rows }) => rows.reduce((all, row) => all + row.cells.length, sum), 0);
  if (cells > most.cells) throw new Fault({ code: 'TOO_LARGE' });
  return sheets;
}

/** The first sheet whose letters are not what was typed; undefined for none. */
export function brokenLetters(sheets: readonly Sheet[]): BrokenLetters | undefined {
  for (const { name: sheet, rows } of sheets) {
    const cells = rows.flatMap(({ number: row, cells: each }) =>
      each.map(({ text }, column) => ({ text, row, column })),
    );
    const found = brokenEncoding(cells.map(({ text }) => text));
    const cell = found && cells[found.at];
    if (found && cell) return { encoding: found.encoding, sheet, ...cell };
  }
  return undefined;
}

/** Rows of titles, headings and notes that a table may have around it. */
const rowsAround = 50;

function textOf(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text === undefined) throw new Fault({ code: 'NOT_UTF8' });
  return text;
}

const rowsOf = (text: string, type: Exclude<SheetFileType, 'xlsx'>): SheetRow[] =>
  type === 'csv' ? csvRows(text) : objectRows(type === 'json' ? jsonObjects(text) : linesOfJson(text));

/** Rows of a CSV. One that is broken is told by its number. */
function csvRows(text: string): SheetRow[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw new Fault({ code: 'UNREADABLE', at: (broken.row ?? 0) + 1 });
  return data.map((cells, index) => ({ number: index + 1, cells: trimmed(cells.map(textCell)) }));
}

/** Rows at the beginning by which the delimiter is told. */
const rowsTried = 50;

/** The delimiter by which most rows have as many cells as others: a comma may stand before decimals, too. */
function delimiterOf(text: string): string {
  const agreeing = (delimiter: string) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: rowsTried, skipEmptyLines: true });
    const widths = data.map((cells) => cells.length).filter((width) => width > 1);
    return Math.max(0, ...widths.map((width) => widths.filter((each) => each === width).length));
  };
  const [best = ','] = [';', '\t', ','].sort((one, other) => agreeing(other) - agreeing(one));
  return best;
}

/** Without the empty cells at the end. */
function trimmed(cells: Cell[]): Cell[] {
  return cells.slice(0, cells.findLastIndex(({ text }) => text.trim() !== '') + 1);
}

interface Numbered {
  number: number;
  value: unknown;
}

function parsed(text: string, at?: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault({ code: 'UNREADABLE', at });
  }
}

function jsonObjects(text: string): Numbered[] {
  const given = parsed(text);
  // A list may stand alone, or as answers give it.
  const items = Array.isArray(given) ? given : (given as { items?: unknown } | null)?.items;
  if (!Array.isArray(items)) throw new Fault({ code: 'UNREADABLE' });
  return items.map((value: unknown, index) => ({ number: index + 1, value }));
}

const linesOfJson = (text: string): Numbered[] =>
  text.split(/\r?\n/).flatMap((line, index) => {
    const number = index + 1;
    return line.trim() === '' ? [] : [{ number, value: parsed(line, number) }];
  });

/** Rows below a heading of the members of the objects; members of members are `measure.unit`. */
function objectRows(objects: readonly Numbered[]): SheetRow[] {
  const flat = objects.map(({ number, value }) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Fault({ code: 'UNREADABLE', at: number });
    return { number, cells: new Map(membersOf(value, '')) };
  });
  const heading = [...new Set(flat.flatMap(({ cells }) => [...cells.keys()]))];
  return [
    { number: 0, cells: heading.map(textCell) },
    ...flat.map(({ number, cells }) => ({
      number,
      cells: heading.map((name) => cells.get(name) ?? textCell('')),
    })),
  ];
}

function membersOf(value: object, above: string): [string, Cell][] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]): [string, Cell][] => {
    const path = `${above}${name}`;
    const isMembers = typeof member === 'object' && member !== null && !Array.isArray(member);
    return isMembers && above.length < 100 ? membersOf(member, `${path}.`) : [[path, jsonCell(member)]];
  });
}

function jsonCell(value: unknown): Cell {
  if (typeof value === 'number')
    return Number.isInteger(value) && !Number.isSafeInteger(value)
      ? broken(String(value))
      : { text: figure(value), kind: 'FIGURE' };
  if (typeof value === 'boolean') return { text: String(value), kind: 'FLAG' };
  if (value === null) return textCell('');
  return textCell(typeof value === 'string' ? value : JSON.stringify(value));
}

async function workbook(bytes: Uint8Array): Promise<Sheet[]> {
  const sheets = ({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }) => !hidden && !veryHidden;
  let read: XlsxSheet[];
  try {
    ({ sheets: read } = await readXlsx(bytes, { readStyles: true, sheets, maxRows: rowsLookedAt }));
  } catch {
    throw new Fault({ code: 'UNREADABLE' });
  }
  return read.map((sheet) => {
    if (sheet.rows.length >= rowsLookedAt) throw new Fault({ code: 'TOO_MANY_ROWS' });
    const rows = sheet.rows.map((values, row) =>
      values.map((value, column) => xlsxCell(sheet.cells?.get(`${row},${column}`), value)),
    );
    // A cell that is merged over several rows is each one's.
    for (const { startRow, endRow, startCol } of sheet.merges ?? [])
      for (let row = startRow + 1; row <= endRow; row += 1) {
        const [cell, below] = [rows[startRow]?.[startCol], rows[row]];
        if (cell && below) below[startCol] = cell;
      }
    return { name: sheet.name, rows: rows.map((cells, row) => ({ number: row + 1, cells: trimmed(cells) })) };
  });
}

/** Rows of a sheet, empty ones with a format among them, after which nothing is looked at. */
const rowsLookedAt = 50_000;

/** Digits of a figure that Excel keeps, and decimals of one of ours. */
const digitsKept = 15;
const decimalsKept = 6;

const figure = (value: number) => new Big(Number(value.toPrecision(digitsKept))).toFixed();

/** A cell with its value as it is shown: 0.742 in the format of per cents is 74.2. A formula has its last result. */
function xlsxCell(cell: XlsxCell | undefined, plain: XlsxCell['value']): Cell {
  const { type, formula, formulaResult, style } = cell ?? {};
  const value = formula === undefined ? plain : (formulaResult ?? plain);
  if (type === 'error' || (formula !== undefined && value === null))
    return broken(typeof value === 'string' && value !== '' ? value : `=${formula ?? ''}`);
  if (value === null) return textCell('');
  if (typeof value === 'number') {
    const isPercent = style?.numFmt?.replace(/"[^"]*"|\\./g, '').includes('%') ?? false;
    const shown = isPercent ? new Big(figure(value)).times(100) : new Big(figure(value));
    // A formula gives more decimals than a figure has.
    return { text: (formula === undefined ? shown : shown.round(decimalsKept)).toFixed(), kind: 'FIGURE' };
  }
  if (typeof value === 'boolean') return { text: String(value), kind: 'FLAG' };
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? broken('#NUM!') : { text: value.toISOString().slice(0, 10), kind: 'DAY' };
  return textCell(value);
}

const broken = (text: string): Cell => ({ text, kind: 'BROKEN' });
