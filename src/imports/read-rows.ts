import { eachInTurn } from '../database/in-turn.js';
import type { Point } from '../points.js';
import { orRefusal, Refusal } from '../refusals.js';
import { InputPipe } from '../requests/input-pipe.js';
import { decimalSignOf, type DecimalSign } from '../sheets/number-cell.rules.js';
import { cellRead, isFigure, type CellRead, type Note } from '../sheets/row.rules.js';
import type { SheetRow } from '../sheets/sheet.rules.js';
import { cellAt, type Table } from '../sheets/table.rules.js';

/** A row of a table as it was read: its members, or what is wrong with it. */
export interface ReadRow<Row> {
  source: SheetRow;
  notes: readonly Note[];
  row: Row | Refusal;
}

const pipe = new InputPipe();

/** Rows of a table, each member in its shape. `given`: the sign before decimals, as who sends the file says. */
export async function readRows<Row extends object>(
  table: Table<keyof Row & string>,
  metatype: new () => Row,
  given?: DecimalSign,
): Promise<ReadRow<Row>[]> {
  const sign = given ?? decimalSignOf(figuresOf(table));
  const told = given !== undefined;
  const rows: ReadRow<Row>[] = [];
  await eachInTurn(table.rows, async (some) => {
    for (const source of some) {
      const read = table.columns.map(({ at, column }) => ({
        column,
        ...cellRead(cellAt(source, at), column, { sign, told }),
      }));
      rows.push({ source, notes: notesOf(read), row: await shaped(read, metatype) });
    }
  });
  return rows;
}

type Read = CellRead & { column: { member: string } };

async function shaped<Row extends object>(read: readonly Read[], metatype: new () => Row): Promise<Row | Refusal> {
  const broken = read.flatMap(({ point }) => point ?? []);
  const given = read.flatMap(({ column: { member }, value }) => (value === undefined ? [] : [[member, value]]));
  const shape = await orRefusal(
    () => pipe.transform(Object.fromEntries(given), { type: 'body', metatype }) as Promise<Row>,
  );
  if (broken.length === 0) return shape;
  const hidden = new Set(broken.map(({ pointer }) => pointer));
  const others = shape instanceof Refusal ? shape.points.filter(({ pointer }) => !hidden.has(pointer)) : [];
  return new Refusal('INVALID', {}, [...broken, ...(others as Point[])]);
}

const notesOf = (read: readonly Read[]): Note[] =>
  read.flatMap(({ column: { member }, note }) => (note ? [{ column: member, ...note }] : []));

const figuresOf = ({ rows, columns }: Table<string>): string[] =>
  columns
    .filter(({ column }) => isFigure(column))
    .flatMap(({ at }) => rows.map((row) => cellAt(row, at)))
    .flatMap(({ kind, text }) => (kind === 'TEXT' ? [text] : []));
