import { vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';
import type { Unit } from './unit.entity.js';
import { changesLater, laterTerm } from './unit.rules.js';

/** Units that move in one act, at most. */
export const mostMoved = 2_000;

type Moved = Pick<Unit, 'code' | 'path' | 'parentId' | 'termFrom' | 'termTo' | 'validTo'>;
type Above = Pick<Unit, 'id' | 'code' | 'path'> | undefined;

/** Path of a unit directly below another, or of one at the root. */
export const pathBelow = (above: Pick<Unit, 'path'> | undefined, code: string): string =>
  above ? `${above.path}/${code}` : code;

/** Path after a move of what stands above it: `a/b/c` → `x/b/c` when `moves` says `a/b` → `x/b`. */
export function movedPath(path: string, moves: ReadonlyMap<string, string>): string {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const moved = moves.get(path.slice(0, end));
    if (moved !== undefined) return moved + path.slice(end);
  }
  return path;
}

/**
 * Points against moving several units: not either named or below one unit; named twice or not valid on the day; none or
 * too many below one unit; there already.
 */
export function brokenMoves(
  { units: codes, below, from }: { units?: readonly string[]; below?: string; from: string },
  units: readonly Moved[],
  above: Above,
): Point[] {
  if ((codes === undefined) === (below === undefined))
    return [point('/units', 'UNITS_OR_BELOW', 'Name either the units or the unit that they are directly below.')];
  const found = new Set(units.map(({ code }) => code));
  const pointer = (code: string) => (codes ? `/units/${codes.indexOf(code)}` : '/below');
  const none = below === undefined ? 'No unit is named.' : `No unit is directly below "${below}" on ${from}.`;
  return points(
    ...(codes ?? []).flatMap((code, index) => [
      codes?.indexOf(code) !== index &&
        point(`/units/${index}`, 'NAMED_TWICE', { en: `"${code}" is named twice.`, vi: `"${code}" được nêu hai lần.` }),
      !found.has(code) &&
        point(`/units/${index}`, 'NOT_VALID', {
          en: `There is no unit "${code}" on ${from}.`,
          vi: `Ngày ${vietnameseDate(from)} không có đơn vị "${code}".`,
        }),
    ]),
    codes === undefined && units.length > mostMoved && point('/below', 'TOO_MANY_UNITS', tooMany(units.length)),
    (codes ?? units).length === 0 && point(codes ? '/units' : '/below', 'NOTHING_CHANGED', none),
    ...units.map(
      ({ code, parentId }) =>
        parentId === (above?.id ?? null) &&
        point(pointer(code), 'NOTHING_CHANGED', {
          en: `"${code}" stands there already.`,
          vi: `"${code}" đã ở vị trí đó.`,
        }),
    ),
  );
}

const tooMany = (number: number) => ({
  en: `${number} units stand directly below it; name at most ${mostMoved} of them.`,
  vi: `Có ${number} đơn vị trực thuộc, mỗi lần chuyển nhiều nhất ${mostMoved}; hãy nêu từng đơn vị trong "units".`,
});

/**
 * Points against a new place of units and of those below them: it lies below one of them; one stands below another; a
 * name or place changes later.
 */
export function brokenPlaces(
  { units, below }: { units: readonly Moved[]; below: readonly Moved[] },
  { above, from }: { above: Above; from: string },
): Point[] {
  const codes = new Set(units.map(({ code }) => code));
  return points(
    ...units.flatMap((unit) => [
      above !== undefined &&
        `${above.path}/`.startsWith(`${unit.path}/`) &&
        point('/parent', 'BELOW_ITSELF', {
          en: `"${above.code}" is below "${unit.code}".`,
          vi: `"${above.code}" trực thuộc "${unit.code}" nên không thể là cấp trên.`,
        }),
      laterTerm(unit, '/from'),
    ]),
    ...below.flatMap((unit) => [
      codes.has(unit.code) &&
        point('/units', 'NAMED_TWICE', {
          en: `"${unit.code}" moves with the unit above it.`,
          vi: `"${unit.code}" đã chuyển cùng đơn vị cấp trên; không cần nêu riêng.`,
        }),
      (unit.termFrom > from || changesLater(unit)) &&
        point('/from', 'LATER_TERM', {
          en: `The name or place of "${unit.code}" below it changes later.`,
          vi: `Đơn vị trực thuộc "${unit.code}" còn đổi tên hoặc vị trí sau ngày đó; hãy chọn ngày muộn hơn.`,
        }),
    ]),
  );
}
