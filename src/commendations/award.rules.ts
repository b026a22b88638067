import { vietnameseDate } from '../day.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import type { Document } from '../documents/document.entity.js';
import { numberText } from '../documents/document.rules.js';
import { maySameIssuer } from '../documents/issuer.rules.js';
import { fold } from '../database/text.js';
import { spanOf } from '../indicators/period.js';
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

/** An award recorded by hand, as it is told. */
export type Told = Pick<Award, 'formCode' | 'unitCode' | 'unitKind' | 'grantedOn' | 'numberText' | 'period' | 'issuer'>;

/** Document of a grant, as far as an award is told by it. */
type Printed = Pick<Document, 'number' | 'numberSuffix' | 'symbol' | 'issuedOn' | 'issuer'>;

/** Point against a period of achievements that begins after its award. */
export const brokenPeriod = ({ grantedOn, period }: Pick<Told, 'grantedOn' | 'period'>): Point[] =>
  points(
    period !== null &&
      spanOf(period).from.slice(0, grantedOn.length) > grantedOn &&
      point('/period', 'AFTER_GRANT', {
        en: `${period} begins on ${spanOf(period).from}, after ${grantedOn}, the grant.`,
        vi:
          `Kỳ ${period} bắt đầu ngày ${vietnameseDate(spanOf(period).from)}, ` +
          `sau ngày khen thưởng ${vietnameseDate(grantedOn)}.`,
      }),
  );

/** Point against a form that the catalogue has for others than this recipient; one of the commune's own is for all. */
export const notForKind = (
  { formCode, unitCode, unitKind }: Pick<Told, 'formCode' | 'unitCode' | 'unitKind'>,
  form: Pick<AwardForm, 'nominees'> | undefined,
): Point[] =>
  points(
    form &&
      !form.nominees.includes(unitKind) &&
      point('/form', 'NOT_FOR_KIND', {
        en: `"${formCode}" is not for "${unitCode}" of kind ${unitKind}.`,
        vi: `Hình thức "${formCode}" không dành cho loại đối tượng của "${unitCode}".`,
      }),
  );

/** Point against a name that the catalogue, at any time, has for other forms than this one of its own. */
export function nameOfOther(
  { formCode, formName }: Pick<Award, 'formCode' | 'formName'>,
  catalogue: readonly Pick<AwardForm, 'code' | 'name'>[],
): Point[] {
  const codes = catalogue.filter(({ name }) => fold(name) === fold(formName)).map(({ code }) => code);
  const [other] = codes;
  return points(
    other !== undefined &&
      !codes.includes(formCode) &&
      catalogue.some(({ code }) => code === formCode) &&
      point('/formName', 'OTHER_FORM', {
        en: `"${formName}" is the name of "${other}", not of "${formCode}".`,
        vi: `"${formName}" là tên của hình thức "${other}", không phải của "${formCode}".`,
      }),
  );
}

/** Number of a document as printed; null where it has none. */
export const printedNumber = ({ number, numberSuffix, symbol }: Omit<Printed, 'issuedOn' | 'issuer'>): string | null =>
  number === null ? null : numberText({ number, numberSuffix }, symbol ?? '').replace(/\/$/, '');

/** Whether a number is the other, or its beginning: `7` of `07/QĐ-UBND`. */
function begins(one: string, other: string): boolean {
  const [short, long] = [compared(one) ?? '', compared(other) ?? ''];
  return long.startsWith(short) && !/^[\p{L}\d]/u.test(long.slice(short.length));
}

/** Points against an award that says another day, number or issuer than its document: the paper decides. */
export function contradicting(
  { grantedOn, numberText: told, issuer }: Pick<Told, 'grantedOn' | 'numberText' | 'issuer'>,
  document: Printed | null,
): Point[] {
  if (document === null) return [];
  const { issuedOn } = document;
  const number = printedNumber(document);
  return points(
    issuedOn !== null &&
      !issuedOn.startsWith(grantedOn) &&
      !grantedOn.startsWith(issuedOn) &&
      point('/grantedOn', 'NOT_AS_PRINTED', {
        en: `The document is of ${issuedOn}.`,
        vi: `Văn bản đề ngày ${vietnameseDate(issuedOn)}: ghi đúng như trên giấy, hoặc sửa văn bản trước.`,
      }),
    told !== null &&
      number !== null &&
      !begins(told, number) &&
      !begins(number, told) &&
      point('/numberText', 'NOT_AS_PRINTED', {
        en: `The document has the number ${number}.`,
        vi: `Văn bản có số ${number}: ghi đúng như trên giấy, hoặc sửa văn bản trước.`,
      }),
    !maySameIssuer(issuer, document.issuer) &&
      point('/issuer', 'NOT_AS_PRINTED', {
        en: `The document is of ${document.issuer}.`,
        vi: `Văn bản do ${document.issuer} ban hành: ghi đúng như trên giấy, hoặc sửa văn bản trước.`,
      }),
  );
}

/** Day and number of an award, told by its document wherever that tells more. */
export function asPrinted(
  { grantedOn, numberText: told }: Pick<Told, 'grantedOn' | 'numberText'>,
  document: Printed | null,
): Pick<Award, 'grantedOn' | 'numberText'> {
  const number = document && printedNumber(document);
  const whole = told !== null && (number === null || begins(number, told));
  return {
    grantedOn: document?.issuedOn?.startsWith(grantedOn) ? document.issuedOn : grantedOn,
    numberText: whole ? told : number,
  };
}

/**
 * Changes of an award, recorded by hand, when the record of its document changes: what it said as the document did, or
 * says otherwise than the document now, follows the document.
 */
export function reprinted(
  award: Pick<Told, 'grantedOn' | 'numberText' | 'issuer'>,
  { before, after }: { before: Printed; after: Printed },
): Partial<Pick<Award, 'grantedOn' | 'numberText' | 'issuer'>> {
  const broken = contradicting(award, after).map(({ pointer }) => pointer);
  const { grantedOn, numberText } = asPrinted(award, after);
  const asBefore =
    printedNumber(before) !== printedNumber(after) && compared(award.numberText) === compared(printedNumber(before));
  const now = {
    numberText: asBefore || broken.includes('/numberText') ? printedNumber(after) : numberText,
    grantedOn:
      award.grantedOn === before.issuedOn || broken.includes('/grantedOn') ? (after.issuedOn ?? grantedOn) : grantedOn,
    issuer: broken.includes('/issuer') ? after.issuer : award.issuer,
  };
  return Object.fromEntries(
    Object.entries(now).filter(([member, value]) => award[member as keyof typeof now] !== value),
  );
}

/** The first of some days, each perhaps partial, that a day lies after, as far as both are known. */
export const passed = (day: string, days: readonly string[]): string | undefined =>
  days.toSorted().find((each) => day.slice(0, each.length) > each.slice(0, day.length));

/**
 * Points against an award given elsewhere: it was not granted in the future, nor after it was corrected or the paper
 * that corrected it, nor before the period of its achievements.
 */
export function brokenRecord(
  { grantedOn, period }: Pick<Told, 'grantedOn' | 'period'>,
  { today, corrected }: { today: string; corrected: readonly string[] },
): Point[] {
  const correctedOn = passed(grantedOn, corrected);
  return points(
    grantedOn > today &&
      point('/grantedOn', 'AHEAD', {
        en: `${grantedOn} lies ahead.`,
        vi: `Ngày ${vietnameseDate(grantedOn)} chưa tới.`,
      }),
    brokenPeriod({ grantedOn, period }),
    correctedOn !== undefined &&
      point('/grantedOn', 'AFTER_CORRECTION', {
        en: `${grantedOn} lies after ${correctedOn}, the day of its correction, or of the paper that corrected it.`,
        vi:
          `Ngày ${vietnameseDate(grantedOn)} sau ngày đính chính ${vietnameseDate(correctedOn)}; ` +
          'nếu ngày ấy sai, hãy sửa văn bản đính chính trước.',
      }),
  );
}
