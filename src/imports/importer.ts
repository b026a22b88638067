import type { Caller } from '../access/caller.js';
import type { SheetColumn } from '../sheets/column.js';
import type { Note } from '../sheets/row.rules.js';
import type { Matrix } from './matrix.rules.js';
import { Refusal, wrong } from '../refusals.js';

/** A row that was read and whose members have their shape. */
export interface RowRead<Row> {
  /** Number of the row, as a spreadsheet shows it. */
  number: number;
  row: Row;
}

/** Outcome of a row. `code`: what names its record. A refusal says what is wrong with it. `notes`: how it was read. */
export type RowOutcome = { notes?: readonly Note[] } & (
  | { outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED'; code: string; recordId: string | null }
  | { outcome: 'REJECTED'; code: string | null; refusal: Refusal }
);

/** Kind of rows that are imported. */
export interface Importer<Row extends object, Given extends object> {
  /** Columns of its table, in the order of the blank form. */
  columns: readonly SheetColumn<keyof Row & string>[];
  /** Columns of which a table has one at least. */
  needsOne?: readonly (keyof Row & string)[];
  /** How a table may stand with units in its columns. */
  matrix?: Matrix<keyof Row & string>;
  /** Class of a row, which judges the shape of its members. */
  row: new () => Row;
  /** Makes of the rows what they say; an outcome for each, in their order. Part of a write. */
  apply(caller: Caller, at: ImportAt<Given>, rows: readonly RowRead<Row>[]): Promise<readonly RowOutcome[]>;
}

/** Commune of an import, and the fields of its form. */
export interface ImportAt<Given> {
  commune: string;
  given: Given;
}

/** Outcome of a row whose record was made as it says, was so already, or was refused. */
export const outcomeOf = (
  outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED',
  code: string,
  done: { id: string } | Refusal,
): RowOutcome => (done instanceof Refusal ? rejected(code, done) : { outcome, code, recordId: done.id });

export const rejected = (code: string | null, refusal: Refusal): RowOutcome => ({ outcome: 'REJECTED', code, refusal });

/** Gives the refusal of a row, by its number, whose record an earlier row is of. */
export function onceEach(): (record: string, number: number) => Refusal | undefined {
  const first = new Map<string, number>();
  return (record, number) => {
    const earlier = first.get(record);
    if (earlier !== undefined) return rowTwice(earlier);
    first.set(record, number);
    return undefined;
  };
}

const rowTwice = (earlier: number): Refusal =>
  wrong('', 'ROW_TWICE', {
    en: `Row ${earlier} is of the same record; where it is another, give each a code.`,
    vi: `Dòng này trùng với dòng ${earlier}; nếu là đối tượng khác, hãy ghi mã cho từng dòng.`,
  });

/** The refusal of a row that lacks what a field of the form may say for the whole file. */
export const missingCell = (pointer: string, field: string): Refusal =>
  wrong(pointer, 'ROW_MISSING', {
    en: `It is missing: in a column, or in "${field}" for the file.`,
    vi: `Thiếu mục này: thêm cột, hoặc nêu "${field}" cho cả tệp.`,
  });
