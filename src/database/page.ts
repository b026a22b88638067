import { validate } from 'uuid';
import { isDay } from '../day.js';
import { Refusal } from '../refusals.js';

/** Page of a list: its items, and the cursor of the next page where there is one. */
export interface Page<T> {
  items: T[];
  next: string | null;
  /** Whether it begins after a cursor. */
  isLater: boolean;
  /** Cursor of the place after an item. */
  cursorOf(item: T): string;
}

/** Sort keys of an item, as a cursor carries them. */
export type Keys = readonly (string | number)[];

const encode = (keys: Keys) => Buffer.from(JSON.stringify(keys)).toString('base64url');

const key = {
  int: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  uuid: (value: unknown) => validate(value),
  day: (value: unknown) => typeof value === 'string' && isDay(value),
  text: (value: unknown) => typeof value === 'string' && !/[\0\p{Cs}]/u.test(value),
} as const;

export type KeyType = keyof typeof key;

/** Keys of a cursor, typed by the key types of its list. */
export type KeysOf<Types extends readonly KeyType[]> = {
  readonly [Place in keyof Types]: Types[Place] extends 'int' ? number : string;
};

/** Keys of a cursor; null: start of the list. Refusal: CURSOR_INVALID for a cursor of another list. */
export function keysAfter<const Types extends readonly KeyType[]>(
  cursor: string | undefined,
  types: Types,
): KeysOf<Types> | null {
  if (cursor === undefined) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === types.length && types.every((type, index) => key[type](keys[index])))
      return keys as unknown as KeysOf<Types>;
  } catch {
    // Not a cursor of this program: refused below.
  }
  throw new Refusal('CURSOR_INVALID');
}

/**
 * Cuts a page out of rows, which begin after a cursor or at the start of the list; the query reads `first` + 1 rows, so
 * that the page knows whether there is a next one.
 */
export function pageOf<T>(
  rows: readonly T[],
  { first, after }: { first: number; after?: string },
  keysOf: (item: T) => Keys,
): Page<T> {
  const items = rows.slice(0, first);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > first && last !== undefined ? encode(keysOf(last)) : null,
    isLater: after !== undefined,
    cursorOf: (item) => encode(keysOf(item)),
  };
}
