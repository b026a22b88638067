import type { AwardFormGiven, RuleSetGiven } from './catalogue.inputs.js';
import { unread } from './parts.data.js';
import { tdkt202507 } from './tdkt-2025-07.data.js';

const law = 'Luật Thi đua, khen thưởng 06/2022/QH15 (sửa đổi bởi Luật 06/2026/QH16)';
const decree = 'Nghị định 152/2025/NĐ-CP';
const draft = unread('Dự thảo Luật sửa đổi (12/2025)');

/** Rows of before, to be checked again: which of them the amendment changed was not read. */
const unchecked = <T>(rows: T): T =>
  JSON.parse(JSON.stringify(rows, (member, value: unknown) => (member === 'verified' ? false : value))) as T;

/** Changes by the draft of the amendment. */
const changed: Readonly<Record<string, Partial<AwardFormGiven>>> = {
  cstdcs: { prerequisite: 'Hoàn thành xuất sắc nhiệm vụ và có sáng kiến được cơ sở công nhận hoặc đề tài khoa học được nghiệm thu.', ...draft },
  'xa-tieu-bieu': { name: 'Xã, phường, đặc khu tiêu biểu', prerequisite: 'Thành tích tiêu biểu trong phong trào thi đua cấp tỉnh; 5 tiêu chuẩn, tỉnh quy định chi tiết.', ...draft },
};

/** Luật 06/2022 as Luật 06/2026 amends it, from 01/10/2026; its text was not read. */
export const tdkt202610: RuleSetGiven = {
  ...unchecked(tdkt202507),
  code: 'tdkt-2026-10',
  name: `${law}, ${decree}`,
  validFrom: '2026-10-01',
  validTo: null,
  ...unread('Luật 06/2026/QH16'),
  preference: { prefers: 'WOMEN', ...unread('Nghị định 152/2025/NĐ-CP, Điều 4') },
  transition: { earlier: 'MORE_FAVOURABLE', ...unread('Luật 06/2026/QH16, quy định chuyển tiếp') },
  forms: unchecked(tdkt202507.forms).map((form) => ({ ...form, ...changed[form.code] })),
};
