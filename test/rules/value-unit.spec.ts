import { figureMeant } from '../../src/imports/figure-meant.rules.js';
import { figureDisplayed, inBaseUnit } from '../../src/imports/value-unit.rules.js';
import { baseUnitOf } from '../../src/indicators/base-unit.rules.js';
import type { Indicator } from '../../src/indicators/indicator.entity.js';
import { Refusal } from '../../src/refusals.js';

const indicator = (unit: string, displayUnit: string, scale = 0) =>
  ({ code: 'chi-tieu', measure: { unit, displayUnit, scale } }) as unknown as Indicator;
const read = (of: Indicator, printed?: string) => {
  const value = inBaseUnit(of, '6.5', printed);
  return value instanceof Refusal ? value.points.map(({ pointer, code }) => `${pointer} ${code}`) : value;
};
const income = indicator('VND', 'triệu đồng/người/năm', 6);

it.each([
  ['nothing printed: the base unit', income, undefined, '6.5'],
  ['the unit of the indicator as it is displayed', income, 'Triệu đồng/người/năm', '6500000'],
  ['another power of the same base', income, 'tỷ đồng', '6500000000'],
  ['the base unit itself', income, 'đồng', '6.5'],
  ['the same words where no rule knows them', indicator('NUMBER', 'nghìn lượt', 3), 'nghìn lượt', '6500'],
  ['other words of a number without a power', indicator('NUMBER', 'sản phẩm'), 'sản phẩm OCOP', '6.5'],
  [
    'other words of a number with a power',
    indicator('NUMBER', 'nghìn lượt', 3),
    'lượt',
    ['/valueUnit MEASURED_OTHERWISE'],
  ],
  ['another base', indicator('HECTARE', 'ha'), 'tấn', ['/valueUnit MEASURED_OTHERWISE']],
  ['words that no rule knows', indicator('TONNE', 'tấn'), 'tạ', ['/valueUnit MEASURED_OTHERWISE']],
] as const)('%s', (_, of, printed, expected) => expect(read(of, printed)).toEqual(expected));

it.each([
  ['money in millions', income.measure, 'đồng/người/năm'],
  ['tạ a hectare', indicator('TONNE', 'tạ/ha', -1).measure, 'tấn/ha'],
  ['the base unit itself, as it is written', indicator('PERCENT', '% hộ').measure, '% hộ'],
  ['one without a word of its own', indicator('NUMBER', 'nghìn lượt', 3).measure, '0,001 nghìn lượt'],
] as const)('the base unit in words: %s', (_, measure, expected) => expect(baseUnitOf(measure)).toBe(expected));

it.each([
  ['money in millions', income, { value: '62500000', outOf: null }, '62.5'],
  ['a count beside its total', indicator('PERCENT', '%'), { value: '45', outOf: '60' }, '45/60'],
  ['a grade', indicator('GRADE', 'mức'), { value: 'vững mạnh', outOf: null }, 'vững mạnh'],
  ['no figure', income, undefined, ''],
] as const)('a figure beside the unit that is displayed: %s', (_, of, result, expected) =>
  expect(figureDisplayed(of, result)).toBe(expected),
);

it.each([
  ['a number in the unit beside it, told', income, '62.5', 'triệu đồng', '62500000', ['62.5 triệu đồng UNIT']],
  ['a number in the base unit', income, '62500000', undefined, '62500000', []],
  ['a word, whatever unit stands beside', indicator('RATING', 'mức'), 'tốt', 'mức', 'GOOD', ['tốt WORD']],
  ['a text that is no number, for the act to refuse', income, 'chưa đo', 'triệu đồng', 'chưa đo', []],
] as const)('a reported figure: %s', (_, of, raw, unit, reported, notes) => {
  const meant = figureMeant({ ...of, grades: [] }, raw, unit);
  expect(meant).toMatchObject({ reported });
  if (!(meant instanceof Refusal)) expect(meant.notes.map((note) => `${note.raw} ${note.reading}`)).toEqual(notes);
});
