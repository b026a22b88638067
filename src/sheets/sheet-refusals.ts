import { Refusal } from '../refusals.js';
import type { BrokenEncoding } from './encoding.rules.js';
import type { BrokenLetters, ReadFault } from './reading.js';
import { addressOf, shortened } from './sheet.rules.js';
import { sheetLimits } from './sheet-limits.js';

const { rows, columns } = sheetLimits;

/** Why a file gives no rows, and what to do, in both languages. */
const reasons = {
  UNREADABLE: [
    'tệp hỏng hoặc sai mẫu; hãy mở bằng Excel rồi lưu lại dạng XLSX',
    'it is broken; open it in Excel and save it anew as XLSX',
  ],
  NO_TABLE: [
    'tệp này không phải bảng tính; hãy gửi XLSX, CSV, JSON hoặc NDJSON',
    'it is no table; send XLSX, CSV, JSON or NDJSON',
  ],
  TOO_MANY_ROWS: [
    `có hơn ${rows.toLocaleString('vi')} dòng; hãy chia tệp thành nhiều tệp`,
    `it has more than ${rows.toLocaleString('en')} rows; send it in parts`,
  ],
  TOO_MANY_COLUMNS: [
    `có hơn ${columns} cột; hãy xóa các cột thừa`,
    `it has more than ${columns} columns; delete those that are not needed`,
  ],
  TOO_LARGE: [
    'bảng tính quá lớn khi mở ra; hãy chép riêng phần số liệu sang tệp mới',
    'it is too large when it is unpacked; copy the rows alone into a new workbook',
  ],
  CELL_TOO_LONG: [
    'có ô dài quá 32.767 ký tự; hãy rút ngắn hoặc xóa ô ấy',
    'a cell has more than 32,767 characters; shorten or delete it',
  ],
  SPLIT_NAME: [
    'họ đệm và tên ở hai cột; hãy gộp thành một cột "Họ và tên"',
    'names stand in two columns; join them in one, "Họ và tên"',
  ],
  NO_HEADING: ['không tìm thấy dòng tiêu đề', 'no row of headings is found'],
  COLUMN_UNNAMED: [
    'có cột số liệu không mang tên đơn vị nào; hãy ghi đúng tên hoặc mã đơn vị, hoặc xóa cột',
    'columns of figures name no unit; write the name or code of a unit, or delete the column',
  ],
  SEVERAL_SHEETS: [
    'nhiều trang tính cùng có bảng; hãy nêu tên trang trong "sheet"',
    'several sheets have a table; name one in "sheet"',
  ],
  NO_SHEET: ['không có trang tính tên này, hoặc trang đó đang ẩn', 'no sheet has this name, or it is hidden'],
} as const;
export type UnreadableReason = keyof typeof reasons | Exclude<ReadFault['code'], 'NOT_UTF8'>;

/** Refusal of a file that gives no rows. `at`: number of the row that is to blame; `more`: what would help. */
export function unreadable(reason: UnreadableReason | 'NOT_UTF8', at?: number, more = { vi: '', en: '' }): Refusal {
  if (reason === 'NOT_UTF8') return wronglyEncoded(reason);
  const [vi, en] = reasons[reason];
  const where = at === undefined ? { vi: '', en: '' } : { vi: ` (dòng ${at})`, en: ` (row ${at})` };
  return new Refusal('SHEET_UNREADABLE', { reason, ...(at !== undefined && { row: at }) }, [], {
    vi: { why: `${vi}${where.vi}${more.vi}` },
    en: { why: `${en}${where.en}${more.en}` },
  });
}

const encodings: Readonly<Record<BrokenEncoding, readonly [vi: string, en: string]>> = {
  NOT_UTF8: [
    'tệp không ghi bằng UTF-8; trong Excel hãy chọn Lưu thành "CSV UTF-8", hoặc gửi XLSX',
    'the file is not in UTF-8; in Excel save it as "CSV UTF-8", or send XLSX',
  ],
  TCVN3: [
    'chữ đang gõ theo bảng mã TCVN3 (phông .VnTime); hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi gửi lại',
    'the letters are in TCVN3 (fonts .VnTime); convert them to Unicode (UniKey: Ctrl+Shift+F6) and send the file anew',
  ],
  VNI: [
    'chữ đang gõ theo bảng mã VNI (phông VNI-Times); hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi gửi lại',
    'the letters are in VNI (fonts VNI-Times); convert them to Unicode (UniKey: Ctrl+Shift+F6) and send the file anew',
  ],
  MOJIBAKE: [
    'chữ đã hỏng vì tệp UTF-8 bị mở bằng bảng mã khác; trong Excel hãy mở bằng Dữ liệu > Từ văn bản, chọn UTF-8',
    'the file was UTF-8 and was opened as something else; in Excel open it by Data > From Text, with UTF-8',
  ],
  LOST_LETTERS: [
    'chữ có dấu đã thành dấu "?" vì tệp không được lưu bằng UTF-8; hãy lưu lại từ tệp gốc dạng XLSX',
    'letters with marks have become "?", because the file was not saved in UTF-8; save the original anew as XLSX',
  ],
};

/** Refusal of a file whose letters are not what was typed; with the first cell that betrays it. */
export function wronglyEncoded(encoding: BrokenEncoding, found?: BrokenLetters): Refusal {
  const cell = found && addressOf(found.column, found.row);
  const [vi, en] = encodings[encoding];
  const shown = found ? `: "${shortened(found.text)}"` : '';
  const sheet = found?.sheet;
  return new Refusal('SHEET_LETTERS', { encoding, ...(cell && { cell }), ...(sheet && { sheet }) }, [], {
    vi: { why: vi, where: cell ? ` (ô ${cell}${shown})` : '' },
    en: { why: en, where: cell ? ` (cell ${cell}${shown})` : '' },
  });
}
