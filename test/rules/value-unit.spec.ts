import { inBaseUnit } from '../../src/imports/value-unit.rules.js';
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
