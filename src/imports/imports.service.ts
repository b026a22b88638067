import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { explain, type Language } from '../api/problem.js';
import type { TextTable } from '../api/answer.js';
import { Database } from '../database/database.js';
import type { Looked } from '../documents/looked.js';
import type { Point } from '../points.js';
import { limits } from '../limits/limits.js';
import { Refusal } from '../refusals.js';
import { readSheets } from '../sheets/reader.js';
import { addressOf, type SheetRow } from '../sheets/sheet.rules.js';
import { sheetLimits } from '../sheets/sheet-limits.js';
import { unreadable } from '../sheets/sheet-refusals.js';
import type { Table } from '../sheets/table.rules.js';
import { signOf, type ImportFile } from './import.inputs.js';
import type { ImportedRow, ImportFault, ImportReport } from './import-report.view.js';
import { rejected, type Importer, type RowOutcome } from './importer.js';
import { readRows, type ReadRow } from './read-rows.js';
import { TablesService } from './tables.service.js';

/** A file that is imported, with the fields of its form. */
export type Import<Given> = Omit<Given & ImportFile, 'file'> & { file: { name: string; bytes: Looked } };

/** Files of rows as they are imported: read, judged row by row, and kept in one write. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly tables: TablesService,
  ) {}

  /**
   * Imports the rows of a file, and says what became of each. Refusals: those of `readSheets`; SHEET_UNREADABLE for no
   * table, or several; ROWS_REJECTED with the points of the first rows where one is wrong, unless `mode` is "rows".
   */
  async run<Row extends object, Given extends object>(
    caller: Caller,
    { commune, importer }: { commune: string; importer: Importer<Row, Given> },
    given: Import<Given>,
  ): Promise<ImportReport> {
    const { name, bytes } = given.file;
    const sheets = await readSheets({
      name,
      size: bytes.size,
      read: (position, length) => bytes.read(position, length),
    });
    const table = await this.tables.chosen(caller, { commune, importer }, { sheets, named: given.sheet });
    if (table.rows.length > sheetLimits.rows) throw unreadable('TOO_MANY_ROWS');
    const read = await readRows(table, importer.row, signOf(given));
    return this.database.write(caller, caller.reachIn(commune).communeId, async () => {
      await this.database.planAnew();
      const sound = read.flatMap(({ source, row }) => (row instanceof Refusal ? [] : [{ number: source.number, row }]));
      const outcomes = [...(await importer.apply(caller, { commune, given: given as never }, sound))];
      const { isRehearsal } = this.database;
      const rows = read.map(({ row, ...each }) => {
        const outcome: RowOutcome = row instanceof Refusal ? rejected(null, row) : (outcomes.shift() as RowOutcome);
        return rowReport(outcome, { ...each, table, caller, isRehearsal });
      });
      const report = reportOf(table, rows, isRehearsal);
      if (report.rejected > 0 && given.mode !== 'rows' && !isRehearsal) throw rowsRejected(report);
      return report;
    });
  }
}

/** Outcome of a row, with the sentences of its refusal. */
function rowReport(
  outcome: RowOutcome,
  of: Omit<ReadRow<object>, 'row'> & { table: Table<string>; caller: Caller; isRehearsal: boolean },
): ImportedRow {
  const { source, notes, table, caller, isRehearsal } = of;
  const { code } = outcome;
  const row = { row: source.number, outcome: outcome.outcome, code, notes: [...notes, ...(outcome.notes ?? [])] };
  if (outcome.outcome === 'REJECTED')
    return {
      ...row,
      recordId: null,
      faults: faultsOf(outcome.refusal, source, { table, language: caller.language }),
      cells: source.cells.map(({ text }) => text),
      figures: source.cells.flatMap(({ kind }, at) => (kind === 'FIGURE' ? [at] : [])),
    };
  const recordId = isRehearsal && outcome.outcome === 'CREATED' ? null : outcome.recordId;
  return { ...row, recordId, faults: [], cells: [], figures: [] };
}

function faultsOf(
  refusal: Refusal,
  { number, places }: SheetRow,
  { table, language }: { table: Table<string>; language: Language },
): ImportFault[] {
  const { code, detail, errors } = explain(refusal, language, '');
  if (errors.length === 0) return [{ column: null, cell: null, code, detail, readings: [] }];
  return errors.map(({ pointer, code: of, detail: why, readings = [] }) => {
    const named = pointer.split('/')[1] ?? '';
    const { at, column } =
      table.columns.find((each) => each.column.member === named || each.column.inputMember === named) ?? {};
    return {
      column: (column?.member ?? named) || null,
      cell: at === undefined || number === 0 ? null : places ? (places[at] ?? null) : addressOf(at, number),
      code: of,
      detail: why,
      readings,
    };
  });
}

function reportOf(
  { sheet, heading, headings, ignored, skipped }: Table<string>,
  rows: readonly ImportedRow[],
  isRehearsal: boolean,
): ImportReport {
  const of = (outcome: ImportedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const [created, updated, unchanged, rejected] = [of('CREATED'), of('UPDATED'), of('UNCHANGED'), of('REJECTED')];
  return {
    kept: !isRehearsal && created + updated > 0,
    sheet,
    heading,
    headings,
    ignored,
    skipped,
    ...{ created, updated, unchanged, rejected },
    rows,
  };
}

/** The refusal of an import for its rejected rows, with the points of the first. */
function rowsRejected({ rows, rejected: number }: ImportReport): Refusal {
  const points = rows.flatMap(({ row, faults }) =>
    faults.map(({ column, code, detail, readings }) => ({
      pointer: `/rows/${row}${column === null ? '' : `/${column}`}`,
      code: code as Point['code'],
      detail,
      vi: detail,
      ...(readings.length > 0 && { readings }),
    })),
  );
  return new Refusal('ROWS_REJECTED', { rejected: number, rows: rows.length }, points.slice(0, limits.points));
}

const faultHeading = { vi: 'Lỗi cần sửa', en: 'To be mended' };

/** The rejected rows of a report as they stand in the file, each with what is wrong: a file to mend and send again. */
export function rowsToMend({ headings, rows }: ImportReport, language: Language): TextTable {
  const wrong = rows.filter(({ outcome }) => outcome === 'REJECTED');
  const told = ({ faults }: ImportedRow) => faults.map(({ detail }) => detail).join(' ');
  return {
    headings: [...headings, faultHeading[language]],
    rows: wrong.map((row) => [...headings.map((_, at) => row.cells[at] ?? ''), told(row)]),
    figures: wrong.map(({ figures }) => figures),
  };
}
