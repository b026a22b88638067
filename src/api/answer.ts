import type { Language } from './problem.js';
import type { Class } from './shape.js';

/** Media types of a list as a table for a spreadsheet. */
export const sheetTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type SheetType = keyof typeof sheetTypes;

/** Media types of a paper as a file. */
export const paperTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type PaperType = keyof typeof paperTypes;

/** Media type of pages as one stream of lines, each a JSON value. */
export const linesType = 'application/x-ndjson';

/** Pages that are answered as one stream of lines, too. */
export interface Lines<Page extends { next: string | null }> {
  /** Lines of a page. */
  textsOf(page: Page): readonly string[];
  /** Last line of the stream, from the last page and the number of lines before. */
  end(page: Page, count: number): object;
}

/** A file that is made of an answer, with its name. */
export interface MadeFile {
  name: string;
  bytes: Buffer;
}

/** A table of texts below their headings. */
export interface TextTable {
  headings: readonly string[];
  rows: readonly (readonly string[])[];
  /** Places, from 0, of the cells of each row that are numbers; left out, all are texts. */
  figures?: readonly (readonly number[])[];
}

/** Answer of a REST endpoint: the class of its body, and how the body, the status and the headers are made. */
export interface Answer {
  type: Class;
  /** The body is a page of a list. */
  many?: boolean;
  /** Whether the whole filtered list is also answered as CSV and XLSX. */
  sheet?: boolean;
  /** Members of neighbours that such a table shows beside their codes, by edges of GraphQL: `unit.name`. */
  beside?: readonly string[];
  /**
   * Status 201. `at`: address of the new record, or of the record that shows it, relative to the request's address.
   * `only`: whether the record is new (PUT); otherwise the status is 200.
   */
  created?: { at?: (record: never) => string; only?: (record: never) => boolean };
  /**
   * Whether the record changes on some day without a new version, and the members that tell it; such a record is never
   * answered with 304.
   */
  timeDependent?: { reads: readonly string[]; changes: (record: never) => boolean };
  /** The request is a form with a file: one that is STORED, whose dry run is refused, or one that is READ. */
  upload?: 'STORED' | 'READ';
  /** The answer as a table for a spreadsheet, too. */
  table?: (value: never, language: Language) => TextTable;
  /** The answer as a paper, too: DOCX and PDF. */
  paper?: (value: never, type: PaperType) => Promise<MadeFile>;
  /** All pages as one stream of lines, too. */
  lines?: Lines<never>;
  /** Media types of the bytes that are the body; ranges are served, and the ETag is that of the bytes. */
  bytes?: readonly string[];
  /** Members of the records that the answer leaves out: the single record shows them. */
  without?: readonly string[];
  /** The ETag is a hash of the whole body: for lists that callers poll. */
  etagOfContent?: boolean;
}
