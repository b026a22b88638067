/** Bytes from `start` to `end`, both counted. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * What a `Range` header asks for of so many bytes: one range; `whole` where there is none, several, or what does not
 * read; `none` where it begins behind the end (RFC 9110, 14.2).
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
