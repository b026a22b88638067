import { Asked, AskedAs } from '../api/asked.js';
import { figure } from '../api/shapes.js';
import { line } from '../api/text-shapes.js';
import type { Frequency } from '../indicators/indicator.entity.js';
import { AddIndicator } from '../indicators/indicator.inputs.js';
import type { SheetColumn } from '../sheets/column.js';

/** A row of a table of indicators, in the words of a plan. */
export class ImportedIndicator {
  @AskedAs(AddIndicator, { optional: true }) code?: string;
  @AskedAs(AddIndicator) name: string;
  @Asked(line(500), 'Path or title of the heading above it.', { optional: true }) sectionPath?: string;
  @Asked(line(100), 'Unit of measurement, as printed.', { optional: true }) displayUnit?: string;
  @Asked(line(300), 'Target, as printed.', { optional: true }) target?: string;
  @Asked(figure, 'Result of the year before, in the unit that is printed.', { optional: true }) baseline?: string;
  @AskedAs(AddIndicator, { optional: true }) frequency?: Frequency;
  @Asked(line(200), 'Code or name of the unit that answers for it.', { optional: true }) responsibleUnitCode?: string;
}

const frequencies: Readonly<Record<string, Frequency>> = {
  ...{ tháng: 'MONTHLY', 'hằng tháng': 'MONTHLY', 'hàng tháng': 'MONTHLY' },
  ...{ quý: 'QUARTERLY', 'hằng quý': 'QUARTERLY', 'hàng quý': 'QUARTERLY' },
  ...{ '6 tháng': 'HALF_YEARLY', 'nửa năm': 'HALF_YEARLY', năm: 'YEARLY', 'hằng năm': 'YEARLY', 'hàng năm': 'YEARLY' },
  ...{ vụ: 'SEASONAL', 'theo vụ': 'SEASONAL' },
};

export const indicatorColumns: readonly SheetColumn<keyof ImportedIndicator>[] = [
  { member: 'code', headings: ['Mã', 'Mã chỉ tiêu'] },
  {
    member: 'name',
    headings: ['Tên', 'Chỉ tiêu', 'Tên chỉ tiêu', 'Nội dung chỉ tiêu', 'Nội dung', 'Chỉ tiêu thi đua'],
    required: true,
  },
  { member: 'sectionPath', headings: ['Mục', 'Phần', 'Lĩnh vực', 'Nhóm chỉ tiêu'] },
  { member: 'displayUnit', headings: ['Đơn vị tính', 'ĐVT', 'measure.displayUnit'] },
  {
    member: 'target',
    headings: ['Mức giao', 'Chỉ tiêu giao', 'Kế hoạch', 'Kế hoạch giao', 'Mục tiêu', 'Mức phấn đấu', 'Kế hoạch năm'],
  },
  {
    member: 'baseline',
    headings: ['Thực hiện năm trước', 'Số liệu gốc', 'Kết quả năm trước', 'Năm trước'],
    reading: 'FIGURE',
  },
  { member: 'frequency', headings: ['Kỳ báo cáo', 'Tần suất'], words: frequencies },
  {
    member: 'responsibleUnitCode',
    headings: ['Đơn vị phụ trách', 'Phụ trách', 'Đơn vị thực hiện', 'Đơn vị chủ trì', 'Bộ phận phụ trách'],
  },
];
