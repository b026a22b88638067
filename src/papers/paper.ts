import type { FieldValues } from '../templates/template-fields.data.js';

/**
 * A paper as it is laid out, whatever file it becomes. Lengths are millimetres, type is in points. A paper is made by
 * pure functions from what the record says, so that the same record is the same paper.
 */
export interface Paper {
  /** Title of the file: "Quyết định số 07/QĐ-UBND". */
  title: string;
  /** Office that the paper is of. */
  author: string;
  /** Day that the file is said to be of; null: none is known yet. */
  day: string | null;
  sections: readonly Section[];
  /** Note in the properties of the file; absent: none. */
  note?: string;
  /** Values of the fields that a template of a commune may name; absent: the paper has no template. */
  fields?: FieldValues;
}

/** Pages of one size, counted from 1. */
export interface Section {
  page: Page;
  /** Whether pages have their number at the top, from the second on (NĐ 30/2020). */
  numbered: boolean;
  /** Frame around the page, at this distance from its edge; absent: none. */
  frameAt?: number;
  blocks: readonly Block[];
}

export interface Page {
  width: number;
  height: number;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export type Block = Paragraph | Rule | Columns | Grid | Code | Placed;

export interface Span {
  text: string;
  bold?: true;
  italic?: true;
}

export interface Paragraph {
  is: 'PARAGRAPH';
  spans: readonly Span[];
  size: number;
  align: 'LEFT' | 'CENTER' | 'RIGHT' | 'JUSTIFY';
  /** Indent of the first line. */
  indent: number;
  /** Points above and below. */
  before: number;
  after: number;
  /** Stands on the page of the next block. */
  withNext: boolean;
}

/** A short line across the middle: below the name of an office, below a title. */
export interface Rule {
  is: 'RULE';
  length: number;
}

/** Blocks beside each other, without lines, on one page. */
export interface Columns {
  is: 'COLUMNS';
  columns: readonly { share: number; blocks: readonly Block[] }[];
}

/** A table with lines; its headings stand on each page. */
export interface Grid {
  is: 'GRID';
  size: number;
  columns: readonly { heading: string; share: number; align: 'LEFT' | 'CENTER' | 'RIGHT' }[];
  rows: readonly GridRow[];
}

/** A row of cells; with `across`, one text over all columns. */
export type GridRow = readonly string[] | { across: string } | { total: readonly string[] };

/** A verification code, as text and as a QR code of `content`. */
export interface Code {
  is: 'CODE';
  code: string;
  content: string;
}

/** Paragraphs at a place of the page, from its upper left corner: text on a bought form. */
export interface Placed {
  is: 'PLACED';
  x: number;
  y: number;
  width: number;
  blocks: readonly Paragraph[];
}

export const a4: Page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 };
export const pointsOf = (millimetres: number): number => (millimetres * 72) / 25.4;
export const widthWithin = ({ width, left, right }: Page): number => width - left - right;

/** Side of a QR code. */
export const codeSide = 20;

/** Words that the code of a paper stands behind. */
export const codeWords = 'Mã kiểm tra: ';

/** Texts of a cell row, one for each column. */
export const cellsOf = (row: GridRow): readonly string[] =>
  'across' in row ? [row.across] : 'total' in row ? row.total : row;

/** Whether a row of a table stands out: the heading of a part, or a total. */
export const isBold = (row: GridRow): boolean => 'across' in row || 'total' in row;

/** Widths of columns that share a width. */
export function sharesOf(columns: readonly { share: number }[], width: number): number[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (share / all) * width);
}
