import type { RecordFact } from '../facts/fact.inputs.js';
import type { RegisterEmulation } from '../facts/registration.inputs.js';

const book = 'Sổ theo dõi cán bộ, công chức năm 2023 (dữ liệu mẫu)';

type Service = readonly [unit: string, value: string, title: string, validFrom: string, leads?: boolean];

/** Officials, in which way each serves, in which post and since when. */
const services: readonly Service[] = [
  ['chu-tich-xa', 'OFFICIAL', 'Chủ tịch Ủy ban nhân dân xã', '2021-07-01', true],
  ['pho-chu-tich-xa', 'OFFICIAL', 'Phó Chủ tịch Ủy ban nhân dân xã', '2021-07-01'],
  ['cong-chuc-thong-ke', 'CIVIL_SERVANT', 'Công chức Văn phòng - Thống kê', '2019-03-01'],
  ['cong-chuc-ke-toan', 'CIVIL_SERVANT', 'Công chức Tài chính - Kế toán', '2023-02-15'],
  ['chu-tich-mat-tran', 'OFFICIAL', 'Chủ tịch Ủy ban Mặt trận Tổ quốc xã', '2020-05-01', true],
  ['chu-tich-phu-nu', 'OFFICIAL', 'Chủ tịch Hội Liên hiệp Phụ nữ xã', '2021-04-01', true],
  ['chi-huy-truong', 'CIVIL_SERVANT', 'Chỉ huy trưởng Ban Chỉ huy Quân sự xã', '2018-01-01', true],
];

/** Ratings of 2023; that of one official is not recorded yet. */
const ratings: readonly (readonly [unit: string, value: string])[] = [
  ['ubnd', 'GOOD'],
  ['chu-tich-xa', 'EXCELLENT'],
  ['pho-chu-tich-xa', 'GOOD'],
  ['cong-chuc-thong-ke', 'EXCELLENT'],
  ['cong-chuc-ke-toan', 'GOOD'],
  ['chu-tich-mat-tran', 'GOOD'],
  ['chi-huy-truong', 'COMPLETED'],
];

/** Facts of the commune of the sample, in the order in which the clerk records them. */
export const facts: readonly RecordFact[] = [
  ...services.map(([unit, value, title, validFrom, leads = false]) => ({
    ...{ unit, kind: 'SERVICE' as const, value, title, validFrom, leads, source: book },
  })),
  ...ratings.map(([unit, value]) => ({
    ...{ unit, kind: 'RATING' as const, value, period: '2023', source: 'Thông báo kết quả xếp loại (dữ liệu mẫu)' },
  })),
  { unit: 'chu-tich-phu-nu', kind: 'SEX', value: 'FEMALE', source: book },
  {
    ...{ unit: 'cong-chuc-thong-ke', kind: 'INITIATIVE', value: 'GRASSROOTS', validFrom: '2023-11-15' },
    ...{ title: 'Theo dõi văn bản đến bằng bảng tính dùng chung', issuer: 'Hội đồng sáng kiến xã' },
    source: 'Giấy công nhận sáng kiến (dữ liệu mẫu)',
  },
  {
    ...{ unit: 'cong-chuc-ke-toan', kind: 'HOLD', value: 'INSPECTION', validFrom: '2024-01-15' },
    ...{ title: 'Đang chờ kết luận kiểm tra ngân sách', source: 'Thông báo kiểm tra (dữ liệu mẫu)' },
  },
];

/** Registrations for 2023: of the People's Committee with its people, of each residential area with its households. */
export const registrations: readonly RegisterEmulation[] = [
  { unit: 'ubnd', period: '2023', forms: ['ldtt', 'cstdcs'], withBelow: true },
  ...[1, 2, 3, 4, 5, 6].map((area) => ({
    unit: `khu-dan-cu-${area}`,
    period: '2023',
    forms: ['thon-van-hoa', 'gdvh'],
    withBelow: true,
  })),
];
