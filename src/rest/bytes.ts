import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';
import type { Reply, Request } from '../api/request.js';
import { Refusal } from '../refusals.js';
import { matchesEtag } from './etag.rules.js';
import { rangeOf } from './range.rules.js';

/** Bytes of an answer. The bytes never change under their ETag. */
export interface Bytes {
  /** Record that the bytes belong to. */
  of: object;
  name: string;
  mediaType: string;
  size: number;
  /** With its quotes. */
  etag: string;
  /** Bytes from `start` to `end`, both included, in chunks; a chunk is read when the connection can take it. */
  between(start: number, end: number): AsyncIterable<Buffer>;
}

/** Bytes that are there as a whole; their ETag is their hash. */
export const wholeBytes = (bytes: Buffer, of: Pick<Bytes, 'of' | 'name' | 'mediaType'>): Bytes => ({
  ...of,
  size: bytes.length,
  etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
  async *between(start, end) {
    yield bytes.subarray(start, end + 1);
  },
});

/** Answers bytes with their ETag, or with status 304. Refusal: RANGE_UNSATISFIABLE. */
export function sendBytes(bytes: Bytes, request: Request, reply: Reply): Readable | undefined {
  void reply.header('etag', bytes.etag);
  if (!matchesEtag(request.headers['if-none-match'], bytes.etag)) return answerBytes(bytes, request, reply);
  void reply.status(304);
  return undefined;
}

/** Answers bytes, or one range of them, as a sandboxed attachment. Refusal: RANGE_UNSATISFIABLE. */
export function answerBytes({ name, mediaType, size, etag, between }: Bytes, request: Request, reply: Reply): Readable {
  const { range: header, 'if-range': ifRange } = request.headers;
  const range =
    request.method !== 'GET' || (ifRange !== undefined && ifRange.toString().trim() !== etag)
      ? 'whole'
      : rangeOf(header, size);
  if (range === 'none') {
    void reply.header('content-range', `bytes */${size}`);
    throw new Refusal('RANGE_UNSATISFIABLE', { size });
  }
  const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range;
  if (range !== 'whole') void reply.status(206).header('content-range', `bytes ${start}-${end}/${size}`);
  void reply.headers({
    'content-type': mediaType,
    'content-length': end - start + 1,
    'content-disposition': contentDisposition(name),
    'content-security-policy': 'sandbox',
    'accept-ranges': 'bytes',
  });
  return Readable.from(request.method === 'HEAD' ? [] : between(start, end), { objectMode: false, highWaterMark: 1 });
}
