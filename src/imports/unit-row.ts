import { Asked, AskedAs } from '../api/asked.js';
import { line } from '../api/text-shapes.js';
import type { SheetColumn } from '../sheets/column.js';
import { AddUnit } from '../units/unit.inputs.js';
import { kindInVietnamese, unitKinds, type UnitKind } from '../units/unit-kind.rules.js';
import { citizenHeadings, personHeadings, placeHeadings } from './row-headings.data.js';

/** A row of a table of units. */
export class ImportedUnit {
  @AskedAs(AddUnit, { optional: true }) code?: string;
  @AskedAs(AddUnit) name: string;
  @AskedAs(AddUnit, { optional: true }) kind?: UnitKind;
  @AskedAs(AddUnit, { optional: true }) kindText?: string;
  @Asked(line(200), 'Code or name of the unit above.', { optional: true }) parent?: string;
  @AskedAs(AddUnit, { optional: true }) validFrom?: string;
  @Asked(line(35), "A person's citizen's number.", { optional: true }) citizen?: string;
}

const kinds: Readonly<Record<string, UnitKind>> = {
  ...Object.fromEntries(unitKinds.map((kind) => [kindInVietnamese[kind], kind])),
  ...{ hộ: 'HOUSEHOLD', 'gia đình': 'HOUSEHOLD', người: 'INDIVIDUAL' },
  ...{ thôn: 'HAMLET', xóm: 'HAMLET', 'khu dân cư': 'HAMLET', 'tổ dân phố': 'HAMLET', bản: 'HAMLET' },
  ...{
    'cơ quan': 'BODY',
    phòng: 'DEPARTMENT',
    ban: 'DEPARTMENT',
    'đoàn thể': 'ORGANISATION',
    'tổ chức': 'ORGANISATION',
  },
};

export const unitColumns: readonly SheetColumn<keyof ImportedUnit>[] = [
  { member: 'code', headings: ['Mã', 'Mã đơn vị', 'Mã hộ', 'Ký hiệu'] },
  {
    member: 'name',
    headings: ['Tên', 'Tên đơn vị', ...personHeadings],
    required: true,
  },
  { member: 'kind', headings: ['Loại', 'Loại đơn vị', 'Đối tượng'], words: kinds },
  { member: 'kindText', headings: ['Tên loại', 'Loại hình'] },
  { member: 'parent', headings: [...placeHeadings, 'parentCode'] },
  { member: 'validFrom', headings: ['Từ ngày', 'Ngày thành lập', 'Có từ ngày'], reading: 'DAY' },
  {
    member: 'citizen',
    inputMember: 'identifiers',
    headings: citizenHeadings,
  },
];
