import { fold } from '../database/text.js';
import type { SheetColumn } from './column.js';
import type { Cell, Sheet, SheetRow } from './sheet.rules.js';

/** A table in a sheet: which column of the sheet is which member, and the rows below the heading. */
export interface Table<Member extends string> {
  sheet: string | null;
  /** Number of the row of the heading. */
  heading: number;
  columns: readonly { at: number; heading: string; column: SheetColumn<Member> }[];
  /** Headings of all columns of the sheet; empty for one without. */
  headings: readonly string[];
  /** Headings that no column has. */
  ignored: readonly string[];
  rows: readonly SheetRow[];
  /** Rows below the heading that are no records: numbers of columns, sums, notes, signatures. */
  skipped: readonly number[];
}

/** Rows in which a heading is looked for: titles and dates of a form take eight. */
const headingWithin = 20;

/** How a heading is compared: `Thu nhập (triệu đồng)*` as `thu nhap`. */
const plain = (heading: string): string =>
  fold(heading.replace(/\([^()]*\)/g, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const filledRows = (rows: readonly SheetRow[]): SheetRow[] =>
  rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));

/** Rows of a sheet that may be its heading, or the second row of it. */
export const headingRows = (rows: readonly SheetRow[]): SheetRow[] => filledRows(rows).slice(0, headingWithin + 1);

/**
 * The table of a sheet: its heading is the row, or two rows of merged cells, that names most columns, and every one
 * that a record needs. Undefined for a sheet without one.
 */
export function tableOf<Member extends string>(
  { name, rows }: Sheet,
  columns: readonly SheetColumn<Member>[],
): Table<Member> | undefined {
  const known = new Map(
    columns.flatMap((column) =>
      [...column.headings, column.member].map((heading, rank) => [plain(spaced(heading)), { column, rank }] as const),
    ),
  );
  const filled = filledRows(rows);
  let best: { named: Named<Member>; height: number; index: number } | undefined;
  for (const [index, row] of filled.slice(0, headingWithin).entries()) {
    const below = filled[index + 1];
    for (const height of below ? [1, 2] : [1]) {
      const named = namesIn(headingsOf(row, height === 2 ? below : undefined), known);
      const isWhole = columns.every(
        ({ required, member }) => !required || named.columns.some((each) => each.column.member === member),
      );
      const isBetter =
        !best ||
        named.columns.length > best.named.columns.length ||
        (named.columns.length === best.named.columns.length && height < best.height);
      if (isWhole && isBetter) best = { named, height, index };
    }
  }
  if (!best) return undefined;
  const { named, index, height } = best;
  const body = filled.slice(index + height);
  const records: SheetRow[] = [];
  for (const [place, row] of body.entries()) {
    const before = records.at(-1)?.number ?? row.number - 1;
    if (isRecordOf(row, { ...named, before, isFirst: place === 0 })) records.push(row);
  }
  const taken = new Set(records);
  return {
    sheet: name,
    heading: filled[index]?.number ?? 0,
    ...named,
    rows: records,
    skipped: body.flatMap((row) => (taken.has(row) ? [] : [row.number])),
  };
}

type Named<Member extends string> = Pick<Table<Member>, 'columns' | 'headings' | 'ignored'>;

/** Headings by column; of two rows the lower cell where it has one, else the upper one, which is merged over both. */
function headingsOf({ cells }: SheetRow, below?: SheetRow): string[] {
  const width = Math.max(cells.length, below?.cells.length ?? 0);
  return Array.from({ length: width }, (_, at) => below?.cells[at]?.text.trim() || cells[at]?.text.trim() || '');
}

function namesIn<Member extends string>(
  headings: readonly string[],
  known: ReadonlyMap<string, { column: SheetColumn<Member>; rank: number }>,
): Named<Member> {
  const found = headings.flatMap((heading, at) => {
    const word = known.get(plain(spaced(heading)));
    return word ? [{ at, heading, ...word }] : [];
  });
  // A code comes before a name, where both head a column.
  const columns = found.filter(({ at, column, rank }) =>
    found.every(
      (each) => each.column !== column || each.at === at || each.rank > rank || (each.rank === rank && each.at > at),
    ),
  );
  const taken = new Set(columns.map(({ at }) => at));
  const ignored = headings.filter((heading, at) => heading !== '' && !taken.has(at));
  return { columns, headings, ignored };
}

/** A name of JSON as words: `parentCode` as `parent Code`. */
const spaced = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])|\./g, ' ');

const sums = /^(?:tổng|cộng)(?:\s+(?:số|cộng|dồn|hợp))*\s*(?::.*)?$/iu;
const columnNumber = /^\(?(\d{1,2})\)?$/;

/** Place of a row below its heading. */
interface Body {
  columns: Table<string>['columns'];
  headings: readonly string[];
  /** Number of the record before. */
  before: number;
  /** Whether it is right below the heading. */
  isFirst: boolean;
}

/**
 * Whether a row is a record: it has what a record needs, or else two of its members at least, so that what is missing
 * is told. Sums, headings that are repeated, numbers of columns, and single cells behind an empty row are none.
 */
function isRecordOf({ number, cells }: SheetRow, { columns, headings, before, isFirst }: Body): boolean {
  const text = (at: number) => cells[at]?.text.trim() ?? '';
  const given = columns.filter(({ at }) => text(at) !== '');
  const written = cells.map((cell) => cell.text.trim()).filter(Boolean);
  if (given.length === 0) return false;
  if (columns.some(({ at, column: { required } }) => required && text(at) === '') && given.length < 2) return false;
  if (columns.every(({ at }) => text(at) === headings[at])) return false;
  if (isFirst && written.length > 1 && ascending(written)) return false;
  if (columns.length > 1 && written.length === 1 && number > before + 1) return false;
  return !sums.test(written.find((each) => !/^[\d.]+$/.test(each)) ?? '');
}

const ascending = (texts: readonly string[]): boolean => {
  const numbers = texts.map((text) => Number(columnNumber.exec(text)?.[1] ?? NaN));
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
};

/** The cell of a column; an empty one where the row ends before. */
export const cellAt = ({ cells }: SheetRow, at: number): Cell => cells[at] ?? { text: '', kind: 'TEXT' };
