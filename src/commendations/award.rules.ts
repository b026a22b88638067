import { firstDayOf } from '../day.js';
import { point, points, type Point } from '../points.js';
import type { Award } from './award.entity.js';

/** An award as far as it tells whether it is recorded twice. */
export type Known = Pick<Award, 'id' | 'version' | 'grantedOn' | 'numberText' | 'period'>;

const agree = (one: string | null, other: string | null) => one === null || other === null || one === other;

/** A number as it is compared: `07/QĐ-UBND` and `7/qđ-ubnd` are one. */
const compared = (number: string | null) =>
  number &&
  number
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^0+(?=\d)/, '');

/**
 * Award of the same recipient and form that another may be: of one year, and number, period and day differ nowhere that
 * both know them.
 */
export const sameAward = (
  { grantedOn, numberText, period }: Omit<Known, 'id' | 'version'>,
  others: readonly Known[],
): Known | undefined =>
  others.find(
    (each) =>
      agree(compared(each.numberText), compared(numberText)) &&
      agree(each.period, period) &&
      (each.grantedOn.startsWith(grantedOn) || grantedOn.startsWith(each.grantedOn)),
  );

/** Point against an award of which neither document nor evidence is known. */
export const unproved = ({ document, reason }: { document?: string; reason?: string }): Point[] =>
  points(
    document === undefined &&
      reason === undefined &&
      point('/reason', 'UNPROVED', 'Without its document say what the award is known by.'),
  );

/** Points against an award given elsewhere: it was not granted in the future, nor after it was corrected. */
export const brokenRecord = (
  { grantedOn, correctedOn = null }: { grantedOn: string; correctedOn?: string | null },
  today: string,
): Point[] =>
  points(
    grantedOn > today && point('/grantedOn', 'AHEAD', `${grantedOn} lies ahead.`),
    correctedOn !== null &&
      firstDayOf(grantedOn) > correctedOn &&
      point('/grantedOn', 'AFTER_CORRECTION', `${grantedOn} lies after ${correctedOn}, the day of its correction.`),
  );
