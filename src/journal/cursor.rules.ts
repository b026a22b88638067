import { createHash } from 'node:crypto';
import type { Audience } from '../access/roles.js';
import { Refusal } from '../refusals.js';

/**
 * Cursor of the feed: position and item after which it continues, first 8 bytes of the chain hash at the position, and
 * hash of the visibility it was issued for.
 */
export interface Cursor {
  position: number;
  item: number;
  hash: string;
  visibilityHash: string;
}

/** Hash of the caller's visibility: audience, personal values, units. Another visibility is another feed. */
export function visibilityHashOf(sees: Audience, personal: boolean, units: readonly string[] | null): string {
  return createHash('sha256')
    .update(`${sees}|${personal}${units === null ? '' : `|${[...units].sort().join()}`}`)
    .digest('hex')
    .slice(0, 8);
}

export const writeCursor = ({ position, item, hash, visibilityHash }: Cursor): string =>
  Buffer.from(`${position}.${item}.${hash.slice(0, 16)}.${visibilityHash}`).toString('base64url');

/** Reads a cursor. Refusal: CURSOR_INVALID. */
export function readCursor(text: string): Cursor {
  const match = /^(\d{1,15})\.(\d{1,9})\.([0-9a-f]{16})\.([0-9a-f]{8})$/.exec(
    Buffer.from(text, 'base64url').toString('latin1'),
  );
  if (!match) throw new Refusal('CURSOR_INVALID');
  const [, position = '', item = '', hash = '', visibilityHash = ''] = match;
  return { position: Number(position), item: Number(item), hash, visibilityHash };
}

/**
 * Refuses a cursor from which a feed cannot continue. `there`: chain hash at the position of the cursor, undefined
 * above the caller's head. The visibility comes first, so that a cursor of more visibility is not taken for a restored
 * backup. Refusals with `startAgainAt`: CURSOR_RESCOPED, CURSOR_AHEAD, CURSOR_OTHER_HISTORY.
 */
export function refuseForeignCursor(
  cursor: Cursor,
  { there, visibilityHash }: { there: string | undefined; visibilityHash: string },
  startAgainAt: string,
): void {
  if (cursor.visibilityHash !== visibilityHash) throw new Refusal('CURSOR_RESCOPED', { startAgainAt });
  if (there === undefined) throw new Refusal('CURSOR_AHEAD', { startAgainAt });
  if (!there.startsWith(cursor.hash)) throw new Refusal('CURSOR_OTHER_HISTORY', { startAgainAt });
}
