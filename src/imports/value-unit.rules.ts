import { Big } from 'big.js';
import { decimalPattern } from '../api/decimal.js';
import { looksOf } from '../database/text.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { wrong, type Refusal } from '../refusals.js';
import type { Result } from '../submissions/result.entity.js';
import { measureOf } from './printed-target.rules.js';

/**
 * Figure of an indicator in its base unit; `printed`: the unit of measurement that it stands in, undefined for the base
 * unit: that of the indicator as it is displayed, or another of the same base. Refusal: RULE for any other.
 */
export function inBaseUnit(
  { code, measure }: Pick<Indicator, 'code' | 'measure'>,
  value: string,
  printed: string | undefined,
): string | Refusal {
  if (printed === undefined) return value;
  const { unit, displayUnit, scale } = measure;
  const known = measureOf(printed);
  // A unit that no rule knows is the one of the indicator where the words are the same, or both count without a power.
  const isSame = known.unit === unit && (unit !== 'NUMBER' || scale === 0);
  const power = looksOf(printed) === looksOf(displayUnit) ? scale : isSame ? known.scale : undefined;
  if (power === undefined)
    return wrong('/valueUnit', 'MEASURED_OTHERWISE', {
      en: `"${code}" is measured in ${displayUnit}, not in "${printed}": give the figure in ${displayUnit}.`,
      vi: `"${code}" tính bằng ${displayUnit}, không phải "${printed}"; hãy ghi số theo ${displayUnit}.`,
    });
  return new Big(value).times(new Big(10).pow(power)).toFixed();
}

/**
 * Figure as the unit that the indicator displays has it, beside the total it is counted out of: `62`, `45/60`. A grade
 * stays as it is; empty for none.
 */
export function figureDisplayed(
  { measure: { scale } }: Pick<Indicator, 'measure'>,
  result: Pick<Result, 'value' | 'outOf'> | undefined,
): string {
  if (result === undefined) return '';
  const { value, outOf } = result;
  const figure = decimalPattern.test(value) ? new Big(value).times(new Big(10).pow(-scale)).toFixed() : value;
  return outOf === null ? figure : `${figure}/${outOf}`;
}
