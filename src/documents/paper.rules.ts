import { vietnameseDate } from '../day.js';
import { firstDayOf } from '../day.js';
import { point, points, type Point } from '../points.js';
import type { Document } from './document.entity.js';
import { brokenNumber } from './document.rules.js';
import { brokenSigner, isOwnPaper } from './signer.rules.js';
import type { Signer } from './signer.view.js';

/** Paper as it is recorded, amended, or shown by what ends on it. */
export type Paper = Pick<Document, 'year' | 'issuer'> &
  Partial<Pick<Document, 'number' | 'numberSuffix' | 'symbol' | 'series' | 'issuedOn' | 'authorityId'>> & {
    signer?: Partial<Signer>;
  };

/** Facts to judge a paper by: day and commune of the act, whether it ends on the paper, and the paper before it. */
export interface Judged {
  on: string;
  commune: { name: string };
  ends?: boolean;
  before?: Paper;
}

/** Places of the members in the input: the paper's, and the signer's. */
export interface Pointers {
  paper: string;
  signer: string;
}

/**
 * Points against a paper, whichever act takes it: letter, symbol, year, day, signer. A paper of the commune by TUQ. or
 * Q. names the document that it rests on. A rule that was broken before an act is not held against the act.
 */
export function brokenPaper(paper: Paper, { before, ...judged }: Judged, at: Pointers): Point[] {
  const earlier = before ? brokenPaper(before, judged, at).map(({ code, pointer }) => code + pointer) : [];
  const { number, numberSuffix, symbol, series, year, issuedOn, issuer, authorityId = null } = paper;
  const { title = null, capacity = null } = paper.signer ?? {};
  const authority = judged.ends || isOwnPaper(issuer, judged.commune) ? authorityId : undefined;
  return points(
    ...brokenNumber({ number, numberSuffix }, at.paper),
    ...brokenSymbol(symbol, year, `${at.paper}/symbol`),
    ...brokenSymbol(series, year, `${at.paper}/series`),
    issuedOn != null &&
      !issuedOn.startsWith(String(year)) &&
      point(`${at.paper}/year`, 'YEAR_OF_DAY', {
        en: `The paper is of ${issuedOn}: its number counts in that year.`,
        vi: `Văn bản đề ngày ${vietnameseDate(issuedOn)}: năm của số phải là năm của ngày ấy.`,
      }),
    issuedOn != null &&
      firstDayOf(issuedOn) > judged.on &&
      point(`${at.paper}/issuedOn`, 'AHEAD', {
        en: `${issuedOn} lies ahead of ${judged.on}.`,
        vi: `Ngày ${vietnameseDate(issuedOn)} của văn bản sau ngày ${vietnameseDate(judged.on)} của việc này.`,
      }),
    ...brokenSigner({ title, capacity }, { pointer: at.signer, at: at.paper, authority }),
  ).filter(({ code, pointer }) => !earlier.includes(code + pointer));
}

/** Number before a symbol: "480/QĐ-UBND", "Số: 07a / QĐ-UBND", "05-QĐ/TU". In "2025/TT-BNV" the year is part of it. */
const numbered = /^\s*(?:s[ốô]\s*[:.]?\s*)?(\d+)\s*(\p{L}?)\s*(?:\/|-(?=\s*\p{L}+\/))\s*(.*)$/iu;

/** Points against a symbol in which the number was typed, too. */
export function brokenSymbol(symbol: string | null | undefined, year: number | null, pointer: string): Point[] {
  const [, number, letter, rest] = numbered.exec(symbol ?? '') ?? [];
  const split = `number ${Number(number)}, ${letter ? `numberSuffix "${letter}", ` : ''}symbol "${rest}"`;
  return points(
    number !== undefined &&
      !(letter === '' && number.length === 4 && (year === null || Number(number) === year)) &&
      point(pointer, 'SYMBOL_WITH_NUMBER', {
        en: `Split "${symbol}" into ${split}.`,
        vi: `Hãy tách "${symbol}" thành ${split}.`,
      }),
  );
}
