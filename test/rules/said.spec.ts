import fc from 'fast-check';
import { amountInFigures, amountInWords, blankDay, counted, dayInWords, inWords } from '../../src/papers/said.rules.js';

it.each([
  ['0', 'Không đồng'],
  ['5', 'Năm đồng'],
  ['10', 'Mười đồng'],
  ['15', 'Mười lăm đồng'],
  ['21', 'Hai mươi mốt đồng'],
  ['101', 'Một trăm linh một đồng'],
  ['110', 'Một trăm mười đồng'],
  ['1005', 'Một nghìn không trăm linh năm đồng'],
  ['270000', 'Hai trăm bảy mươi nghìn đồng'],
  ['540000', 'Năm trăm bốn mươi nghìn đồng'],
  ['1005000', 'Một triệu không trăm linh năm nghìn đồng'],
  ['805000000', 'Tám trăm linh năm triệu đồng'],
  ['1000000000', 'Một tỷ đồng'],
  ['2413000000000', 'Hai nghìn bốn trăm mười ba tỷ đồng'],
  ['1000000000001', 'Một nghìn tỷ không trăm linh một đồng'],
  ['1000000000000000000', 'Một tỷ tỷ đồng'],
])('%s is said "%s"', (amount, said) => expect(amountInWords(amount)).toBe(said));

/** Number that words say, read by a rule of its own. */
function read(words: string): bigint {
  const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  const as: Record<string, string> = { mốt: 'một', lăm: 'năm' };
  const below = (part: string[]): bigint => {
    let [sum, last] = [0n, 0n];
    for (const word of part) {
      if (word === 'trăm') [sum, last] = [sum + last * 100n, 0n];
      else if (word === 'mươi') [sum, last] = [sum + last * 10n, 0n];
      else if (word === 'mười') sum += 10n;
      else if (word !== 'linh') last = BigInt(digits.indexOf(as[word] ?? word));
    }
    return sum + last;
  };
  const split = (part: string[], marks: readonly (readonly [string, bigint])[]): bigint => {
    const [[mark, value] = ['', 1n], ...rest] = marks;
    const at = part.lastIndexOf(mark);
    if (value === 1n) return below(part);
    return at < 0 ? split(part, rest) : split(part.slice(0, at), marks) * value + split(part.slice(at + 1), rest);
  };
  return split(words.split(' '), [
    ['tỷ', 1_000_000_000n],
    ['triệu', 1_000_000n],
    ['nghìn', 1_000n],
  ]);
}

it('every number says itself', () =>
  fc.assert(fc.property(fc.bigInt(0n, 10n ** 17n), (number) => expect(read(inWords(number))).toBe(number))));

it('figures are set apart by points, counts and days padded as NĐ 30/2020 asks', () => {
  expect(['540000', '1805000000', '12'].map(amountInFigures)).toEqual(['540.000', '1.805.000.000', '12']);
  expect([7, 12, 880].map(counted)).toEqual(['07', '12', '880']);
  expect(['2024-01-05', '2023-02-28', '2023-03-09', '2023-11-25'].map(dayInWords)).toEqual([
    'ngày 05 tháng 01 năm 2024',
    'ngày 28 tháng 02 năm 2023',
    'ngày 09 tháng 3 năm 2023',
    'ngày 25 tháng 11 năm 2023',
  ]);
  expect(blankDay('2024').replaceAll('\u00a0', '_')).toBe('ngày______tháng______năm 2024');
});
