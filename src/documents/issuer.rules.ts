import { fold } from '../database/text.js';

/** Words of an issuer, folded, with the abbreviations that offices use. */
const abbreviations: readonly (readonly [short: RegExp, long: string])[] = [
  [/\buy ban nhan dan\b/g, 'ubnd'],
  [/\bhoi dong nhan dan\b/g, 'hdnd'],
  [/\bx\.\s*/g, 'xa '],
  [/\bp\.\s*/g, 'phuong '],
  [/\btt\.\s*/g, 'thi tran '],
  [/\bh\.\s*/g, 'huyen '],
  [/\bt\.\s*/g, 'tinh '],
  [/\btp\.\s*/g, 'thanh pho '],
];

const wordOf = (issuer: string): string =>
  abbreviations.reduce((word, [short, long]) => word.replace(short, long), fold(issuer)).replace(/[^\p{L}\d]+/gu, '');

/**
 * Whether two names are of one issuer, or of its head: "Chủ tịch UBND tỉnh Hà Tĩnh", "Ủy ban nhân dân tỉnh Hà Tĩnh". A
 * name that is the other with more words may be the same.
 */
export function maySameIssuer(one: string, other: string): boolean {
  const [a, b] = [wordOf(one), wordOf(other)];
  return a.includes(b) || b.includes(a);
}
