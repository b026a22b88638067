import { Asked, AskedAs } from '../api/asked.js';
import { line } from '../api/text-shapes.js';
import type { SheetColumn } from '../sheets/column.js';
import { DraftSubmission, EntryGiven } from '../submissions/submission.inputs.js';
import { indicatorHeadings, periodHeadings, unitHeadings } from './row-headings.data.js';

/** A row of a table of figures that units report. */
export class ImportedEntry {
  @Asked(line(500), 'Code or name of the indicator.') indicatorCode: string;
  @Asked(line(200), 'Code or name of the unit.', { optional: true }) unitCode?: string;
  @AskedAs(DraftSubmission, { optional: true }) period?: string;
  @AskedAs(EntryGiven, { optional: true }) reported?: string;
  @Asked(line(100), 'Unit of measurement of the figure; left out, the base unit.', { optional: true })
  valueUnit?: string;
  @AskedAs(EntryGiven, { optional: true }) outOf?: string;
  @AskedAs(EntryGiven, { optional: true }) nothingToReport?: string;
  @AskedAs(EntryGiven, { optional: true }) note?: string;
}

export const entryColumns: readonly SheetColumn<keyof ImportedEntry>[] = [
  { member: 'unitCode', headings: unitHeadings },
  { member: 'indicatorCode', headings: indicatorHeadings, required: true },
  { member: 'period', headings: periodHeadings, reading: 'PERIOD' },
  {
    member: 'reported',
    headings: ['Số báo cáo', 'Kết quả', 'Kết quả thực hiện', 'Thực hiện', 'Số liệu', 'Giá trị', 'Kết quả đạt được'],
    reading: 'VALUE',
  },
  { member: 'valueUnit', headings: ['Đơn vị tính của số báo cáo', 'ĐVT của số báo cáo'] },
  { member: 'outOf', headings: ['Trên tổng số', 'Tổng số', 'Mẫu số'], reading: 'FIGURE' },
  { member: 'nothingToReport', headings: ['Lý do không có số liệu', 'Lý do chưa báo cáo'] },
  { member: 'note', headings: ['Ghi chú', 'Thuyết minh'] },
];
