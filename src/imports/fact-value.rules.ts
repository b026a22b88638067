import { factWords, type FactKind } from '../catalogue/fact-words.data.js';
import { fold } from '../database/text.js';

/** Words of a column for the kinds of fact. */
export const kindWords: Readonly<Record<string, FactKind>> = {
  ...Object.fromEntries(Object.entries(factWords).map(([kind, { vi }]) => [vi, kind as FactKind])),
  ...{ 'công tác': 'SERVICE', 'xếp loại': 'RATING', 'sáng kiến': 'INITIATIVE', 'đề tài': 'INITIATIVE' },
  ...{
    'kỷ luật': 'DISCIPLINE',
    'tạm dừng': 'HOLD',
    'thai sản': 'LEAVE',
    'giới tính': 'SEX',
    'công nhận': 'RECOGNITION',
  },
};

/** Words that offices write beside those of the law, by kind. */
const others: Readonly<Partial<Record<FactKind, Readonly<Record<string, string>>>>> = {
  RATING: {
    ...{ HTXSNV: 'EXCELLENT', 'hoàn thành xuất sắc': 'EXCELLENT', 'xuất sắc': 'EXCELLENT' },
    ...{ HTTNV: 'GOOD', 'hoàn thành tốt': 'GOOD' },
    ...{ HTNV: 'COMPLETED', 'hoàn thành': 'COMPLETED' },
    ...{ KHTNV: 'FAILED', 'không hoàn thành': 'FAILED' },
  },
  INITIATIVE: { 'cơ sở': 'GRASSROOTS', 'cấp cơ sở': 'GRASSROOTS', tỉnh: 'PROVINCE', 'cấp tỉnh': 'PROVINCE' },
};

/** Value of a kind that a word stands for: "Hoàn thành tốt nhiệm vụ" is GOOD. Undefined for a word of none. */
export function valueOfWord(kind: FactKind, word: string): string | undefined {
  const values: Readonly<Record<string, string>> = factWords[kind].values ?? {};
  const words = [...Object.entries(values).map(([value, vi]) => [vi, value]), ...Object.entries(others[kind] ?? {})];
  return words.find(([vi = '']) => fold(vi) === fold(word))?.[1];
}
