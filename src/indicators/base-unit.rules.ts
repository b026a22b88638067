import { Big } from 'big.js';

/** Members of a measure that its unit is displayed by. */
interface Displayed {
  unit: string;
  displayUnit: string;
  scale: number;
}

/** Base units that people display by another power of ten. */
const words: Readonly<Partial<Record<string, string>>> = {
  VND: 'đồng',
  HECTARE: 'ha',
  TONNE: 'tấn',
  KILOMETRE: 'km',
  HEAD: 'con',
  PERSON: 'người',
  HOUSEHOLD: 'hộ',
};

/**
 * Base unit of a measure in words: `đồng/người/năm` of `triệu đồng/người/năm`. One that has no word is a part of the
 * unit that is displayed: `0,001 nghìn lượt`.
 */
export function baseUnitOf({ unit, displayUnit, scale }: Displayed): string {
  if (scale === 0) return displayUnit;
  const word = words[unit];
  const per = displayUnit.indexOf('/');
  if (word !== undefined) return word + (per === -1 ? '' : displayUnit.slice(per));
  return `${new Big(10).pow(-scale).toFixed().replace('.', ',')} ${displayUnit}`;
}
