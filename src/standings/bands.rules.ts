import Big from 'big.js';
import { point, points, type Point } from '../points.js';
import type { Band } from './scheme-rules.js';

/** Points against bands: refused, where one is empty or two overlap; to be allowed, where a number lies in none. */
export function checkBands(bands: readonly Band[], at: string): { refused: Point[]; allowable: Point[] } {
  const empty = bands.flatMap((band, index) =>
    isEmpty(band) ? [point(`${at}/${index}`, 'BAND_EMPTY', 'No number lies in this band.')] : [],
  );
  if (empty.length > 0) return { refused: empty, allowable: [] };
  const ordered = bands.map((band, index) => ({ band, index })).sort((a, b) => byFrom(a.band, b.band));
  const beside = ordered
    .slice(1)
    .map(({ band, index }, place) => ({ index, band, before: ordered[place]?.band as Band }));
  const [first, last] = [ordered.at(0)?.band, ordered.at(-1)?.band];
  return {
    refused: beside.flatMap(({ index, band, before }) =>
      gap(before, band) < 0
        ? [
            point(`${at}/${index}`, 'BANDS_OVERLAP', {
              en: `${saying(band)} overlaps ${saying(before)}.`,
              vi: `Khoảng ${saying(band)} chồng lên khoảng ${saying(before)}.`,
            }),
          ]
        : [],
    ),
    allowable: points(
      first === undefined && point(at, 'BAND_HOLE', 'There is no band.'),
      beside.flatMap(({ index, band, before }) =>
        gap(before, band) > 0
          ? [
              point(`${at}/${index}`, 'BAND_HOLE', {
                en: `Numbers between ${saying(before)} and ${saying(band)} lie in no band.`,
                vi: `Các số nằm giữa khoảng ${saying(before)} và khoảng ${saying(band)} không thuộc khoảng nào.`,
              }),
            ]
          : [],
      ),
      first?.from != null &&
        point(at, 'BAND_HOLE', {
          en: `Numbers below ${saying(first)} lie in no band.`,
          vi: `Các số dưới khoảng ${saying(first)} không thuộc khoảng nào.`,
        }),
      last?.to != null &&
        point(at, 'BAND_HOLE', {
          en: `Numbers above ${saying(last)} lie in no band.`,
          vi: `Các số trên khoảng ${saying(last)} không thuộc khoảng nào.`,
        }),
    ),
  };
}

const isEmpty = ({ from, fromIncluded, to, toIncluded }: Band): boolean =>
  from !== null && to !== null && (new Big(from).gt(to) || (new Big(from).eq(to) && !(fromIncluded && toIncluded)));

function byFrom(a: Band, b: Band): number {
  if (a.from === null || b.from === null) return (a.from === null ? 0 : 1) - (b.from === null ? 0 : 1);
  return new Big(a.from).cmp(b.from) || Number(b.fromIncluded) - Number(a.fromIncluded);
}

/** Below zero: they overlap; above: something lies between; zero: the one ends where the other begins. */
function gap(before: Band, band: Band): number {
  if (before.to === null || band.from === null) return -1;
  return new Big(band.from).cmp(before.to) || 1 - Number(before.toIncluded) - Number(band.fromIncluded);
}

const saying = ({ from, fromIncluded, to, toIncluded }: Band): string =>
  `${fromIncluded ? '[' : '('}${from ?? '−∞'}; ${to ?? '∞'}${toIncluded ? ']' : ')'}`;
