import { fold } from '../database/text.js';
import type { SheetColumn } from '../sheets/column.js';
import { numberCell } from '../sheets/number-cell.rules.js';
import { addressOf, textCell, type Sheet, type SheetRow } from '../sheets/sheet.rules.js';
import { cellAt, headingRows, tableOf, type Table } from '../sheets/table.rules.js';

/** Members of a row that a matrix has in its headings and in its cells: the unit and its figure. */
export interface Matrix<Member extends string> {
  across: Member;
  value: Member;
  /** Headings that columns have in a matrix alone, by member. */
  headings?: Readonly<Partial<Record<Member, readonly string[]>>>;
}

/** Code of the unit that a heading names, if it names one. */
export type UnitNamed = (heading: string) => string | undefined;

/** Headings beside the units that are none: sums and figures of the commune as a whole. */
const besideUnits =
  /^(?:tong|cong|toan xa|chung|ke hoach|kh|thuc hien|th|nam|uoc|ty le|tang giam|so sanh|so tt|stt|tt)(?![\p{L}])/u;
/** Cells for "nothing was allotted". */
const nothing = /^[-–—.…x]*$/iu;

/** Texts of a sheet that may be headings of units: a number alone is the number of a column. */
export const headingTexts = ({ rows }: Sheet): string[] => [
  ...new Set(
    headingRows(rows)
      .flatMap(({ cells }) => cells.map(({ text }) => text.trim()))
      .filter((text) => text !== '' && text.length <= 200 && !/^[\d.,()\s]*$/.test(text)),
  ),
];

/**
 * The table of a matrix, as offices write allotments: indicators in rows, units in columns; a row for each cell that is
 * filled. Sums are passed over. `unnamed`: headings of columns of figures that name no unit. Undefined for a sheet
 * without a unit among its headings.
 */
export function matrixOf<Member extends string>(
  sheet: Sheet,
  { columns, across, value, headings: own }: { columns: readonly SheetColumn<Member>[] } & Matrix<Member>,
  named: UnitNamed,
): { table: Table<Member>; unnamed: string[] } | undefined {
  const isInRow = ({ member }: { member: string }) => member !== across && member !== value;
  const units = headingTexts(sheet).flatMap((heading): SheetColumn[] =>
    named(heading) === undefined ? [] : [{ member: heading, headings: [heading] }],
  );
  const inRows = columns.filter(isInRow).map((column): SheetColumn => {
    const { member, headings } = column;
    return { ...column, headings: [...headings, ...(own?.[member] ?? [])] };
  });
  const table = tableOf<string>(sheet, [...inRows, ...units]);
  const ofUnits = table?.columns.filter(({ column }) => units.includes(column)) ?? [];
  if (!table || ofUnits.length === 0) return undefined;
  const inRow = (member: Member) => table.columns.find(({ column }) => column.member === member)?.at;
  const rows = table.rows.flatMap((row): SheetRow[] =>
    ofUnits
      .filter(({ at }) => !nothing.test(cellAt(row, at).text.trim()))
      .map(({ at, heading }) => {
        const from = columns.map(({ member }) => (member === value ? at : inRow(member)));
        return {
          number: row.number,
          cells: columns.map(({ member }, index) =>
            member === across ? textCell(heading) : cellAt(row, from[index] ?? -1),
          ),
          places: columns.map(({ member }, index) =>
            member === across
              ? addressOf(at, table.heading)
              : from[index] === undefined
                ? null
                : addressOf(from[index], row.number),
          ),
        };
      }),
  );
  const headings = columns.map(({ headings: [heading] }) => heading);
  const inForm = columns.map((column, at) => ({ at, column, heading: column.headings[0] }));
  return { table: { ...table, columns: inForm, headings, rows }, unnamed: unnamedIn(table) };
}

/** Headings of columns of figures, behind the first that is known, that name no unit. */
function unnamedIn({ columns, headings, rows }: Table<string>): string[] {
  const first = Math.min(...columns.map(({ at }) => at));
  const known = new Set(columns.map(({ at }) => at));
  const hasFigures = (at: number) =>
    rows.some((row) => {
      const { text, kind } = cellAt(row, at);
      return kind === 'FIGURE' || (kind === 'TEXT' && numberCell(text).readings.length > 0);
    });
  return headings.filter(
    (heading, at) =>
      at > first && !known.has(at) && heading !== '' && !besideUnits.test(fold(heading)) && hasFigures(at),
  );
}
