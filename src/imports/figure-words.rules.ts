import { fold } from '../database/text.js';
import type { Indicator } from '../indicators/indicator.entity.js';

const states: Readonly<Record<string, string>> = {
  ...{ đạt: 'YES', 'đạt chuẩn': 'YES', có: 'YES', 'hoàn thành': 'YES', 'giữ vững': 'YES' },
  ...{
    'chưa đạt': 'NO',
    'không đạt': 'NO',
    chưa: 'NO',
    không: 'NO',
    'chưa hoàn thành': 'NO',
    'không hoàn thành': 'NO',
  },
};
const ratings: Readonly<Record<string, string>> = {
  ...{ 'xuất sắc': 'EXCELLENT', 'hoàn thành xuất sắc': 'EXCELLENT', 'hoàn thành xuất sắc nhiệm vụ': 'EXCELLENT' },
  ...{ tốt: 'GOOD', 'hoàn thành tốt': 'GOOD', 'hoàn thành tốt nhiệm vụ': 'GOOD' },
  ...{ khá: 'FAIR', 'trung bình': 'AVERAGE', yếu: 'WEAK', kém: 'WEAK' },
};
const folded = (words: Readonly<Record<string, string>>) =>
  new Map(Object.entries(words).map(([word, value]) => [fold(word), value]));
const known = { STATE: folded(states), RATING: folded({ ...states, ...ratings }) } as const;

/**
 * Value that a word stands for in a figure of an indicator without numbers: "Đạt" is YES, "xuất sắc" EXCELLENT, a grade
 * as the indicator spells it. Undefined for any other.
 */
export function valueOfWord({ measure: { unit }, grades }: Pick<Indicator, 'measure' | 'grades'>, text: string) {
  const word = fold(text);
  if (unit === 'GRADE') return grades.find((grade) => fold(grade) === word);
  return unit === 'STATE' || unit === 'RATING' ? known[unit].get(word) : undefined;
}
