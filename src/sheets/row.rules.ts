import { unescapeFormulas } from '../api/spreadsheet.rules.js';
import { fold } from '../database/text.js';
import { point, type Point } from '../points.js';
import type { SheetColumn } from './column.js';
import { dateCell } from './date-cell.rules.js';
import { numberCell, type DecimalSign } from './number-cell.rules.js';
import { periodCell } from './period-cell.rules.js';
import { repaired } from './repair.rules.js';
import { shortened, type Cell } from './sheet.rules.js';

/** How a cell was read, where it was not read as it stands. */
export interface Note {
  column: string;
  raw: string;
  value: string;
  reading: 'THOUSANDS' | 'DECIMAL_COMMA' | 'DECIMAL_POINT' | 'UNIT' | 'DAY' | 'WORD' | 'REPAIRED';
}

/** A cell as it was read: its value, undefined for an empty one; a note; or the point against it. */
export interface CellRead {
  value?: string;
  note?: Omit<Note, 'column'>;
  point?: Point;
}

/** Text that a spreadsheet would run. A number with its sign is none. */
const formula = /^(?:=|[+@-][A-Z.]{2,}\()/;
/** Words that a spreadsheet writes in place of a value. */
const faults = /^#(?:REF!|VALUE!|N\/A|NAME\?|DIV\/0!|NUM!|NULL!)$/;
/** Units that stand behind a number and change nothing. */
const knownUnit = /^(?:[%‰₫]|đồng|ha|tấn|tạ|kg|km|m[23²³]?|con|hộ|người|lao động|mô hình|gia đình|khẩu)(?![\p{L}])/iu;
/** Units that multiply: their numbers are others. */
const multiplying = /^(?:trăm|nghìn|ngàn|triệu|tỷ|tỉ|chục|vạn|trđ|tr\.?\s*đ)/iu;

/** Whether the cells of a column are figures. */
export const isFigure = ({ reading }: Pick<SheetColumn, 'reading'>): boolean =>
  reading === 'FIGURE' || reading === 'VALUE';

/** Whether a value is said in words: "Đạt", "3 sao"; "74,2%" and "78 ha" are figures. */
function isWords(text: string): boolean {
  const { readings, unit } = numberCell(text);
  return readings.length === 0 || (unit !== null && !multiplying.test(unit) && !knownUnit.test(unit));
}

/** Sign before the decimals in the file, where it has one; `told`: who sends the file has said so, and is not asked. */
interface Signs {
  sign?: DecimalSign;
  told?: boolean;
}

/** Reads a cell of a column. */
export function cellRead({ text, kind }: Cell, column: SheetColumn, signs: Signs = {}): CellRead {
  const pointer = `/${column.member}`;
  const raw = text.trim();
  if (kind === 'BROKEN' || (kind === 'TEXT' && faults.test(raw)))
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
        en: `"${shortened(raw)}" is a formula: paste its value.`,
        vi: `"${shortened(raw)}" là công thức; hãy dán giá trị của ô.`,
      }),
    };
  if (column.reading === 'DAY') return dayRead({ text: raw, kind }, pointer);
  if (column.reading === 'PERIOD') return periodRead({ text: raw, kind }, pointer);
  if (column.reading === 'VALUE' && kind === 'TEXT' && isWords(raw)) return textRead({ text: raw, kind }, pointer);
  if (isFigure(column)) return figureRead({ text: raw, kind }, column, signs);
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
  const { value, repaired: mended, corrupted } = repaired(unescapeFormulas(text));
  if (corrupted)
    return {
      point: point(pointer, 'LETTERS_BROKEN', {
        en: `"${shortened(text)}" has letters that Vietnamese does not have: type it anew.`,
        vi: `"${shortened(text)}" có chữ lạ, dấu bị lệch; hãy gõ lại.`,
      }),
    };
  return { value, ...(mended && { note: { raw: text, value, reading: 'REPAIRED' as const } }) };
}

function periodRead(cell: Cell, pointer: string): CellRead {
  const { text } = cell;
  const value = periodCell(text);
  return value === undefined || value === text
    ? textRead(cell, pointer)
    : { value, note: { raw: text, value, reading: 'WORD' } };
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
        en: `"${shortened(text)}" is none of ${known}.`,
        vi: `"${shortened(text)}" không thuộc: ${known}.`,
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
        en: `"${shortened(text)}": ${en}. Write 31/12/2023.`,
        vi: `"${shortened(text)}": ${vi}; hãy ghi dạng 31/12/2023.`,
      }),
    };
  }
  return { value, ...(value !== text && { note: { raw: text, value, reading: 'DAY' as const } }) };
}

function figureRead(cell: Cell, { member }: SheetColumn, { sign, told = false }: Signs): CellRead {
  const { text, kind } = cell;
  const pointer = `/${member}`;
  if (kind === 'DAY') return textRead(cell, pointer);
  if (kind === 'FIGURE') return { value: text };
  const { readings, unit } = numberCell(text, { sign });
  const [first, other] = readings;
  if (first === undefined || (unit !== null && !knownUnit.test(unit)))
    return {
      point: point(pointer, 'CELL_NO_FIGURE', {
        en: `"${shortened(text)}" is no number. Write 1763 or 171,9 alone, in the unit of the column.`,
        vi: `"${shortened(text)}" không phải số; hãy chỉ ghi số, dạng 1763 hoặc 171,9, theo đơn vị tính của cột.`,
      }),
    };
  if (other !== undefined && !told) {
    const [one = '', two = ''] = [first, other].map(({ value }) => value.replace('.', ','));
    return {
      point: {
        ...point(pointer, 'TWO_READINGS', {
          en: `"${text}" is ${one} or ${two} (with a decimal comma): write it so, or say "decimal" for the file.`,
          vi: `"${text}" là ${one} hay ${two} (dấu phẩy thập phân)? Hãy ghi rõ, hoặc nêu "decimal" cho cả tệp.`,
        }),
        readings: readings.map(({ value }) => value),
      },
    };
  }
  const { value, reading: read } = first;
  if (unit !== null) return { value, note: { raw: text, value, reading: 'UNIT' } };
  return { value, ...(read !== 'PLAIN' && { note: { raw: text, value, reading: read } }) };
}
