import type { SalaryRiseGiven } from './catalogue.inputs.js';
import { unread } from './parts.data.js';

/** The circular says twelve months at most; how many for which form is for each province and office to say. */
const usual = unread('Thông tư 08/2013/TT-BNV, Điều 3: không quá 12 tháng; mức theo quy định thường gặp của các tỉnh, cơ quan');

const months: Readonly<Record<string, number>> = {
  'danh-hieu-vinh-du-nha-nuoc': 12,
  'huan-chuong-lao-dong-hang-ba': 12,
  'huan-chuong-sao-vang': 12,
  'bang-khen-thu-tuong': 12,
  cstdtq: 12,
  'cstd-tinh': 12,
  'bang-khen-tinh': 9,
  cstdcs: 9,
  'giay-khen-so': 6,
  'giay-khen-huyen': 6,
  'giay-khen-xa': 6,
  ldtt: 6,
};

/** Early raises of salary (nâng bậc lương trước thời hạn do lập thành tích xuất sắc), by the code of the form. */
export const salaryRises: Readonly<Record<string, SalaryRiseGiven>> = Object.fromEntries(
  Object.entries(months).map(([form, each]) => [form, { months: each, ...usual }]),
);
