import { Big } from 'big.js';
import type { Measure, MeasureUnit } from './indicator-members.view.js';

/** Base units that people display by another power of ten. */
const words: Readonly<Partial<Record<MeasureUnit, string>>> = {
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
export function baseUnitOf({ unit, displayUnit, scale }: Pick<Measure, 'unit' | 'displayUnit' | 'scale'>): string {
  if (scale === 0) return displayUnit;
  const word = words[unit];
  const per = displayUnit.indexOf('/');
  if (word !== undefined) return word + (per === -1 ? '' : displayUnit.slice(per));
  return `${new Big(10).pow(-scale).toFixed().replace('.', ',')} ${displayUnit}`;
}
