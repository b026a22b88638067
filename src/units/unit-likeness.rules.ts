import type { IdentifierGiven } from '../communes/identifier.inputs.js';
import { citizens } from '../communes/identifier.rules.js';
import { grouped } from '../database/batch.js';
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
  const alikeTo = lookingLike(others);
  return placed.flatMap((unit) => points(alike(unit, alikeTo(unit)[0], pointer))).slice(0, mostAsked);
}

/** Gives the units that look like one, beside it: of its kind, below the same unit. */
export function lookingLike(others: readonly UnitFound[]): (unit: UnitPlaced) => UnitFound[] {
  const place = ({ kind, parentId, name }: UnitPlaced) => [kind, parentId ?? '', looksOf(name)] as const;
  const beside = grouped(others, place);
  return (unit) => beside(...place(unit)).filter(({ id }) => id !== unit.id);
}

/** Point that asks back a name that looks like that of a unit beside it. */
export const alike = ({ name }: { name: string }, other: Pick<Unit, 'code'> | undefined, pointer: string) =>
  other &&
  point(pointer, 'ALIKE', {
    en: `"${name}" looks like the unit "${other.code}" beside it: use that one, or send "ALIKE" in "confirm".`,
    vi: `"${name}" trông giống "${other.code}" cùng cấp trên; nếu là đơn vị khác, hãy xác nhận bằng "confirm".`,
  });

/** Unit that has a citizen's number. */
export type NumberHolder = Pick<Unit, 'id' | 'code'> & { value: string };

/** Holders of citizens' numbers, while units get others. */
export class NumbersHeld {
  private readonly byValue = new Map<string, NumberHolder[]>();

  constructor(holders: readonly NumberHolder[]) {
    for (const holder of holders) this.byValue.set(holder.value, [...(this.byValue.get(holder.value) ?? []), holder]);
  }

  /** Other units that have one of these numbers. */
  byOthers({ id }: Pick<Unit, 'id'>, identifiers: readonly Pick<IdentifierGiven, 'value'>[] = []): NumberHolder[] {
    return identifiers.flatMap(({ value }) => (this.byValue.get(value) ?? []).filter((each) => each.id !== id));
  }

  /** A unit has these numbers from now on, and no others. `before`: those it had. */
  give(
    { id, code, identifiers: before }: Pick<Unit, 'id' | 'code'> & { identifiers: readonly IdentifierGiven[] },
    identifiers: readonly IdentifierGiven[],
  ): void {
    for (const { value } of before) this.byValue.set(value, this.byOthers({ id }, [{ value }]));
    for (const { system, value } of identifiers)
      if (system === citizens) this.byValue.set(value, [...(this.byValue.get(value) ?? []), { id, code, value }]);
  }
}

/** Points against citizens' numbers that other units have; a caller who reads personal values is told which. */
export const othersNumbers = (
  { readsPersonal }: { readsPersonal: boolean },
  holders: readonly NumberHolder[],
  identifiers: readonly Pick<IdentifierGiven, 'system' | 'value'>[],
): Point[] =>
  identifiers.flatMap(({ system, value }, index) => {
    const holder = system === citizens && holders.find((each) => each.value === value);
    return points(
      holder &&
        point(`/identifiers/${index}/value`, 'OTHERS_NUMBER', {
          en: `This citizen's number is that of ${readsPersonal ? `"${holder.code}"` : 'another unit'}: use that unit.`,
          vi: `Số định danh này là của ${readsPersonal ? `"${holder.code}"` : 'một đơn vị khác'}; hãy dùng đơn vị đó.`,
        }),
    );
  });
