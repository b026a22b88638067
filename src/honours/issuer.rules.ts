import { fold } from '../database/text.js';

/** Levels of who decides, as the national database of officials asks for them (cấp ra quyết định). */
export const issuerLevels = ['COMMUNE', 'DISTRICT', 'PROVINCE', 'STATE'] as const;
export type IssuerLevel = (typeof issuerLevels)[number];

/** Sectors that decide (loại khen thưởng): Đảng, chính quyền, đoàn thể, khác. */
export const issuerSectors = ['PARTY', 'GOVERNMENT', 'UNION', 'OTHER'] as const;
export type IssuerSector = (typeof issuerSectors)[number];

/** Words of a name, folded: the first that a name holds tells the level; what follows is the place above. */
const levels: readonly (readonly [IssuerLevel, RegExp])[] = [
  ['COMMUNE', /\b(xa|x\.|phuong|p\.|thi tran|tt\.|dac khu)(?=\s|$)/],
  ['DISTRICT', /\b(huyen|h\.|quan(?! su)|thi xa|tx\.|thanh pho(?=.*, ?tinh ))(?=\s|$)/],
  ['PROVINCE', /\b(tinh|t\.|thanh pho|tp\.|so(?! \d))(?=\s|$)/],
  [
    'STATE',
    /\b(chu tich nuoc|nha nuoc|thu tuong|chinh phu|quoc hoi|trung uong|(?<!(dang|chi|can) )bo(?! chi huy))(?=\s|$)/,
  ],
];

/** Words of a name, folded; the first row that fits tells whose it is. */
const sectors: readonly (readonly [IssuerSector, RegExp])[] = [
  ['PARTY', /\b((dang|tinh|huyen|thanh|quan|thi) uy|dang bo|chi bo|bo chinh tri|ban bi thu)\b/],
  [
    'UNION',
    /\b(mat tran|mttq|cong doan|lien doan lao dong|doan thanh nien|doan tncs|(tinh|huyen) doan|hoi(?! dong))\b/,
  ],
  [
    'GOVERNMENT',
    new RegExp(
      '\\b(ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|nha nuoc|chu tich nuoc|thu tuong|chinh phu|quoc hoi|' +
        'so(?! \\d)|bo|cong an|quan su)\\b',
    ),
  ],
];

/**
 * Level of the body that a name tells: "Chủ tịch UBND xã Đức Lạng, huyện Đức Thọ" is of a commune; null: none is told.
 */
export function levelOf(issuer: string): IssuerLevel | null {
  const name = fold(issuer);
  const places = levels
    .map(([level, word]) => ({ level, place: name.search(word) }))
    .filter(({ place }) => place !== -1)
    .sort((a, b) => a.place - b.place);
  return places[0]?.level ?? null;
}

/** Sector of the body that a name tells. */
export function sectorOf(issuer: string): IssuerSector {
  const name = fold(issuer);
  return sectors.find(([, words]) => words.test(name))?.[0] ?? 'OTHER';
}
