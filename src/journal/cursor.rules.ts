import { createHash } from 'node:crypto';
import type { Audience } from '../access/roles.js';
import { Refusal, wrong } from '../refusals.js';
import type { Head } from './change.view.js';

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

/** Item of a cursor behind all items of its position. */
export const afterAll = 999_999_999;

/** Refusal of a position above the head of a caller. */
export const beyondHead = (pointer: string, { position }: Pick<Head, 'position'>): Refusal =>
  wrong(pointer, 'BEYOND_HEAD', {
    en: `The head for this caller is at ${position}.`,
    vi: `Nhật ký của bạn mới tới vị trí ${position}; hãy dùng vị trí không quá số đó.`,
  });

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

/** Cursor of a snapshot: its position, and the record after which the next page begins. */
export interface SnapshotCursor extends Omit<Cursor, 'item'> {
  type: string;
  recordId: string;
}

export const writeSnapshotCursor = ({ position, hash, visibilityHash, type, recordId }: SnapshotCursor): string =>
  Buffer.from(`${position}.${hash.slice(0, 16)}.${visibilityHash}.${type}.${recordId}`).toString('base64url');

/** Reads a cursor of a snapshot. Refusal: CURSOR_INVALID. */
export function readSnapshotCursor(text: string): SnapshotCursor {
  const match = /^(\d{1,10})\.([0-9a-f]{16})\.([0-9a-f]{8})\.([a-z-]{1,40})\.([\w-]{1,64})$/.exec(
    Buffer.from(text, 'base64url').toString('latin1'),
  );
  if (!match) throw new Refusal('CURSOR_INVALID');
  const [, position = '', hash = '', visibilityHash = '', type = '', recordId = ''] = match;
  return { position: Number(position), hash, visibilityHash, type, recordId };
}

/**
 * Refuses a cursor from which a feed or a snapshot cannot continue. `there`: chain hash at the position of the cursor,
 * undefined above the caller's head. The visibility comes first, so that a cursor of more visibility is not taken for a
 * restored backup. Refusals with `startAgainAt`: CURSOR_RESCOPED, CURSOR_AHEAD, CURSOR_OTHER_HISTORY.
 */
export function refuseForeignCursor(
  cursor: Omit<Cursor, 'position' | 'item'>,
  { there, visibilityHash }: { there: string | undefined; visibilityHash: string },
  startAgainAt: string,
): void {
  if (cursor.visibilityHash !== visibilityHash) throw new Refusal('CURSOR_RESCOPED', { startAgainAt });
  if (there === undefined) throw new Refusal('CURSOR_AHEAD', { startAgainAt });
  if (!there.startsWith(cursor.hash)) throw new Refusal('CURSOR_OTHER_HISTORY', { startAgainAt });
}
