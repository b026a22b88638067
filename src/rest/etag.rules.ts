import { createHash } from 'node:crypto';
import type { Answer } from '../api/answer.js';
import { sentTag } from '../api/entity-tag.rules.js';

/** ETag of a body: its hash. */
export const etagOfBody = (body: Buffer | string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** ETag of an answer: that of its body for a list that callers poll, the version for a record; else undefined. */
export function etagOf(answer: Answer, value: unknown, body: Buffer): string | undefined {
  if (answer.etagOfContent) return etagOfBody(body);
  const { version } = value as { version?: unknown };
  return !answer.many && typeof version === 'number' ? `"${version}"` : undefined;
}

/** Whether `If-None-Match` names the ETag (RFC 9110, 13.1.2), as this program sent it or as a proxy made it. */
export const matchesEtag = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((each) => sentTag(each) === etag));
