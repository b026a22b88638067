import { ObjectType } from '@nestjs/graphql';
import { count, flag, id, oneOf, oneTextOf } from '../api/shapes.js';
import { record } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { text } from '../api/text-shapes.js';
import { sheetLimits } from '../sheets/sheet-limits.js';

const outcomes = ['CREATED', 'UPDATED', 'UNCHANGED', 'REJECTED'] as const;
const outcome = oneOf('ImportOutcome', outcomes, 'Outcome of a row.');
const readings = ['THOUSANDS', 'DECIMAL_COMMA', 'DECIMAL_POINT', 'UNIT', 'DAY', 'WORD', 'REPAIRED'] as const;

@ObjectType({ description: 'Fault of a row.' })
export class ImportFault {
  @Shown(text(100), 'Column, as JSON names it; null: the row as a whole.', { nullable: true })
  column: string | null;

  @Shown(text(10), 'Address of the cell: "C12".', { nullable: true })
  cell: string | null;

  @Shown(text(100), 'Code of the refusal or of its point.')
  code: string;

  @Shown(text(), 'Sentence that says why, with the way out, in the language of the request.')
  detail: string;

  @Shown(text(100), 'Ways to read a figure that is asked back.', { list: true, atMost: 2 })
  readings: readonly string[];
}

@ObjectType({ description: 'A cell that was not taken as it stands: a figure, a day, a word, a text put right.' })
export class ImportNote {
  @Shown(text(100), 'Column, as JSON names it.')
  column: string;

  @Shown(text(), 'Text of the cell in the file.')
  raw: string;

  @Shown(text(), 'Text as it was read.')
  value: string;

  @Shown(oneTextOf(readings), 'Reading that was taken.')
  reading: string;
}

@ObjectType({ description: 'Outcome of a row.' })
export class ImportedRow {
  @Shown(count(), 'Number of the row in the file, as a spreadsheet shows it.')
  row: number;

  @Shown(outcome, 'Outcome of the row.')
  outcome: (typeof outcomes)[number];

  @Shown(text(300), 'Name of its record: the code of a unit, or codes with blanks between.', { nullable: true })
  code: string | null;

  @Shown(id, 'Id of its record; null in a dry run for one that would be new, and where the row was rejected.', {
    nullable: true,
  })
  recordId: string | null;

  @Shown(record(() => ImportFault), 'Faults of the row.', { list: true, atMost: 50 })
  faults: readonly ImportFault[];

  @Shown(record(() => ImportNote), 'Cells that were not taken as they stand.', {
    list: true,
    atMost: sheetLimits.columns,
  })
  notes: readonly ImportNote[];

  @Shown(text(), 'Cells of a row that was rejected, as they stand in the file.', {
    list: true,
    atMost: sheetLimits.columns,
  })
  cells: readonly string[];

  @Shown(count(), 'Places in `cells`, from 0, of those that are numbers of the spreadsheet itself.', {
    list: true,
    atMost: sheetLimits.columns,
  })
  figures: readonly number[];
}

/** Report of an import. With Accept: text/csv or XLSX it is the rejected rows, to be mended. */
@ObjectType({ description: 'Report of an import: what became of the rows of a file.' })
export class ImportReport {
  @Shown(flag, 'Whether anything was kept; not in a dry run.')
  kept: boolean;

  @Shown(text(100), 'Name of the sheet that was read; null where the file has none.', { nullable: true })
  sheet: string | null;

  @Shown(count(), 'Number of the row of headings; 0 in JSON.')
  heading: number;

  @Shown(text(), 'Headings of the file, in its order.', { list: true, atMost: sheetLimits.columns })
  headings: readonly string[];

  @Shown(text(), 'Headings that were passed over.', { list: true, atMost: sheetLimits.columns })
  ignored: readonly string[];

  @Shown(count(), 'Rows below the heading that are no records: sums, notes, signatures.', {
    list: true,
    atMost: sheetLimits.rows,
  })
  skipped: readonly number[];

  @Shown(count(), 'Records that are new.') created: number;
  @Shown(count(), 'Records that have changed.') updated: number;
  @Shown(count(), 'Records that are as their rows say.') unchanged: number;
  @Shown(count(), 'Rows that were rejected.') rejected: number;

  @Shown(record(() => ImportedRow), 'The rows, in the order of the file.', { list: true, atMost: sheetLimits.rows })
  rows: readonly ImportedRow[];
}
