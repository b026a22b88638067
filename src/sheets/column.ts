/**
 * How the cells of a column are read: a text, a figure, a day, a period; a value is a figure where it reads as one.
 */
export type CellReading = 'TEXT' | 'FIGURE' | 'VALUE' | 'DAY' | 'PERIOD';

/** Column of a table that is imported. */
export interface SheetColumn<Member extends string = string> {
  /** Member of the row; as JSON and CSV name it. */
  member: Member;
  /** Member of the act that takes it, where the points of the act name another. */
  inputMember?: string;
  /** Headings that people write, the one of the blank form first. Case, diacritics and brackets do not matter. */
  headings: readonly [string, ...string[]];
  reading?: CellReading;
  /** Words that stand for values: "hộ gia đình" for HOUSEHOLD. */
  words?: Readonly<Record<string, string>>;
  /** Without it a row is none: a title, a note, a sum. */
  required?: true;
}
