import type { AddUnit } from '../units/unit.inputs.js';

type Row = readonly [code: string, kind: AddUnit['kind'], kindText: string, name: string, parent?: string];

/** Bodies, offices, organisations and residential areas of a commune. Units that the plan does not name are invented. */
const rows: readonly Row[] = [
  ['ubnd', 'BODY', 'ủy ban nhân dân', 'Ủy ban nhân dân xã'],
  ['dang-uy', 'BODY', 'đảng ủy', 'Thường trực Đảng ủy'],
  ['hdnd', 'BODY', 'hội đồng nhân dân', 'Hội đồng nhân dân xã'],
  ['hoi-dong-thi-dua', 'BODY', 'hội đồng', 'Hội đồng Thi đua - Khen thưởng xã', 'ubnd'],
  ['van-phong-thong-ke', 'DEPARTMENT', 'công chức chuyên môn', 'Văn phòng - Thống kê', 'ubnd'],
  [
    'dia-chinh-nong-nghiep',
    'DEPARTMENT',
    'công chức chuyên môn',
    'Địa chính - Nông nghiệp - Xây dựng và Môi trường',
    'ubnd',
  ],
  ['tai-chinh-ke-toan', 'DEPARTMENT', 'công chức chuyên môn', 'Tài chính - Kế toán', 'ubnd'],
  ['van-hoa-xa-hoi', 'DEPARTMENT', 'công chức chuyên môn', 'Văn hóa - Xã hội', 'ubnd'],
  ['tu-phap-ho-tich', 'DEPARTMENT', 'công chức chuyên môn', 'Tư pháp - Hộ tịch', 'ubnd'],
  ['ban-quan-ly-nong-thon-moi', 'DEPARTMENT', 'ban', 'Ban quản lý nông thôn mới', 'ubnd'],
  ['cong-an', 'DEPARTMENT', 'công an', 'Công an xã', 'ubnd'],
  ['ban-chi-huy-quan-su', 'DEPARTMENT', 'ban chỉ huy', 'Ban Chỉ huy quân sự xã', 'ubnd'],
  ['tram-y-te', 'DEPARTMENT', 'trạm y tế', 'Trạm Y tế xã', 'ubnd'],
  ['mat-tran-to-quoc', 'ORGANISATION', 'mặt trận', 'Ủy ban Mặt trận Tổ quốc xã'],
  ['hoi-phu-nu', 'ORGANISATION', 'hội', 'Hội Liên hiệp Phụ nữ xã', 'mat-tran-to-quoc'],
  ['hoi-nong-dan', 'ORGANISATION', 'hội', 'Hội Nông dân xã', 'mat-tran-to-quoc'],
  ['hoi-cuu-chien-binh', 'ORGANISATION', 'hội', 'Hội Cựu chiến binh xã', 'mat-tran-to-quoc'],
  ['doan-thanh-nien', 'ORGANISATION', 'đoàn', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh xã', 'mat-tran-to-quoc'],
  ['cong-doan', 'ORGANISATION', 'công đoàn', 'Công đoàn cơ sở xã', 'mat-tran-to-quoc'],
  ...[1, 2, 3, 4, 5, 6].map((number): Row => [
    `khu-dan-cu-${number}`,
    'HAMLET',
    'khu dân cư',
    `Khu dân cư số ${number}`,
    'ubnd',
  ]),
];

/** Units that the plan names, or whose kind is among its recipients. */
const printed = new Set(['ubnd', 'dang-uy', 'hdnd', 'mat-tran-to-quoc', 'van-phong-thong-ke']);

export const units: AddUnit[] = rows.map(([code, kind, kindText, name, parent]) => ({
  code,
  kind,
  kindText,
  name,
  parent,
  validFrom: '2021-07-01',
  invented: !printed.has(code),
}));
