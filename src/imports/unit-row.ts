import { Asked, AskedAs } from '../api/asked.js';
import { line } from '../api/text-shapes.js';
import type { SheetColumn } from '../sheets/column.js';
import { AddUnit } from '../units/unit.inputs.js';
import { kindInVietnamese, unitKinds, type UnitKind } from '../units/unit-kind.rules.js';

/** A row of a table of units. */
export class UnitRow {
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

const above = [
  'Mã đơn vị cấp trên',
  'Thuộc',
  'Đơn vị cấp trên',
  'Cấp trên',
  'Trực thuộc',
  'Địa bàn',
  'Địa chỉ',
] as const;
const hamlets = [
  'Khu dân cư',
  'Thôn',
  'Xóm',
  'Tổ dân phố',
  'Bản',
  'Tổ',
  'Đơn vị',
  'Thôn, xóm',
  'Khu dân cư số',
] as const;
const households = [
  'Chủ hộ',
  'Họ và tên chủ hộ',
  'Họ tên chủ hộ',
  'Tên chủ hộ',
  'Hộ gia đình',
  'Hộ gia đình ông (bà)',
] as const;

export const unitColumns: readonly SheetColumn<keyof UnitRow>[] = [
  { member: 'code', headings: ['Mã', 'Mã đơn vị', 'Mã hộ', 'Ký hiệu'] },
  {
    member: 'name',
    headings: ['Tên', 'Tên đơn vị', 'Họ và tên', 'Họ tên', 'Họ, tên', 'Tên gọi', 'Ông, bà', ...households],
    required: true,
  },
  { member: 'kind', headings: ['Loại', 'Loại đơn vị', 'Đối tượng'], words: kinds },
  { member: 'kindText', headings: ['Tên loại', 'Loại hình'] },
  { member: 'parent', headings: [...above, ...hamlets, 'parentCode'] },
  { member: 'validFrom', headings: ['Từ ngày', 'Ngày thành lập', 'Có từ ngày'], reading: 'DAY' },
  {
    member: 'citizen',
    inputMember: 'identifiers',
    headings: [
      'Số định danh',
      'Số CCCD',
      'CCCD',
      'Căn cước công dân',
      'Số căn cước',
      'Số định danh cá nhân',
      'Số CMND, CCCD',
    ],
  },
];
