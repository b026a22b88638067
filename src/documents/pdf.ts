import type { Looked } from './looked.js';

/** Bytes of a trailer, or of a dictionary in its place, that are read: those of the longest seen have 2 kB. */
const mostOfTrailer = 65_536;

/** Bytes that may stand before the sign of a PDF: a byte order mark, blanks, blank lines, NULs. */
const before = /^(?:\xef\xbb\xbf)?[\0\t\n\f\r ]*%PDF-/;
/** Bytes that may stand behind its end: NULs that fill a block, blanks, lines of text that a scanner or a mail adds. */
const behind = /^[\0\t\n\f\r\x1a\x20-\x7e\x80-\xff]*$/;

/** A PDF by the first bytes of a file; undefined: it is none. */
export function pdfOf(head: Buffer) {
  const sign = before.exec(head.toString('latin1'));
  if (!sign) return undefined;
  const start = sign[0].length - '%PDF-'.length;
  return {
    /** Whether the last bytes of the file hold its end, and nothing but text behind. */
    ends: (tail: Buffer): boolean => {
      const end = tail.lastIndexOf('%%EOF');
      return end >= 0 && behind.test(tail.toString('latin1', end));
    },
    /** Whether it needs a password, for reading or for printing: its newest trailer says so. */
    isEncrypted: async (file: Looked, tail: Buffer): Promise<boolean> => {
      const text = tail.toString('latin1');
      const last = text.slice(Math.max(0, text.lastIndexOf('trailer')));
      const place = /startxref\s+(\d{1,10})\s*%%EOF/.exec(text.slice(Math.max(0, text.lastIndexOf('startxref'))))?.[1];
      const trailers = [
        last,
        ...(place === undefined ? [] : await trailersAt(file, [Number(place), Number(place) + start])),
      ];
      return trailers.some((each) => /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(upToItsEnd(each)));
    },
  };
}

/** The table of a trailer and what follows; the places count from the sign or from the beginning of the file. */
const trailersAt = async (file: Looked, places: readonly number[]): Promise<string[]> => {
  const read = (place: number) => file.read(place, Math.min(mostOfTrailer, Math.max(0, file.size - place)));
  return (await Promise.all([...new Set(places)].filter((place) => place < file.size).map(read))).map((bytes) =>
    bytes.toString('latin1'),
  );
};

const upToItsEnd = (trailer: string): string => trailer.split(/startxref|stream/, 1)[0] as string;
