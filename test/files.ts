import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

export interface Entry {
  name: string;
  body: Buffer | string;
  flags?: number;
  /** Size that the directory of the zip gives, whatever the entry has. */
  unpacked?: number;
}

/** A zip as Office programs write one: entries, directory, end. */
export function zip(entries: readonly Entry[], comment = ''): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, flags = 0, unpacked } of entries) {
    const raw = Buffer.from(body);
    const packed = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(checksum(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(unpacked ?? raw.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name)]);
    local.push(head, packed);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, place, Buffer.from(name)]));
    offset += head.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(Buffer.byteLength(comment), 16);
  return Buffer.concat([...local, list, Buffer.from('PK\x05\x06'), end, Buffer.from(comment)]);
}

/** The end of a zip in 64 bits: its directory's number of entries, size and place, then the place of this end. */
export function zip64(entries: readonly Entry[]): Buffer {
  const whole = zip(entries);
  const end = whole.subarray(-22);
  const [count, length, offset] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  const long = Buffer.alloc(56);
  long.write('PK\x06\x06', 'latin1');
  long.writeBigUInt64LE(44n, 4);
  for (const at of [24, 32]) long.writeBigUInt64LE(BigInt(count), at);
  long.writeBigUInt64LE(BigInt(length), 40);
  long.writeBigUInt64LE(BigInt(offset), 48);
  const place = Buffer.alloc(20);
  place.write('PK\x06\x07', 'latin1');
  place.writeBigUInt64LE(BigInt(offset + length), 8);
  place.writeUInt32LE(1, 16);
  const short = Buffer.from(end);
  short.fill(0xff, 8, 20);
  return Buffer.concat([whole.subarray(0, -22), long, place, short]);
}

/** Node 20.15 and later has it; its types are of an earlier one. */
const checksum = (bytes: Buffer): number => (crc32 as unknown as (given: Buffer) => number)(bytes);

const office = 'application/vnd.openxmlformats-officedocument.';
export const contentTypes = (part: string) => `<Types><Override PartName="/part.xml" ContentType="${part}"/></Types>`;
export const word = `${office}wordprocessingml.document.main+xml`;
export const sheet = `${office}spreadsheetml.sheet.main+xml`;
export const officeEntries = (part: string): Entry[] => [
  { name: '[Content_Types].xml', body: contentTypes(part) },
  { name: '_rels/.rels', body: '<Relationships/>' },
  { name: 'part.xml', body: `<w>${randomBytes(2_000).toString('hex')}</w>` },
];

export const pdf = (size = 1_000) =>
  Buffer.concat([Buffer.from('%PDF-1.7\n%\xe2\xe3\n', 'latin1'), randomBytes(size - 19), Buffer.from('%%EOF\n')]);
export const jpeg = (size = 1_000) =>
  Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000ffda00080101000000000000'.slice(0, 60), 'hex'),
    randomBytes(size - 32).map((byte) => (byte === 0xff ? 0 : byte)),
    Buffer.from('ffd9', 'hex'),
  ]);
export const png = () =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    randomBytes(500),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ]);
export const docx = () => zip(officeEntries(word));
export const xlsx = () => zip(officeEntries(sheet));

export interface Part {
  name: string;
  /** Name of a file. */
  filename?: string;
  body: Buffer | string;
}

/** A form, byte for byte: a well-behaved sender could not say what some of these say. */
export function form(parts: readonly Part[]): { type: string; body: Buffer } {
  const boundary = `----${randomBytes(12).toString('hex')}`;
  const told = parts.flatMap(({ name, filename, body }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"\r\ncontent-type: application/octet-stream`}\r\n\r\n`,
    ),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...told, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

export const file = (filename: string, body: Buffer | string): Part => ({ name: 'file', filename, body });

/** Parser of supertest that gives the body of an answer as bytes. */
export function bytesOf(response: NodeJS.EventEmitter, give: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part)).on('end', () => give(null, Buffer.concat(parts)));
}
