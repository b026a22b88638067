import { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';
import type { Reply, Request } from '../api/request.js';
import { Refusal } from '../refusals.js';
import { rangeOf } from './range.rules.js';

/** Bytes to be answered, which never change under their ETag. */
export interface Bytes {
  /** The record whose bytes they are. */
  of: object;
  name: string;
  mediaType: string;
  size: number;
  /** With its quotes. */
  etag: string;
  /** From one byte to another, both counted; each stretch is read when there is room for it. */
  between(start: number, end: number): AsyncIterable<Buffer>;
}

/** Answers bytes, or one range of them, as an attachment in which nothing runs. Refusal: RANGE_UNSATISFIABLE. */
export function answerBytes({ name, mediaType, size, etag, between }: Bytes, request: Request, reply: Reply): Readable {
  const { range, 'if-range': ifRange } = request.headers;
  const asked =
    request.method !== 'GET' || (ifRange !== undefined && ifRange.toString().trim() !== etag)
      ? 'whole'
      : rangeOf(range, size);
  if (asked === 'none') {
    void reply.header('content-range', `bytes */${size}`);
    throw new Refusal('RANGE_UNSATISFIABLE', { size });
  }
  const { start, end } = asked === 'whole' ? { start: 0, end: size - 1 } : asked;
  if (asked !== 'whole') void reply.status(206).header('content-range', `bytes ${start}-${end}/${size}`);
  void reply.headers({
    'content-type': mediaType,
    'content-length': end - start + 1,
    'content-disposition': contentDisposition(name),
    'content-security-policy': 'sandbox',
    'accept-ranges': 'bytes',
  });
  return Readable.from(request.method === 'HEAD' ? [] : between(start, end), { objectMode: false, highWaterMark: 1 });
}
