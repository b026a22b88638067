import { Asked, AskedAs } from '../api/asked.js';
import { flagInForm } from '../api/shapes.js';
import type { FactKind } from '../catalogue/fact-words.data.js';
import { RecordFact } from '../facts/fact.inputs.js';
import type { SheetColumn } from '../sheets/column.js';
import { kindWords } from './fact-value.rules.js';
import { nomineeColumns, ImportedNominee } from './nominee-row.js';

/** A row of a table of facts. */
export class ImportedFact {
  @AskedAs(ImportedNominee, { optional: true }) unit?: string;
  @AskedAs(ImportedNominee, { optional: true }) place?: string;
  @AskedAs(ImportedNominee, { optional: true }) citizen?: string;
  @AskedAs(RecordFact, { optional: true }) kind?: FactKind;
  @AskedAs(RecordFact) value: string;
  @AskedAs(RecordFact, { optional: true }) title?: string;
  @Asked(flagInForm, 'Whether the post is that of a leader.', { optional: true }) leads?: boolean;
  @AskedAs(RecordFact, { optional: true }) period?: string;
  @AskedAs(RecordFact, { optional: true }) validFrom?: string;
  @AskedAs(RecordFact, { optional: true }) validTo?: string;
  @AskedAs(RecordFact, { optional: true }) issuer?: string;
  @AskedAs(RecordFact, { optional: true }) source?: string;
}

const yes = { có: 'true', x: 'true', đúng: 'true', không: 'false' };

export const factColumns: readonly SheetColumn<keyof ImportedFact>[] = [
  ...nomineeColumns,
  { member: 'kind', headings: ['Loại dữ kiện', 'Loại', 'Dữ kiện'], words: kindWords },
  {
    member: 'value',
    headings: [
      'Giá trị',
      'Xếp loại',
      'Mức xếp loại',
      'Kết quả xếp loại',
      'Xếp loại chất lượng',
      'Đánh giá, xếp loại',
      'Hình thức kỷ luật',
      'Phạm vi',
      'Phạm vi ảnh hưởng',
      'Đối tượng',
      'Giới tính',
    ],
    required: true,
  },
  {
    member: 'title',
    headings: ['Nội dung', 'Chức vụ', 'Chức danh', 'Tên sáng kiến', 'Tên sáng kiến, đề tài', 'Hành vi'],
  },
  { member: 'leads', headings: ['Lãnh đạo', 'Người đứng đầu', 'Giữ chức vụ lãnh đạo'], words: yes },
  { member: 'period', headings: ['Năm', 'Năm xếp loại', 'Kỳ'], reading: 'PERIOD' },
  {
    member: 'validFrom',
    headings: ['Từ ngày', 'Ngày công nhận', 'Ngày', 'Ngày bắt đầu', 'Ngày quyết định'],
    reading: 'DAY',
  },
  { member: 'validTo', headings: ['Đến ngày', 'Ngày kết thúc'], reading: 'DAY' },
  { member: 'issuer', headings: ['Cơ quan công nhận', 'Cơ quan', 'Nơi công nhận', 'Cơ quan quyết định'] },
  { member: 'source', headings: ['Căn cứ', 'Nguồn', 'Số quyết định', 'Ghi chú'] },
];
