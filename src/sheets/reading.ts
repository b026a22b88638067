import { readXlsx, type Cell as XlsxCell, type Sheet as XlsxSheet } from 'hucre/xlsx';
import Papa from 'papaparse';
import { Big } from 'big.js';
import { decoded } from './encoding.rules.js';
import { textCell, type Cell, type Sheet, type SheetRow } from './sheet.js';

export type SheetFileType = 'csv' | 'xlsx' | 'json' | 'ndjson';

/** Rows and columns of a file, at most. */
export interface Most {
  rows: number;
  columns: number;
}

/** Request to the thread that reads. */
export interface Asked {
  bytes: Uint8Array;
  type: SheetFileType;
  most: Most;
}

/** Why a file gives no rows; `at`: the number of the row or line, where one is to blame. */
export interface ReadFault {
  code: 'UNREADABLE' | 'NOT_UTF8' | 'TOO_MANY_ROWS' | 'TOO_MANY_COLUMNS';
  at?: number;
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
  { type, most }: Pick<Asked, 'type' | 'most'>,
): Promise<readonly Sheet[]> {
  const sheets = type === 'xlsx' ? await workbook(bytes, most) : [{ name: null, rows: rowsOf(textOf(bytes), type) }];
  for (const { rows } of sheets) {
    const filled = rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
    if (filled.length > most.rows + rowsAround) throw new Fault({ code: 'TOO_MANY_ROWS' });
    const wide = filled.find(({ cells }) => cells.length > most.columns);
    if (wide) throw new Fault({ code: 'TOO_MANY_COLUMNS', at: wide.number });
  }
  return sheets;
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
  if (typeof value === 'number') return { text: figure(value), kind: 'FIGURE' };
  if (typeof value === 'boolean') return { text: String(value), kind: 'FLAG' };
  if (value === null) return textCell('');
  return textCell(typeof value === 'string' ? value : JSON.stringify(value));
}

async function workbook(bytes: Uint8Array, most: Most): Promise<Sheet[]> {
  const sheets = ({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }) => !hidden && !veryHidden;
  let read: XlsxSheet[];
  try {
    ({ sheets: read } = await readXlsx(bytes, { readStyles: true, sheets, maxRows: most.rows + rowsAround + 1 }));
  } catch {
    throw new Fault({ code: 'UNREADABLE' });
  }
  return read.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map((values, row) => ({
      number: row + 1,
      cells: trimmed(values.map((value, column) => xlsxCell(sheet.cells?.get(`${row},${column}`), value))),
    })),
  }));
}

/** Digits of a figure that Excel keeps. */
const digitsKept = 15;

const figure = (value: number) => new Big(Number(value.toPrecision(digitsKept))).toFixed();

/** A cell with its value as it is shown: 0.742 in the format of per cents is 74.2. A formula has its last result. */
function xlsxCell(cell: XlsxCell | undefined, plain: XlsxCell['value']): Cell {
  const { type, formula, formulaResult, style } = cell ?? {};
  const value = formula === undefined ? plain : (formulaResult ?? plain);
  if (type === 'error' || (formula !== undefined && (value === null || value === '')))
    return broken(typeof value === 'string' && value !== '' ? value : `=${formula ?? ''}`);
  if (value === null) return textCell('');
  if (typeof value === 'number') {
    const isPercent = style?.numFmt?.replace(/"[^"]*"|\\./g, '').includes('%') ?? false;
    return { text: isPercent ? new Big(figure(value)).times(100).toFixed() : figure(value), kind: 'FIGURE' };
  }
  if (typeof value === 'boolean') return { text: String(value), kind: 'FLAG' };
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? broken('#NUM!') : { text: value.toISOString().slice(0, 10), kind: 'DAY' };
  return textCell(value);
}

const broken = (text: string): Cell => ({ text, kind: 'BROKEN' });
