import type { Capacity } from '../access/roles.js';
import { point, points, type Point } from '../points.js';

/** Abbreviations before an office, in their standard spelling, each with how offices write it. */
const spellings: Readonly<Record<Capacity | 'TM', string>> = {
  TM: 't[\\s./-]*m|thay\\s+mặt',
  KT: 'k[\\s./-]*t|k[ýí]\\s+thay',
  TL: 't[\\s./-]*l|thừa\\s+lệnh',
  TUQ: '(?:t[\\s./-]*)?u[\\s./-]*q|(?:thừa\\s+)?(?:ủy|uỷ)\\s+quyền',
  Q: 'q|quyền(?=\\s+(?:chủ|bí|giám|trưởng|viện|cục|vụ|chánh)\\P{L})',
};
const oneOf = Object.entries(spellings).map(([short, each]) => `(?<${short}>${each})`);
const marker = new RegExp(`(?<!\\p{L})(?:${oneOf.join('|')})(?!\\p{L})(?<stop>\\s*[.:/])?[\\s.:/,)-]*`, 'giu');
/** Letters before a stop, as an abbreviation has them. */
const abbreviation = /^\P{L}*\p{L}{1,4}\s*[./]/u;

interface Part {
  short: Capacity | 'TM';
  office: string;
}

/** Parts of a capacity as printed: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH" has two, "CHỦ TỊCH" has none. */
function partsOf(capacity: string): Part[] {
  const found = [...capacity.matchAll(marker)];
  if (found[0] === undefined || /\p{L}/u.test(capacity.slice(0, found[0].index))) return [];
  // Behind the collective an abbreviation has a stop, or is written out: "TM. HỘI T L" names a body.
  const marks = found.filter(({ groups, 0: text }, place) => place === 0 || groups?.stop || /\p{L}{3}/u.test(text));
  const [first] = marks;
  const held = first?.groups?.TM === undefined ? marks.slice(0, 1) : marks;
  return held.map(({ index, 0: text, groups = {} }, place) => ({
    short: Object.keys(spellings).find((short) => groups[short] !== undefined) as Part['short'],
    office: capacity.slice(index + text.length, held[place + 1]?.index).trim(),
  }));
}

/** Abbreviation whose rules a capacity follows: TUQ of "Thừa ủy quyền Chủ tịch"; null: the signer's own office. */
export const abbreviationOf = (capacity: string): Capacity | 'TM' | null => partsOf(capacity).at(-1)?.short ?? null;

/** Office that a capacity names behind its abbreviation: "CHỦ TỊCH" of "KT. CHỦ TỊCH". */
export const officeOf = (capacity: string): string => partsOf(capacity).at(-1)?.office || 'CHỦ TỊCH';

/** Capacity in its standard spelling; of an abbreviation alone the office is added: "K/T" is "KT. CHỦ TỊCH". */
export function standardCapacity(capacity: string): string {
  const plain = capacity.replace(/\s+/g, ' ').trim();
  const parts = partsOf(plain);
  if (parts.length === 0) return plain;
  return parts
    .map(({ short, office }) => `${short}. ${office || (short === 'TM' ? 'ỦY BAN NHÂN DÂN' : 'CHỦ TỊCH')}`)
    .join(' ');
}

/** Points against a capacity whose abbreviation nobody knows: "P. CHỦ TỊCH". */
export const brokenCapacity = (capacity: string | null, pointer: string): Point[] =>
  points(
    capacity !== null &&
      partsOf(capacity).length === 0 &&
      abbreviation.test(capacity) &&
      point(
        `${pointer}/capacity`,
        'CAPACITY_UNKNOWN',
        'A capacity is TM., KT., TL., TUQ. or Q. and an office ("KT. CHỦ TỊCH"), or an office written out.',
      ),
  );
