import { columnLetters } from '../api/spreadsheet.rules.js';

/**
 * Kind of what a cell holds: text as it was typed, a figure, day or flag of the spreadsheet itself, or nothing that can
 * be read, such as `#REF!`.
 */
export type CellKind = 'TEXT' | 'FIGURE' | 'DAY' | 'FLAG' | 'BROKEN';

/** Cell of a row; empty, an empty text. A figure is a canonical decimal, a day an ISO day, a flag `true` or `false`. */
export interface Cell {
  text: string;
  kind: CellKind;
}

/** A row with its number in the file, as a spreadsheet shows it. */
export interface SheetRow {
  number: number;
  cells: readonly Cell[];
  /** Where its cells stand, when they are not side by side: `C12`, or null for none. */
  places?: readonly (string | null)[];
}

/** A sheet of a workbook; the one of any other file has no name. */
export interface Sheet {
  name: string | null;
  rows: readonly SheetRow[];
}

const letters = { T: 'TEXT', F: 'FIGURE', D: 'DAY', B: 'FLAG', X: 'BROKEN' } as const;
const letterOf = Object.fromEntries(Object.entries(letters).map(([letter, kind]) => [kind, letter]));

/** A row as it goes from one thread to the other: many small objects would hold up the one that takes them. */
export interface PackedRow {
  number: number;
  texts: readonly string[];
  /** A letter for the kind of each cell. */
  kinds: string;
}

export const packed = ({ number, cells }: SheetRow): PackedRow => ({
  number,
  texts: cells.map(({ text }) => text),
  kinds: cells.map(({ kind }) => letterOf[kind]).join(''),
});

export const unpacked = ({ number, texts, kinds }: PackedRow): SheetRow => ({
  number,
  cells: texts.map((text, index) => ({ text, kind: letters[kinds[index] as keyof typeof letters] })),
});

/** A cell of text; a character that no text may hold is a letter that was lost, and refused as one. */
export const textCell = (text: string): Cell => ({
  text: text.replace(/[\0\p{Cs}]/gu, '\ufffd'),
  kind: 'TEXT',
});

/** Text as a sentence quotes it: its first 60 characters. */
export const shortened = (text: string): string => [...text.slice(0, 120)].slice(0, 60).join('');

/** Address of a cell, as a spreadsheet shows it: `C12`. */
export const addressOf = (column: number, row: number): string => `${columnLetters(column)}${row}`;
