import { fold } from '../database/text.js';

/** Types of papers by their abbreviation (NĐ 30/2020/NĐ-CP, annex III, and papers of the higher offices). */
const names: Readonly<Record<string, string>> = {
  NQ: 'nghị quyết',
  QĐ: 'quyết định',
  CT: 'chỉ thị',
  QC: 'quy chế',
  QyĐ: 'quy định',
  TC: 'thông cáo',
  TB: 'thông báo',
  HD: 'hướng dẫn',
  CTr: 'chương trình',
  KH: 'kế hoạch',
  PA: 'phương án',
  ĐA: 'đề án',
  DA: 'dự án',
  BC: 'báo cáo',
  BB: 'biên bản',
  TTr: 'tờ trình',
  HĐ: 'hợp đồng',
  CĐ: 'công điện',
  CV: 'công văn',
  BGN: 'bản ghi nhớ',
  BTT: 'bản thỏa thuận',
  GUQ: 'giấy ủy quyền',
  GM: 'giấy mời',
  GGT: 'giấy giới thiệu',
  GNP: 'giấy nghỉ phép',
  PG: 'phiếu gửi',
  PC: 'phiếu chuyển',
  PB: 'phiếu báo',
  L: 'luật',
  LCT: 'lệnh',
  SL: 'sắc lệnh',
};
const codes = Object.keys(names);
const byName = new Map(Object.entries(names).map(([code, name]) => [fold(name), code]));

/**
 * Type of a paper by its abbreviation, however the type was typed: "Biên bản", "bien ban" and "bb" are BB, "QD" is QĐ.
 * A type that nobody knows stays as it is.
 */
export function standardType(typed: string): string {
  const plain = typed.replace(/\s+/g, ' ').trim();
  const exact = codes.find((code) => code.toLowerCase() === plain.toLowerCase());
  const folded = codes.filter((code) => fold(code) === fold(plain));
  return exact ?? byName.get(fold(plain)) ?? (folded.length === 1 ? folded[0] : undefined) ?? plain;
}
