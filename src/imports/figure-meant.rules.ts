import { decimalPattern } from '../api/decimal.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { Refusal } from '../refusals.js';
import type { Note } from '../sheets/row.rules.js';
import { valueOfWord } from './figure-words.rules.js';
import { inBaseUnit } from './value-unit.rules.js';

/** Figure of a report as it is kept, and how it was read, where not as it stands. */
interface FigureMeant {
  reported: string;
  notes: readonly Note[];
}

/**
 * Figure of an indicator as a table has it: a word as the value that it stands for, a number in the base unit. `unit`:
 * the unit of measurement it stands in; undefined for the base unit. Refusal: RULE for a unit of something else.
 */
export function figureMeant(
  indicator: Pick<Indicator, 'code' | 'measure' | 'grades'>,
  raw: string,
  unit: string | undefined,
): FigureMeant | Refusal {
  const word = valueOfWord(indicator, raw);
  const reported = word ?? (decimalPattern.test(raw) ? inBaseUnit(indicator, raw, unit) : raw);
  if (reported instanceof Refusal) return reported;
  const read =
    word === undefined ? { raw: `${raw} ${unit}`, reading: 'UNIT' as const } : { raw, reading: 'WORD' as const };
  return { reported, notes: reported === raw ? [] : [{ column: 'reported', value: reported, ...read }] };
}
