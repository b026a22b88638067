import { inflateRawSync } from 'node:zlib';
import { Refusal } from '../refusals.js';
import { refusedType } from './file-advice.js';
import type { MediaType } from './file.rules.js';
import type { Looked } from './looked.js';

const zipEnd = Buffer.from('PK\x05\x06');
const zip64Place = Buffer.from('PK\x06\x07');
const zip64End = Buffer.from('PK\x06\x06');
const office = 'application/vnd.openxmlformats-officedocument.';
const parts: readonly (readonly [part: string, type: MediaType])[] = [
  [`${office}wordprocessingml.document.main+xml`, `${office}wordprocessingml.document`],
  [`${office}spreadsheetml.sheet.main+xml`, `${office}spreadsheetml.sheet`],
];

/** Bytes of a zip's directory and of its list of parts: those of the fullest workbook seen have 60 and 20 kB. */
const mostOfDirectory = 1_048_576;
const mostOfContentTypes = 262_144;

const broken = () => refusedType(Buffer.from('PK'));

/** Whether a zip ends in what is something else at its beginning. */
export function holdsZip(tail: Buffer, size: number): boolean {
  for (
    let offset = tail.lastIndexOf(zipEnd);
    offset >= 0;
    offset = offset === 0 ? -1 : tail.lastIndexOf(zipEnd, offset - 1)
  ) {
    const inFile = size - tail.length + offset;
    if (
      offset + 22 <= tail.length &&
      tail.readUInt16LE(offset + 10) > 0 &&
      tail.readUInt32LE(offset + 12) <= inFile &&
      offset + 22 + tail.readUInt16LE(offset + 20) <= tail.length
    )
      return true;
  }
  return false;
}

/** Place and size of a zip's directory, and the number of its entries. */
interface Directory {
  count: number;
  length: number;
  offset: number;
}

/**
 * The directory of a zip that ends with the file. Office programs write no comment; some write the end in 64 bits, too.
 * Refusals: FILE_AMBIGUOUS for anything between the directory and the end, which would be another zip;
 * FILE_TYPE_REFUSED for no end.
 */
async function directoryOf(file: Looked, tail: Buffer): Promise<Directory> {
  const end = tail.subarray(Math.max(0, tail.length - 22));
  if (end.length < 22 || !end.subarray(0, 4).equals(zipEnd) || end.readUInt16LE(20) !== 0)
    throw holdsZip(tail, file.size) ? new Refusal('FILE_AMBIGUOUS') : broken();
  const told = { count: end.readUInt16LE(10), length: end.readUInt32LE(12), offset: end.readUInt32LE(16) };
  const place = await file.read(Math.max(0, file.size - 42), 20);
  const is64 = place.length === 20 && place.subarray(0, 4).equals(zip64Place);
  const { endsAt, ...directory } = is64 ? await directory64(file, place) : { ...told, endsAt: file.size - 22 };
  const differs = [
    [told.count, directory.count, 0xffff],
    [told.length, directory.length, 0xffffffff],
    [told.offset, directory.offset, 0xffffffff],
  ].some(([short, long, none]) => short !== long && (!is64 || short !== none));
  if (differs || directory.offset + directory.length !== endsAt) throw new Refusal('FILE_AMBIGUOUS');
  return directory;
}

/** The same by the end in 64 bits, which stands right before its place. */
async function directory64(file: Looked, place: Buffer): Promise<Directory & { endsAt: number }> {
  const endsAt = Number(place.readBigUInt64LE(8));
  const end = await file.read(Math.min(endsAt, file.size), 56);
  if (end.length < 56 || !end.subarray(0, 4).equals(zip64End)) throw broken();
  if (endsAt + 12 + Number(end.readBigUInt64LE(4)) !== file.size - 42) throw new Refusal('FILE_AMBIGUOUS');
  const [count, length, offset] = [32, 40, 48].map((at) => Number(end.readBigUInt64LE(at))) as [number, number, number];
  return { count, length, offset, endsAt };
}

/** Macros, and parts that an unpacking program would put outside of its folder. */
const unwanted = /vbaproject\.bin$|(^|\/)\.\.(\/|$)/i;

/** Only the zip's directory is read, and one small part of it unpacked, to a limit. */
export async function officeType(file: Looked, tail: Buffer): Promise<MediaType> {
  const { count, length, offset } = await directoryOf(file, tail);
  if (length > mostOfDirectory) throw broken();
  const entries = entriesOf(await file.read(offset, length), count);
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) throw new Refusal('FILE_AMBIGUOUS');
  const list = entries.find(({ name }) => name === '[Content_Types].xml');
  if (!list || !names.has('_rels/.rels') || entries.some(({ name, encrypted }) => encrypted || unwanted.test(name)))
    throw broken();
  const told = await contentTypes(file, list);
  const types = parts.filter(([part]) => told.includes(part)).map(([, type]) => type);
  if (types.length > 1) throw new Refusal('FILE_AMBIGUOUS');
  if (types[0] === undefined) throw broken();
  return types[0];
}

/**
 * Bytes of all entries of an Office file when they are unpacked, as its directory tells; an entry that does not tell
 * counts as endless, for who unpacks it goes by the same number.
 */
export async function unpackedSize(file: Looked): Promise<number> {
  const tail = await file.read(Math.max(0, file.size - 42), 42);
  const { count, length, offset } = await directoryOf(file, tail);
  const sizes = entriesOf(await file.read(offset, length), count).map(({ packed, unpacked }) =>
    unpacked === 0 && packed > 2 ? Infinity : unpacked,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

interface ZipEntry {
  name: string;
  encrypted: boolean;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

function entriesOf(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let start = 0;
  while (start + 46 <= directory.length && directory.readUInt32LE(start) === 0x02014b50) {
    const length = directory.readUInt16LE(start + 28);
    // Some programs of Windows write paths in their own way.
    const name = directory.toString('utf8', start + 46, start + 46 + length).replaceAll('\\', '/');
    const extra = directory.subarray(start + 46 + length, start + 46 + length + directory.readUInt16LE(start + 30));
    const sizes = [24, 20, 42].map((at) => directory.readUInt32LE(start + at));
    const [unpacked = 0, packed = 0, offset = 0] = in64Bits(sizes, extra);
    entries.push({
      name,
      encrypted: (directory.readUInt16LE(start + 8) & 1) === 1,
      method: directory.readUInt16LE(start + 10),
      packed,
      unpacked,
      offset,
    });
    start += 46 + length + directory.readUInt16LE(start + 30) + directory.readUInt16LE(start + 32);
  }
  if (start !== directory.length || entries.length !== count) throw broken();
  return entries;
}

/** Sizes and place of an entry, in this order; those that 32 bits do not hold stand in its field of 64 bits. */
function in64Bits(sizes: readonly number[], extra: Buffer): number[] {
  let field = 0;
  while (field + 4 <= extra.length && extra.readUInt16LE(field) !== 1) field += 4 + extra.readUInt16LE(field + 2);
  let at = field + 4;
  return sizes.map((size) => {
    if (size !== 0xffffffff || at + 8 > extra.length) return size;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}

async function contentTypes(file: Looked, { method, packed, offset }: ZipEntry): Promise<string> {
  if (packed > mostOfContentTypes || offset > file.size || (method !== 0 && method !== 8)) throw broken();
  const head = await file.read(offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw broken();
  const bytes = await file.read(offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), packed);
  if (method === 0) return bytes.toString();
  try {
    return inflateRawSync(bytes, { maxOutputLength: mostOfContentTypes }).toString();
  } catch {
    throw broken();
  }
}
