import { valueOfWord } from '../../src/imports/figure-words.rules.js';

const valueOf = (unit: string, text: string, grades: string[] = []) =>
  valueOfWord({ measure: { unit }, grades } as never, text);

it.each([
  ['STATE', 'Đạt chuẩn', 'YES'],
  ['STATE', 'CHƯA ĐẠT', 'NO'],
  ['STATE', 'tốt', undefined],
  ['RATING', 'Hoàn thành xuất sắc nhiệm vụ', 'EXCELLENT'],
  ['RATING', 'Khá', 'FAIR'],
  ['RATING', 'đạt', 'YES'],
  ['RATING', 'GOOD', undefined],
  ['HECTARE', 'đạt', undefined],
])('%s: %s', (unit, text, value) => expect(valueOf(unit, text)).toBe(value));

it('a grade is spelt as its indicator spells it', () =>
  expect(valueOf('GRADE', 'VỮNG MẠNH  toàn diện', ['vững mạnh', 'vững mạnh toàn diện'])).toBe('vững mạnh toàn diện'));
