import { fold } from '../database/text.js';
import { saidInVietnamese } from '../day.js';
import { point, points, type Point } from '../points.js';
import type { Document } from './document.entity.js';
import type { Signer } from './signer.view.js';

/** Series of numbers: one issuer, one series, one year. */
export interface Series {
  issuer: string;
  series: string;
  year: number;
}

/**
 * Signed paper of a document. A number left out is the next of its series, null leaves it blank; of the rest absent
 * keeps. The day decides about the year.
 */
export interface Printed extends Partial<
  Pick<Document, 'type' | 'symbol' | 'series' | 'title' | 'place' | 'bases' | 'recipients'>
> {
  number?: number | null;
  numberSuffix?: string | null;
  issuedOn?: string;
  signer?: Signer;
  authorityId?: string | null;
  file?: string;
  reason?: string;
  /** Points that the act itself has against the paper, to be refused with those of `brokenPaper`. */
  broken?: readonly Point[];
}

/** Text that a search finds a document by. */
export const foldedOf = ({
  title,
  symbol = null,
}: Pick<Document, 'title'> & Partial<Pick<Document, 'symbol'>>): string => fold(`${title} ${symbol ?? ''}`);

/** Document that holds a number; without its title where that names persons. */
export type Holder = Pick<Document, 'id' | 'type' | 'issuedOn'> & { title: string | null };

/** Holder of a number in words, for a refusal. */
export const holderInWords = ({ type, issuedOn, title }: Holder) => {
  const quoted = title === null ? '' : ` "${title}"`;
  return {
    vi: { holder: `: ${type}${quoted}${issuedOn === null ? '' : `, ${saidInVietnamese(issuedOn)}`}` },
    en: { holder: `: ${type}${quoted}${issuedOn === null ? '' : ` of ${issuedOn}`}` },
  };
};

/** Record that carries a document: a decision signed through the program, or a meeting with its minutes. */
export interface Carrier {
  type: 'decision' | 'meeting';
  id: string;
}

/** Points against the change of a document: who `carries` it says whether it takes one, and with a reason. */
export function brokenAmendment(
  { audience, persons: before }: Pick<Document, 'audience' | 'persons'>,
  { carrier, persons, reason }: { carrier: Carrier | undefined; persons?: readonly string[]; reason?: string },
): Point[] {
  const stated = audience !== 'INSIDE' || carrier !== undefined;
  return points(
    carrier?.type === 'decision' &&
      point('', 'SIGNED_HERE', 'It was signed through the program: correctDecision mends its record by the paper.'),
    stated &&
      reason === undefined &&
      point('/reason', 'REASON_REQUIRED', {
        en: 'A document of what is issued or closed is amended with a reason.',
        vi: 'Sửa văn bản của những gì đã ban hành hoặc đã kết thúc thì phải nêu lý do.',
      }),
    before
      .filter((code) => persons && !persons.includes(code))
      .map((code) =>
        point('/persons', 'PERSON_STAYS', {
          en: `An earlier title names "${code}".`,
          vi: `Trích yếu trước đây đã nêu "${code}": giữ trong danh sách, chỉ được thêm.`,
        }),
      ),
  );
}

/** Series that a number counts in: the document's own, else its symbol, else its type. */
export const seriesOf = ({
  issuer,
  year,
  type,
  symbol,
  series,
}: Pick<Document, 'issuer' | 'year' | 'type'> & Partial<Pick<Document, 'symbol' | 'series'>>): Series => ({
  issuer,
  year,
  series: series ?? symbol ?? type,
});

/** Sign between a number and its symbol: none before a symbol that begins with one. `numberPrinted` has it in SQL. */
const joint = (symbol: string): string => (/^[-/]/.test(symbol) ? '' : /^[^-/\d ]+\//.test(symbol) ? '-' : '/');

/**
 * Number and symbol as printed, padded below 10: `07/QĐ-UBND`, `07a/QĐ-UBND` (NĐ 30/2020/NĐ-CP); of the Party
 * `05-QĐ/TU` (HD 36-HD/VPTW).
 */
export const numberText = (
  { number, numberSuffix }: { number: number; numberSuffix: string | null },
  symbol: string,
): string => `${String(number).padStart(2, '0')}${numberSuffix ?? ''}${joint(symbol)}${symbol}`;

/** Points against a letter that follows no number. */
export const brokenNumber = (
  { number = null, numberSuffix = null }: { number?: number | null; numberSuffix?: string | null },
  pointer = '',
): Point[] =>
  points(
    numberSuffix !== null &&
      number === null &&
      point(`${pointer}/number`, 'NUMBER_MISSING', {
        en: 'A letter follows a number: say the number, too.',
        vi: 'Chữ đứng sau số: hãy ghi cả số.',
      }),
  );

/** Points against names that are of no person or household. */
export const strangers = (persons: readonly string[], named: readonly { code: string }[], pointer: string) =>
  persons.flatMap((code, index) =>
    named.some((each) => each.code === code)
      ? []
      : [
          point(`${pointer}/persons/${index}`, 'UNKNOWN', {
            en: `There is no person or household "${code}".`,
            vi: `Không có cá nhân hoặc hộ gia đình "${code}".`,
          }),
        ],
  );
