/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Range of a `Range` header for a file of `size` bytes: one range; `whole` without a header, for several ranges and for
 * a malformed header; `none` for a range after the end (RFC 9110, 14.2).
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'whole' | 'none' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '') {
    if (last === '') return 'whole';
    return Number(last) === 0 || size === 0 ? 'none' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  }
  if (last !== '' && Number(last) < Number(first)) return 'whole';
  return Number(first) >= size
    ? 'none'
    : { start: Number(first), end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
