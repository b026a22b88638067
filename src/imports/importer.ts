import type { Caller } from '../access/caller.js';
import type { SheetColumn } from '../sheets/column.js';
import { wrong, type Refusal } from '../refusals.js';

/** A row that was read and whose members have their shape. */
export interface RowRead<Row> {
  /** Number of the row, as a spreadsheet shows it. */
  number: number;
  row: Row;
}

/** Outcome of a row. `code`: what names its record. A refusal says what is wrong with it. */
export type RowOutcome =
  | { outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED'; code: string; recordId: string | null }
  | { outcome: 'REJECTED'; code: string | null; refusal: Refusal };

/** Kind of rows that are imported. */
export interface Importer<Row extends object, Given extends object> {
  /** Columns of its table, in the order of the blank form. */
  columns: readonly SheetColumn<keyof Row & string>[];
  /** Columns of which a table has one at least. */
  needsOne?: readonly (keyof Row & string)[];
  /** Class of a row, which judges the shape of its members. */
  row: new () => Row;
  /** Makes of the rows what they say; an outcome for each, in their order. Part of a write. */
  apply(
    caller: Caller,
    at: { commune: string; given: Given },
    rows: readonly RowRead<Row>[],
  ): Promise<readonly RowOutcome[]>;
}

/** The refusal of a row that is of the same record as an earlier one. */
export const rowTwice = (earlier: number): Refusal =>
  wrong('', 'ROW_TWICE', {
    en: `Row ${earlier} is of the same record; where it is another, give each a code.`,
    vi: `Dòng này trùng với dòng ${earlier}; nếu là đối tượng khác, hãy ghi mã cho từng dòng.`,
  });
