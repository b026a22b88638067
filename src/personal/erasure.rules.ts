import { erasedText } from '../api/shown.js';

/** A record of others with what it says of some nominations taken out: the `reason` that stands beside the id of one. */
export function besides<T>(value: T, ids: readonly string[]): T {
  if (Array.isArray(value)) return value.map((each: unknown) => besides(each, ids)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value)) return value;
  const names = ids.includes((value as { nominationId?: string }).nominationId ?? '');
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, names && name === 'reason' && member !== null ? erasedText : besides(member, ids)])) as T;
}
