import { zipSync } from 'fflate';

/** Entries of a zip all have the first day that a zip can tell. */
const mtime = new Date(1980, 0, 1);

/** A zip whose bytes follow from its parts alone: in the order of their names, each of the same day. */
export function zipped(parts: Readonly<Record<string, Uint8Array>>): Buffer {
  const sorted = Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.from(zipSync(Object.fromEntries(sorted), { mtime, level: 6 }));
}
