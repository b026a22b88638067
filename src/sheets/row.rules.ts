import { fold } from '../database/text.js';
import { point, type Point } from '../points.js';
import type { SheetColumn } from './column.js';
import { dateCell } from './date-cell.rules.js';
import { numberCell, type DecimalSign } from './number-cell.rules.js';
import { repaired } from './repair.rules.js';
import type { Cell } from './sheet.js';

/** How a cell was read, where it was not read as it stands. */
export interface Note {
  column: string;
  raw: string;
  value: string;
  reading: 'THOUSANDS' | 'DECIMAL_COMMA' | 'DECIMAL_POINT' | 'DAY' | 'WORD' | 'REPAIRED';
}

/** A cell as it was read: its value, undefined for an empty one; a note; or the point against it. */
export interface CellRead {
  value?: string;
  note?: Omit<Note, 'column'>;
  point?: Point;
}

/** Text that a spreadsheet would run. A number with its sign is none. */
const formula = /^\s*(?:=|[+@-]\s*\p{L}+\s*\()/u;
/** The apostrophe that exports put before what a spreadsheet would run. */
const escaped = /(?<=^|[,;\p{Cc}\p{Zl}\p{Zp}]["\p{Cc}\p{Cf}\p{Z}]*)'(?=[=+@\-＝＋－＠﹦﹢﹫﹣])/gu;

/** Whether the cells of a column are figures. */
export const isFigure = ({ reading }: Pick<SheetColumn, 'reading'>): boolean =>
  reading === 'FIGURE' || reading === 'WHOLE' || reading === 'VALUE';

/** Reads a cell of a column. `sign`: the sign before the decimals in the file, where it has one. */
export function cellRead({ text, kind }: Cell, column: SheetColumn, sign?: DecimalSign): CellRead {
  const pointer = `/${column.member}`;
  const raw = text.trim();
  if (kind === 'BROKEN')
    return {
      point: point(pointer, 'CELL_BROKEN', {
        en: `The formula of this cell has no value (${text}): paste its value.`,
        vi: `Ô có công thức lỗi (${text}); hãy dán giá trị (Dán đặc biệt > Giá trị) hoặc gõ số.`,
      }),
    };
  if (raw === '') return {};
  if (kind === 'TEXT' && formula.test(raw))
    return {
      point: point(pointer, 'CELL_FORMULA', {
        en: `"${raw.slice(0, 60)}" is a formula: paste its value.`,
        vi: `"${raw.slice(0, 60)}" là công thức; hãy dán giá trị của ô.`,
      }),
    };
  if (column.reading === 'DAY') return dayRead({ text: raw, kind }, pointer);
  if (column.reading === 'VALUE' && kind === 'TEXT' && numberCell(raw).readings.length === 0)
    return textRead({ text: raw, kind }, pointer);
  if (isFigure(column)) return figureRead({ text: raw, kind }, column, sign);
  return column.words ? wordRead(raw, column) : textRead({ text: raw, kind }, pointer);
}

function textRead({ text, kind }: Cell, pointer: string): CellRead {
  if (kind === 'DAY')
    return {
      point: point(pointer, 'CELL_IS_DAY', {
        en: `The spreadsheet has made a day of this cell (${text}): format it as text and type it anew.`,
        vi: `Excel đã đổi ô này thành ngày (${text}); hãy định dạng ô là Văn bản rồi gõ lại.`,
      }),
    };
  const { value, repaired: mended, corrupted } = repaired(text.replace(escaped, ''));
  if (corrupted)
    return {
      point: point(pointer, 'LETTERS_BROKEN', {
        en: `"${text.slice(0, 60)}" has letters that Vietnamese does not have: type it anew.`,
        vi: `"${text.slice(0, 60)}" có chữ lạ, dấu bị lệch; hãy gõ lại.`,
      }),
    };
  return { value, ...(mended && { note: { raw: text, value, reading: 'REPAIRED' as const } }) };
}

function wordRead(text: string, { member, words = {} }: SheetColumn): CellRead {
  const values = new Map(
    Object.entries(words).flatMap(([word, value]) => [word, value].map((each) => [fold(each), value])),
  );
  const value = values.get(fold(text));
  const known = Object.keys(words).join(', ');
  if (value === undefined)
    return {
      point: point(`/${member}`, 'WORD_UNKNOWN', {
        en: `"${text.slice(0, 60)}" is none of ${known}.`,
        vi: `"${text.slice(0, 60)}" không thuộc: ${known}.`,
      }),
    };
  return { value, ...(value !== text && { note: { raw: text, value, reading: 'WORD' as const } }) };
}

function dayRead({ text, kind }: Cell, pointer: string): CellRead {
  if (kind === 'DAY') return { value: text };
  const { value, broken } = dateCell(text);
  if (value === null) {
    const [en, vi] = {
      MONTH_FIRST: ['the month stands first', 'tháng đứng trước ngày'],
      SHORT_YEAR: ['the year has two digits', 'năm chỉ có hai chữ số'],
      NO_SUCH_DAY: ['there is no such day', 'không có ngày này'],
      NONE: ['this is no day', 'đây không phải ngày'],
    }[broken ?? 'NONE'] as [string, string];
    return {
      point: point(pointer, 'CELL_NO_DAY', {
        en: `"${text.slice(0, 60)}": ${en}. Write 31/12/2023.`,
        vi: `"${text.slice(0, 60)}": ${vi}; hãy ghi dạng 31/12/2023.`,
      }),
    };
  }
  return { value, ...(value !== text && { note: { raw: text, value, reading: 'DAY' as const } }) };
}

function figureRead(cell: Cell, { member, reading }: SheetColumn, sign?: DecimalSign): CellRead {
  const { text, kind } = cell;
  const pointer = `/${member}`;
  if (kind === 'DAY') return textRead(cell, pointer);
  if (kind === 'FIGURE') return { value: text };
  const { readings } = numberCell(text, { whole: reading === 'WHOLE', sign });
  const [first, other] = readings;
  if (first === undefined)
    return {
      point: point(pointer, 'CELL_NO_FIGURE', {
        en: `"${text.slice(0, 60)}" is no number. Write 1763 or 171,9.`,
        vi: `"${text.slice(0, 60)}" không phải số; hãy ghi dạng 1763 hoặc 171,9.`,
      }),
    };
  if (other !== undefined) {
    const [one = '', two = ''] = [first, other].map(({ value }) => value);
    return {
      point: {
        ...point(pointer, 'TWO_READINGS', {
          en: `"${text}" is ${one} or ${two} (with a point before decimals): say "decimal" for the file.`,
          vi: `"${text}" là ${one} hay ${two} (dấu chấm thập phân)? Hãy ghi rõ, hoặc nêu "decimal" cho cả tệp.`,
        }),
        readings: readings.map(({ value }) => value),
      },
    };
  }
  const { value, reading: read } = first;
  return { value, ...(read !== 'PLAIN' && { note: { raw: text, value, reading: read } }) };
}
