import { validate } from 'uuid';
import { isDay } from '../day.js';
import { Refusal } from '../refusals.js';

/** One page of a list: its items and, when there is more, the cursor to go on with. */
export interface Page<T> {
  items: T[];
  next: string | null;
  /** The cursor that stands right behind an item. */
  cursorOf(item: T): string;
}

/** The values a list is ordered by, as a cursor carries them. */
export type Keys = readonly (string | number)[];

const encode = (keys: Keys) => Buffer.from(JSON.stringify(keys)).toString('base64url');

const key = {
  int: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  uuid: (value: unknown) => validate(value),
  day: (value: unknown) => typeof value === 'string' && isDay(value),
  text: (value: unknown) => typeof value === 'string' && !/[\0\p{Cs}]/u.test(value),
} as const;

export type KeyType = keyof typeof key;

/** The keys of a cursor, by the types of a list's keys. */
export type KeysOf<Types extends readonly KeyType[]> = {
  readonly [Place in keyof Types]: Types[Place] extends 'int' ? number : string;
};

/** The keys inside a cursor, or null for the start of the list. Refusal: CURSOR_INVALID for a cursor of another list. */
export function keysAfter<const Types extends readonly KeyType[]>(
  cursor: string | undefined,
  types: Types,
): KeysOf<Types> | null {
  if (cursor === undefined) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === types.length && types.every((type, place) => key[type](keys[place])))
      return keys as unknown as KeysOf<Types>;
  } catch {
    // Falls through: not a cursor of ours.
  }
  throw new Refusal('CURSOR_INVALID');
}

/** Cuts a page out of rows read with one more than asked for. */
export function pageOf<T>(rows: readonly T[], first: number, keysOf: (item: T) => Keys): Page<T> {
  const items = rows.slice(0, first);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > first && last !== undefined ? encode(keysOf(last)) : null,
    cursorOf: (item) => encode(keysOf(item)),
  };
}
