import { word, type Word } from '../word.js';
import type { Permission } from './permissions.js';
import { roles, type Role } from './roles.js';

/** Roles as people say them. */
export const roleWords: Readonly<Record<Role, Word>> = {
  ADMINISTRATOR: word('quản trị viên', 'administrator'),
  CLERK: word('công chức văn phòng', 'clerk'),
  REPORTER: word('người báo cáo của đơn vị', 'reporter'),
  VERIFIER: word('người thẩm định', 'verifier'),
  CHAIRPERSON: word('Chủ tịch', 'chairperson'),
  COUNCIL_MEMBER: word('thành viên hội đồng', 'council member'),
  ACCOUNTANT: word('kế toán', 'accountant'),
  AUDITOR: word('người kiểm tra', 'auditor'),
  OBSERVER: word('người theo dõi', 'observer'),
  SUPERIOR: word('cấp trên', 'superior'),
  INTEGRATOR: word('hệ thống tích hợp', 'integrator'),
};

/** Several as people say them: "người thẩm định và Chủ tịch", "verifier and chairperson". */
export const listed = (who: readonly Role[], language: keyof Word): string =>
  who
    .map((role) => roleWords[role][language])
    .join(', ')
    .replace(/, ([^,]+)$/, language === 'vi' ? ' và $1' : ' and $1');

/** Roles of a permission as people say them. */
export function rolesInWords(who: Permission['who']): Word {
  if (who === 'PUBLIC') return word('mọi người, không cần khóa', 'anybody, without a key');
  if (who.length === roles.length) return word('mọi người có phân công', 'everybody with an appointment');
  return word(listed(who, 'vi'), `the ${listed(who, 'en')}`);
}
