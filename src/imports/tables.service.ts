import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Database } from '../database/database.js';
import { Refusal } from '../refusals.js';
import type { Sheet } from '../sheets/sheet.rules.js';
import { unreadable } from '../sheets/sheet-refusals.js';
import { tableOf, type Table } from '../sheets/table.rules.js';
import type { Importer } from './importer.js';
import { headingTexts, matrixOf } from './matrix.rules.js';
import { NamesService } from './names.service.js';

/** Heading of a column that has a part of names, beside another. */
const splitName = /^họ(?: và)?(?: tên| chữ)?(?: đệm| lót)?$/iu;

/** Tables as they are found in the sheets of a file. */
@Injectable()
export class TablesService {
  constructor(
    private readonly database: Database,
    private readonly names: NamesService,
  ) {}

  /**
   * The table of the sheet that is named, or of the only one that has a table; or a matrix, where no sheet has one.
   * Refusal: SHEET_UNREADABLE for none, for several, and for a matrix with a column of figures that names no unit: what
   * it allots would be lost.
   */
  async chosen<Row extends object>(
    caller: Caller,
    { commune, importer }: { commune: string; importer: Importer<Row, never> },
    { sheets, named }: { sheets: readonly Sheet[]; named: string | undefined },
  ): Promise<Table<keyof Row & string>> {
    const { columns, needsOne } = importer;
    const asked = named === undefined ? sheets : sheets.filter(({ name }) => name === named);
    if (asked.length === 0) throw unreadable('NO_SHEET');
    const has = ({ columns: found, rows }: Table<keyof Row & string>) =>
      rows.length > 0 && (!needsOne || found.some(({ column }) => needsOne.includes(column.member)));
    const plain = asked.flatMap((sheet) => tableOf(sheet, columns) ?? []).filter(has);
    const tables = plain.length > 0 ? plain : await this.matrices(caller, { commune, importer }, asked);
    if (tables.length > 1) throw unreadable('SEVERAL_SHEETS');
    const [table] = tables;
    if (table?.ignored.some((heading) => splitName.test(heading.trim()))) throw unreadable('SPLIT_NAME');
    if (!table) throw noHeading(importer);
    return table;
  }

  private matrices<Row extends object>(
    caller: Caller,
    { commune, importer: { columns, matrix } }: { commune: string; importer: Importer<Row, never> },
    sheets: readonly Sheet[],
  ): Promise<Table<keyof Row & string>[]> {
    if (!matrix) return Promise.resolve([]);
    return this.database.read(caller, async () => {
      const at = { commune, pointer: `/${matrix.across}` };
      const unitOf = await this.names.unitsNamed(caller, at, sheets.flatMap(headingTexts));
      const named = (heading: string) => {
        const unit = unitOf(heading);
        return unit instanceof Refusal ? undefined : unit.code;
      };
      const found = sheets.flatMap((sheet) => matrixOf(sheet, { columns, ...matrix }, named) ?? []);
      const unnamed = found.flatMap((each) => each.unnamed.map((heading) => `"${heading}"`)).join(', ');
      if (unnamed) throw unreadable('COLUMN_UNNAMED', undefined, { vi: `: ${unnamed}`, en: `: ${unnamed}` });
      return found.map(({ table }) => table).filter(({ rows }) => rows.length > 0);
    });
  }
}

function noHeading<Row extends object>({ columns, needsOne }: Importer<Row, never>): Refusal {
  const needed = columns
    .filter(({ required, member }) => required ?? member === needsOne?.[0])
    .map(({ headings: [heading] }) => `"${heading}"`)
    .join(', ');
  return unreadable('NO_HEADING', undefined, {
    vi: ` có ${needed}, và dòng dưới nó`,
    en: ` with ${needed}, and rows below`,
  });
}
