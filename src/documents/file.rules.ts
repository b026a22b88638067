import { point, type Point } from '../points.js';

/** Accepted media types, and their extensions. */
const kinds = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
} as const satisfies Record<string, readonly string[]>;

export type MediaType = keyof typeof kinds;
export const mediaTypes = Object.keys(kinds) as MediaType[];

/** Stands in an erased file for the hash of its bytes; no file has it. */
export const erasedHash = '0'.repeat(64);

export const isErased = ({ sha256 }: { sha256: string }): boolean => sha256 === erasedHash;

/** Bytes of one row. */
export const chunkSize = 262_144;

/**
 * Characters that a name must not hold: control, formatting (right-to-left override …), lone surrogates, line
 * separators, the replacement character, and the signs of paths and shells.
 */
const harmful = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD/\\<>:"|?*]/u;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;
const whole = /^[^.\s].*\.[a-z0-9]{1,10}$/isu;

/** Points against the name of a file, in NFC: every system must be able to store it, and it must not be a path. */
export function brokenName(name: string): Point[] {
  if (name.length <= 200 && whole.test(name) && !harmful.test(name) && !reserved.test(name)) return [];
  return [
    point(
      '/file',
      'FILE_NAME',
      'A name has at most 200 characters and an extension, no path, no control character, ' +
        'none of < > : " | ? *, and does not begin with a dot.',
    ),
  ];
}

/** The usual extension of a type. */
export const extensionOf = (type: MediaType): string => kinds[type][0];

/** Whether a name has an extension of the type. */
export function fits(name: string, type: MediaType): boolean {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return (kinds[type] as readonly string[]).includes(extension);
}

/** The rows that hold the bytes from `start` to `end`, both counted, and what of each. */
export function stretches(start: number, end: number): { ordinal: number; from: number; to: number }[] {
  const first = Math.floor(start / chunkSize);
  const last = Math.floor(end / chunkSize);
  return Array.from({ length: last - first + 1 }, (_, each) => {
    const before = (first + each) * chunkSize;
    return { ordinal: first + each, from: Math.max(0, start - before), to: Math.min(chunkSize, end - before + 1) };
  });
}
