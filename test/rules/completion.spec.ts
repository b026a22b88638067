import { completionOf, type CountedIndicator } from '../../src/progress/completion.rules.js';
import type { ProgressState } from '../../src/progress/state.rules.js';

const counted = (name: string, state: ProgressState, readings: ProgressState[] = []): CountedIndicator => ({
  name,
  state,
  readings,
});

it('says n of N, and names what is left', () => {
  const indicators = [
    counted('Lúa', 'EXCEEDED'),
    counted('Lạc', 'MET'),
    counted('Ngô', 'MISSED'),
    counted('Lương thực', 'MISSED'),
    counted('Hộ nghèo', 'NEEDS_CLARIFICATION', ['MET', 'MISSED']),
    counted('Mô hình', 'NO_TARGET'),
  ];
  expect(completionOf(indicators)).toEqual({
    achieved: 2,
    counted: 6,
    exceeded: 1,
    sentence:
      'Hoàn thành và hoàn thành vượt mức 2/6 chỉ tiêu, trong đó 1 chỉ tiêu vượt; 2 chỉ tiêu chưa đạt: Ngô, Lương thực; ' +
      '1 chỉ tiêu cần làm rõ: Hộ nghèo; 1 chỉ tiêu chưa có mức giao: Mô hình.',
    inEnglish:
      '2 of 6 indicators reached their target, 1 of them went beyond it; 2 missed: Ngô, Lương thực; ' +
      '1 to be clarified: Hộ nghèo; 1 without a target: Mô hình.',
  });
});

it('says what is not known and what is under way', () => {
  const { sentence } = completionOf([
    counted('a', 'NO_FIGURE'),
    counted('b', 'NOT_DUE'),
    counted('c', 'ON_TRACK'),
    counted('d', 'BEHIND'),
    counted('e', 'IN_PROGRESS'),
    counted('f', 'NOT_JUDGED'),
  ]);
  expect(sentence).toBe(
    'Hoàn thành và hoàn thành vượt mức 0/6 chỉ tiêu, trong đó 0 chỉ tiêu vượt; 1 chỉ tiêu chưa có số liệu: a; ' +
      '1 chỉ tiêu chưa đến kỳ: b; 3 chỉ tiêu đang thực hiện: c, d, e; 1 chỉ tiêu không đánh giá: f.',
  );
});

it.each<[string, ProgressState[], [achieved: number, exceeded: number]]>([
  ['every reading says met', ['MET', 'EXCEEDED'], [1, 0]],
  ['every reading says exceeded', ['EXCEEDED', 'EXCEEDED'], [1, 1]],
  ['one reading says missed', ['EXCEEDED', 'MISSED'], [0, 0]],
  ['one reading cannot say', ['MET', 'NO_FIGURE'], [0, 0]],
  ['there is no reading', [], [0, 0]],
])('an open question counts only if every reading says met: %s', (_, readings, expected) => {
  const { achieved, exceeded } = completionOf([counted('Hộ nghèo', 'NEEDS_CLARIFICATION', readings)]);
  expect([achieved, exceeded]).toEqual(expected);
});
