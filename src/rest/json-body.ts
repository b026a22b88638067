import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../refusals.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON under both content types that have it; a body without a character is no body. Refusals: UNSUPPORTED_TYPE
 * for any other type, and for a charset other than UTF-8; MALFORMED for bytes that are no UTF-8, or no JSON.
 */
export function acceptJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  const types = ['application/json', 'application/merge-patch+json'];
  fastify.addContentTypeParser(types, { parseAs: 'buffer' }, (request, bytes, done) => {
    const text = textOf(request, bytes as Buffer);
    if (text instanceof Refusal) return done(text);
    if (text.trim() === '') return done(null, undefined);
    void parse(request, text, done);
  });
  fastify.addContentTypeParser('*', ({ headers }, _, done) => {
    const isEmpty = (headers['content-length'] ?? headers['transfer-encoding'] ?? '0') === '0';
    done(isEmpty ? null : new Refusal('UNSUPPORTED_TYPE'));
  });
}

function textOf({ headers }: FastifyRequest, bytes: Buffer): string | Refusal {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '') ?? [];
  if (!/^utf-?8$/i.test(charset)) return new Refusal('UNSUPPORTED_TYPE');
  try {
    return utf8.decode(bytes);
  } catch {
    return new Refusal('MALFORMED');
  }
}
