import { inflateRawSync } from 'node:zlib';
import { Refusal } from '../refusals.js';
import type { MediaType } from './file.rules.js';

/** Bytes that can be looked at anywhere. */
export interface Looked {
  size: number;
  read(position: number, length: number): Promise<Buffer>;
}

const zipEnd = Buffer.from('PK\x05\x06');
const pngEnd = Buffer.from('0000000049454e44ae426082', 'hex');
const office = 'application/vnd.openxmlformats-officedocument.';
const parts: readonly (readonly [part: string, type: MediaType])[] = [
  [`${office}wordprocessingml.document.main+xml`, `${office}wordprocessingml.document`],
  [`${office}spreadsheetml.sheet.main+xml`, `${office}spreadsheetml.sheet`],
];

/** Bytes of a zip's directory and of its list of parts: those of the fullest workbook seen have 60 and 20 kB. */
const mostOfDirectory = 1_048_576;
const mostOfContentTypes = 262_144;

/**
 * The type of a file by its content. Refusals: FILE_EMPTY; FILE_TYPE_REFUSED for what is none of ours, or broken;
 * FILE_AMBIGUOUS for what another program would open as something else.
 */
export async function typeOf(file: Looked): Promise<MediaType> {
  if (file.size === 0) throw new Refusal('FILE_EMPTY');
  const head = await file.read(0, 1024);
  // The end of a zip, after which a comment may stand.
  const tail = await file.read(Math.max(0, file.size - 65_557), 65_557);
  const begins = (signature: string) => head.subarray(0, signature.length / 2).equals(Buffer.from(signature, 'hex'));

  const isPdf = begins('255044462d');
  const isZip = begins('504b0304');
  // Readers look for the first sign of a PDF in 1024 bytes, and for the sign of a zip from the end.
  if ((!isPdf && head.includes('%PDF-')) || (!isZip && holdsZip(tail, file.size))) throw new Refusal('FILE_AMBIGUOUS');
  if (isPdf && tail.subarray(-1024).includes('%%EOF')) return 'application/pdf';
  if (begins('ffd8ff') && tail.includes(Buffer.from('ffd9', 'hex'))) return 'image/jpeg';
  if (begins('89504e470d0a1a0a0000000d49484452') && tail.subarray(-12).equals(pngEnd)) return 'image/png';
  if (isZip) return officeType(file, tail);
  throw new Refusal('FILE_TYPE_REFUSED');
}

/** Whether a zip ends in what is something else at its beginning. */
function holdsZip(tail: Buffer, size: number): boolean {
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

/** Only the zip's directory is read, and one small part of it unpacked, to a limit. */
async function officeType(file: Looked, tail: Buffer): Promise<MediaType> {
  const start = tail.length - 22;
  const end = start >= 0 ? tail.subarray(start) : tail;
  // Office programs write no comment, so the end stands at the end.
  if (end.length < 22 || !end.subarray(0, 4).equals(zipEnd) || end.readUInt16LE(20) !== 0)
    throw new Refusal(holdsZip(tail, file.size) ? 'FILE_AMBIGUOUS' : 'FILE_TYPE_REFUSED');
  const [count, length, offset] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  if (length > mostOfDirectory) throw new Refusal('FILE_TYPE_REFUSED');
  // Anything between or before would be another zip.
  if (offset + length !== file.size - 22) throw new Refusal('FILE_AMBIGUOUS');
  const entries = entriesOf(await file.read(offset, length), count);
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) throw new Refusal('FILE_AMBIGUOUS');
  const list = entries.find(({ name }) => name === '[Content_Types].xml');
  if (
    !list ||
    !names.has('_rels/.rels') ||
    entries.some(({ name, encrypted }) => encrypted || /vbaproject\.bin$/i.test(name))
  )
    throw new Refusal('FILE_TYPE_REFUSED');
  const told = await contentTypes(file, list);
  const types = parts.filter(([part]) => told.includes(part)).map(([, type]) => type);
  if (types.length > 1) throw new Refusal('FILE_AMBIGUOUS');
  if (types[0] === undefined) throw new Refusal('FILE_TYPE_REFUSED');
  return types[0];
}

interface ZipEntry {
  name: string;
  encrypted: boolean;
  method: number;
  packed: number;
  offset: number;
}

function entriesOf(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let start = 0;
  while (start + 46 <= directory.length && directory.readUInt32LE(start) === 0x02014b50) {
    const length = directory.readUInt16LE(start + 28);
    const name = directory.toString('utf8', start + 46, start + 46 + length);
    entries.push({
      name,
      encrypted: (directory.readUInt16LE(start + 8) & 1) === 1,
      method: directory.readUInt16LE(start + 10),
      packed: directory.readUInt32LE(start + 20),
      offset: directory.readUInt32LE(start + 42),
    });
    start += 46 + length + directory.readUInt16LE(start + 30) + directory.readUInt16LE(start + 32);
  }
  if (start !== directory.length || entries.length !== count) throw new Refusal('FILE_TYPE_REFUSED');
  return entries;
}

async function contentTypes(file: Looked, { method, packed, offset }: ZipEntry): Promise<string> {
  if (packed > mostOfContentTypes || (method !== 0 && method !== 8)) throw new Refusal('FILE_TYPE_REFUSED');
  const head = await file.read(offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw new Refusal('FILE_TYPE_REFUSED');
  const bytes = await file.read(offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), packed);
  if (method === 0) return bytes.toString();
  try {
    return inflateRawSync(bytes, { maxOutputLength: mostOfContentTypes }).toString();
  } catch {
    throw new Refusal('FILE_TYPE_REFUSED');
  }
}
