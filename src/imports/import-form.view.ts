import { ObjectType } from '@nestjs/graphql';
import type { TextTable } from '../api/answer.js';
import { record } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { text } from '../api/text-shapes.js';
import { sheetLimits } from '../sheets/sheet-limits.js';

@ObjectType({ description: 'A row of a form.' })
export class ImportFormRow {
  @Shown(text(), 'Texts of its cells, in the order of the headings.', { list: true, atMost: sheetLimits.columns })
  cells: readonly string[];
}

/** Form to be filled in and imported. With Accept: text/csv or XLSX it is a file. */
@ObjectType({ description: 'A form to be filled in and imported; headings that no import knows are passed over.' })
export class ImportForm {
  @Shown(text(100), 'Headings, in their order.', { list: true, atMost: sheetLimits.columns })
  headings: readonly string[];

  @Shown(record(() => ImportFormRow), 'Rows that are begun: what is known.', { list: true, atMost: sheetLimits.rows })
  rows: readonly ImportFormRow[];
}

export const asTable = ({ headings, rows }: ImportForm): TextTable => ({
  headings,
  rows: rows.map(({ cells }) => cells),
});
