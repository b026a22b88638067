import { createHash } from 'node:crypto';
import type { Audience } from '../access/permissions.js';
import { Refusal } from '../refusals.js';

/** Where a consumer of the feed stands: behind an item, in a history (8 bytes of its hash there), with a visibilityHash of things. */
export interface Cursor {
  position: number;
  item: number;
  hash: string;
  visibilityHash: string;
}

/** What decides which changes a caller is shown; another fingerprint means another feed. */
export function visibilityHashOf(sees: Audience, personal: boolean, units: readonly string[] | null): string {
  return createHash('sha256')
    .update(`${sees}|${personal}${units === null ? '' : `|${[...units].sort().join()}`}`)
    .digest('hex')
    .slice(0, 8);
}

export const writeCursor = ({ position, item, hash, visibilityHash }: Cursor): string =>
  Buffer.from(`${position}.${item}.${hash.slice(0, 16)}.${visibilityHash}`).toString('base64url');

/** Refuses what is not a cursor of ours with CURSOR_INVALID. */
export function readCursor(text: string): Cursor {
  const match = /^(\d{1,15})\.(\d{1,9})\.([0-9a-f]{16})\.([0-9a-f]{8})$/.exec(
    Buffer.from(text, 'base64url').toString('latin1'),
  );
  if (!match) throw new Refusal('CURSOR_INVALID');
  const [, position = '', item = '', hash = '', visibilityHash = ''] = match;
  return { position: Number(position), item: Number(item), hash, visibilityHash };
}

/**
 * Whether a feed may go on from a cursor. `hashThere` is the chain's hash at its position, undefined above the head.
 * Refusals: CURSOR_AHEAD, CURSOR_OTHER_HISTORY, CURSOR_RESCOPED, each saying where to start again.
 */
export function checkCursor(
  cursor: Cursor,
  hashThere: string | undefined,
  visibilityHash: string,
  startAgainAt: string,
): void {
  if (hashThere === undefined) throw new Refusal('CURSOR_AHEAD', { startAgainAt });
  if (!hashThere.startsWith(cursor.hash)) throw new Refusal('CURSOR_OTHER_HISTORY', { startAgainAt });
  if (cursor.visibilityHash !== visibilityHash) throw new Refusal('CURSOR_RESCOPED', { startAgainAt });
}
