import { fold } from '../database/text.js';
import type { SheetColumn } from './column.js';
import type { Cell, Sheet, SheetRow } from './sheet.js';

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
  fold(heading.replace(/\([^)]*\)/g, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

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
      [column.member, ...column.headings].map((heading) => [plain(heading), column] as const),
    ),
  );
  const filled = rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
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
  const isRecord = (row: SheetRow) => isRecordOf(row, named.columns);
  return {
    sheet: name,
    heading: filled[index]?.number ?? 0,
    ...named,
    rows: body.filter(isRecord),
    skipped: body.filter((row) => !isRecord(row)).map(({ number }) => number),
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
  known: ReadonlyMap<string, SheetColumn<Member>>,
): Named<Member> {
  const columns: Table<Member>['columns'][number][] = [];
  const ignored: string[] = [];
  for (const [at, heading] of headings.entries()) {
    const column = known.get(plain(heading));
    if (column && !columns.some((each) => each.column === column)) columns.push({ at, heading, column });
    else if (heading !== '') ignored.push(heading);
  }
  return { columns, headings, ignored };
}

const sums = /^(?:tong|tong so|tong cong|cong|cong don)$/;
const numbersOfColumns = /^\(?(?:\d{1,2}|[A-H])\)?$/;

/** Whether a row below the heading is a record: has what a record needs, and is no sum and no numbers of columns. */
function isRecordOf({ cells }: SheetRow, columns: Table<string>['columns']): boolean {
  const given = columns.map(({ at }) => cells[at]?.text.trim() ?? '');
  if (columns.some(({ column: { required } }, index) => required && given[index] === '')) return false;
  const written = cells.map(({ text }) => text.trim()).filter(Boolean);
  if (written.length > 1 && written.every((text) => numbersOfColumns.test(text))) return false;
  return !sums.test(plain(written.find((text) => !/^[\d.]+$/.test(text)) ?? ''));
}

/** The cell of a column; an empty one where the row ends before. */
export const cellAt = ({ cells }: SheetRow, at: number): Cell => cells[at] ?? { text: '', kind: 'TEXT' };
