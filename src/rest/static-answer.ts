import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import type { Reply, Request } from '../api/request.js';
import { sharedBytes } from '../limits/unsent-answers.js';
import { matchesEtag } from './etag.rules.js';

/** Body that never changes while the program runs. All requests share its bytes, which are compressed once. */
export interface StaticAnswer {
  type: string;
  /** Weak: the same for both encodings. */
  etag: string;
  identity: Buffer;
  gzip: Buffer;
}

export async function staticAnswer(type: string, content: string | Buffer): Promise<StaticAnswer> {
  const identity = Buffer.from(content as string);
  const packed = await promisify(gzip)(identity);
  for (const bytes of [identity, packed]) sharedBytes.add(bytes);
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  return { type, etag: `W/"${hash}"`, identity, gzip: packed };
}

/** Sets the headers of a static answer. Returns its shared bytes, or undefined with status 304. */
export function sendStatic(answer: StaticAnswer, { headers }: Request, reply: Reply): Buffer | undefined {
  void reply.headers({ etag: answer.etag, vary: `${String(reply.getHeader('vary'))}, Accept-Encoding` });
  if (matchesEtag(headers['if-none-match'], answer.etag.slice(2))) {
    void reply.status(304);
    return undefined;
  }
  const encoding = new Negotiator({ headers }).encoding(['gzip', 'identity']) === 'gzip' ? 'gzip' : 'identity';
  if (encoding === 'gzip') void reply.header('content-encoding', encoding);
  void reply.header('content-type', answer.type);
  return answer[encoding];
}
