import type { Answer } from '../api/answer.js';
import { JsonTexts } from '../api/json-texts.js';
import type { Reply, Request } from '../api/request.js';
import { serializerOf } from '../api/shown.js';
import type { Page } from '../database/page.js';
import type { CacheableAnswer } from '../requests/response-cache.js';
import { etagOf, matchesEtag } from './etag.rules.js';

/** Serialised body of an answer, with the values its headers are made of. */
export interface JsonAnswer extends CacheableAnswer {
  body: Buffer;
  etag: string | undefined;
  timeDependent: boolean;
  /** Cursor of the next page. */
  next: string | null;
}

const utf8 = new TextEncoder();
const serializers = new Map<Answer, (value: unknown) => string>();

export function serialize(answer: Answer, value: unknown): JsonAnswer {
  const toText = serializers.get(answer) ?? serializerOf(answer.type, answer.many ?? false);
  serializers.set(answer, toText);
  const body = bodyOf(value as object, toText);
  return {
    body,
    length: body.length,
    etag: etagOf(answer, value, body),
    timeDependent: answer.timeDependent?.changes(value as never) ?? false,
    next: answer.many ? (value as Page<unknown>).next : null,
  };
}

/** JSON of an answer. Texts of the database come first, as they are. */
function bodyOf(value: object, toText: (value: unknown) => string): Buffer {
  const [name, written] = Object.entries(value).find(([, member]) => member instanceof JsonTexts) ?? [];
  // A buffer of its own: in Node's shared pool each cached answer would hold 8 kB.
  if (name === undefined) return Buffer.from(utf8.encode(toText(value)).buffer);
  const texts = (written as JsonTexts<unknown>).texts.flatMap((text, index) => (index > 0 ? [',', text] : [text]));
  const parts = [`{"${name}":[`, ...texts, `],${toText({ ...value, [name]: undefined }).slice(1)}`];
  // One text of all parts would be copied twice.
  const body = Buffer.allocUnsafeSlow(parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0));
  parts.reduce((offset, part) => offset + body.write(part, offset), 0);
  return body;
}

/** Sets the headers of an answer. Returns its body, or undefined with status 304. */
export function sendJson(
  { body, etag, timeDependent, next }: JsonAnswer,
  request: Request,
  reply: Reply,
): Buffer | undefined {
  if (etag) void reply.header('etag', etag);
  if (next !== null) void reply.header('link', `<${addressOfNext(request.url, next)}>; rel="next"`);
  if (etag && request.method === 'GET' && !timeDependent && matchesEtag(request.headers['if-none-match'], etag)) {
    void reply.status(304);
    return undefined;
  }
  void reply.header('content-type', 'application/json; charset=utf-8');
  return body;
}

function addressOfNext(requested: string, cursor: string): string {
  const url = new URL(requested, 'http://localhost');
  url.searchParams.set('after', cursor);
  return `${url.pathname}${url.search}`;
}
