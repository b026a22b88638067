import { looksOf } from '../database/text.js';
import { point, points, type Point } from '../points.js';
import type { Unit } from './unit.entity.js';

/** A unit with the name and place it is to have. */
export type UnitPlaced = Pick<Unit, 'id' | 'kind' | 'name' | 'parentId'>;

/** A unit that has a name below another unit on some day from the day of the act on. */
export type UnitFound = UnitPlaced & Pick<Unit, 'code'>;

/** Points asked back at most: more of them say nothing new. */
const mostAsked = 50;

/** Points that ask back each unit whose name looks like that of another of its kind below the same unit. */
export function askedBack(placed: readonly UnitPlaced[], others: readonly UnitFound[], pointer: string): Point[] {
  const asked = placed.flatMap(({ id, kind, name, parentId }) => {
    const look = looksOf(name);
    const alike = others.find(
      (each) => each.id !== id && each.kind === kind && each.parentId === parentId && looksOf(each.name) === look,
    );
    return points(
      alike &&
        point(pointer, 'ALIKE', {
          en: `"${name}" looks like the unit "${alike.code}" beside it: use that one, or send "ALIKE" in "confirm".`,
          vi: `"${name}" trông giống "${alike.code}" cùng cấp trên; nếu là đơn vị khác, hãy xác nhận bằng "confirm".`,
        }),
    );
  });
  return asked.slice(0, mostAsked);
}

/** Point against a citizen's number that another unit has; `isTold`: who asks may know whose numbers these are. */
export const othersNumber = (
  holder: Pick<Unit, 'code'> | undefined,
  { index, isTold }: { index: number; isTold: boolean },
): Point[] =>
  points(
    holder &&
      point(`/identifiers/${index}/value`, 'OTHERS_NUMBER', {
        en: `This citizen's number is that of ${isTold ? `"${holder.code}"` : 'another unit'}: use that unit.`,
        vi: `Số định danh này là của ${isTold ? `"${holder.code}"` : 'một đơn vị khác'}; hãy dùng đơn vị đó.`,
      }),
  );
