import { measureOf, printedTarget } from '../../src/imports/printed-target.rules.js';

const read = (text: string, unit?: string, sign?: 'COMMA' | 'POINT') => {
  const found = printedTarget(text, { unit, sign });
  if (!found) return undefined;
  const { measure, comparator, target, upperTarget, targetText } = found;
  return [comparator, target ?? targetText, upperTarget, `${measure.unit} ${measure.scale}`].filter(
    (each) => each !== null,
  );
};

it.each([
  ['1778', 'ha', ['AT_LEAST', '1778', 'HECTARE 0']],
  ['1.763,5', 'ha', ['AT_LEAST', '1763.5', 'HECTARE 0']],
  ['≥ 95', '%', ['AT_LEAST', '95', 'PERCENT 0']],
  ['từ 95% trở lên', undefined, ['AT_LEAST', '95', 'PERCENT 0']],
  ['Đạt trên 90%', undefined, ['ABOVE', '90', 'PERCENT 0']],
  ['không quá 1', '%', ['AT_MOST', '1', 'PERCENT 0']],
  ['dưới 0,8%', undefined, ['BELOW', '0.8', 'PERCENT 0']],
  ['tối thiểu 3 mô hình', undefined, ['AT_LEAST', '3', 'MODEL 0']],
  ['10 - 12', '%', ['BETWEEN', '10', '12', 'PERCENT 0']],
  ['từ 0,8 đến 1%', undefined, ['BETWEEN', '0.8', '1', 'PERCENT 0']],
  ['805', 'triệu đồng', ['AT_LEAST', '805000000', 'VND 6']],
  ['61,5 triệu đồng/người/năm', undefined, ['AT_LEAST', '61500000', 'VND 6']],
  ['2,5', 'tỷ đồng', ['AT_LEAST', '2500000000', 'VND 9']],
  ['120 hộ', undefined, ['AT_LEAST', '120', 'HOUSEHOLD 0']],
  ['Hoàn thành', undefined, ['ACHIEVE', 'Hoàn thành', 'STATE 0']],
  ['Hoàn thành tốt nhiệm vụ', 'xếp loại', ['ACHIEVE', 'Hoàn thành tốt nhiệm vụ', 'STATE 0']],
])('"%s" %s', (text, unit, expected) => {
  expect(read(text, unit)).toEqual(expected);
});

it.each([
  ['a change', 'giảm 0,5%'],
  ['growth', 'tăng 9,5% so với năm 2022'],
  ['two numbers that are no range', '3 mô hình, 2 vườn mẫu'],
  ['a number with two readings', '1.763'],
])('%s is left to a person', (_, text) => {
  expect(read(text, 'ha')).toBeUndefined();
});

it('a number with two readings is read by the sign of its file', () => {
  expect([read('1.763', 'ha', 'COMMA'), read('1.763', 'ha', 'POINT')]).toEqual([
    ['AT_LEAST', '1763', 'HECTARE 0'],
    ['AT_LEAST', '1.763', 'HECTARE 0'],
  ]);
});

it.each([
  ['công trình', 'NUMBER 0'],
  ['hài lòng', 'NUMBER 0'],
  ['% hộ', 'PERCENT 0'],
  ['con', 'HEAD 0'],
  ['Tr.đồng', 'VND 6'],
])('the unit "%s" is %s', (printed, expected) => {
  const { unit, scale } = measureOf(printed);
  expect(`${unit} ${scale}`).toBe(expected);
});
