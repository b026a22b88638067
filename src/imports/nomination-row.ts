import { Asked, AskedAs } from '../api/asked.js';
import { line } from '../api/text-shapes.js';
import type { NominationType } from '../catalogue/nomination-type.js';
import { Nominate } from '../nominations/nomination.inputs.js';
import { typeInVietnamese } from '../nominations/nomination.rules.js';
import type { SheetColumn } from '../sheets/column.js';
import { nomineeColumns, ImportedNominee } from './nominee-row.js';

/** A row of a table of nominees. */
export class ImportedNomination {
  @AskedAs(ImportedNominee, { optional: true }) unit?: string;
  @AskedAs(ImportedNominee, { optional: true }) place?: string;
  @AskedAs(ImportedNominee, { optional: true }) citizen?: string;
  @Asked(line(300), 'Code or name of the award form.', { optional: true }) form?: string;
  @AskedAs(Nominate, { optional: true }) type?: NominationType;
  @AskedAs(Nominate, { optional: true }) period?: string;
  @AskedAs(Nominate, { optional: true }) deedOn?: string;
  @AskedAs(Nominate, { optional: true }) summary?: string;
}

const types: Readonly<Record<string, NominationType>> = {
  ...Object.fromEntries(Object.entries(typeInVietnamese).map(([type, words]) => [words, type as NominationType])),
  ...{ 'công trạng': 'MERIT', 'phong trào': 'MOVEMENT', 'chuyên đề': 'MOVEMENT', 'cống hiến': 'SERVICE' },
};

export const nominationColumns: readonly SheetColumn<keyof ImportedNomination>[] = [
  ...nomineeColumns,
  {
    member: 'form',
    headings: [
      'Hình thức khen thưởng',
      'Hình thức',
      'Danh hiệu',
      'Danh hiệu thi đua',
      'Danh hiệu đề nghị',
      'Hình thức đề nghị',
      'Danh hiệu, hình thức khen thưởng',
    ],
  },
  { member: 'type', headings: ['Loại hình', 'Loại hình khen thưởng', 'Loại'], words: types },
  { member: 'period', headings: ['Kỳ', 'Năm', 'Thời gian lập thành tích'], reading: 'PERIOD' },
  { member: 'deedOn', headings: ['Ngày lập thành tích', 'Ngày'], reading: 'DAY' },
  {
    member: 'summary',
    headings: ['Tóm tắt thành tích', 'Thành tích', 'Nội dung thành tích', 'Tóm tắt', 'Lý do đề nghị', 'Ghi chú'],
  },
];
