import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { FastifyInstance } from 'fastify';
import type { UploadOnDisk } from '../api/request.js';
import { noSuchMember } from '../api/limit-sentences.js';
import { TemporaryFile } from '../api/temporary-file.js';
import { nfcUpTo } from '../database/text.js';
import { limits } from '../limits/limits.js';
import { uploadSockets } from '../limits/request-limits.js';
import { point, pointerStep, type PointCode, type Sentence } from '../points.js';
import { tooLargeBy } from '../limits/too-large.js';
import { Refusal } from '../refusals.js';

/** Passes forms, unparsed, to the endpoints with an upload. Refusal elsewhere: UNSUPPORTED_TYPE. */
export function acceptForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('multipart/form-data', (request, _, done) => {
    const { upload } = request.routeOptions.config as { upload?: boolean };
    done(upload ? null : new Refusal('UNSUPPORTED_TYPE'));
  });
}

/**
 * Reads a form with one `file` and named fields. The file is written to disk as it arrives; the caller of this function
 * closes it.
 * Refusals: UNSUPPORTED_TYPE; TOO_LARGE; TIMED_OUT; MALFORMED; INVALID for unknown or repeated fields, no file, a
 * second file.
 */
export async function receiveForm(request: IncomingMessage, fieldNames: readonly string[]): Promise<UploadOnDisk> {
  if (Number(request.headers['content-length'] ?? 0) > limits.file + limits.form)
    throw tooLargeBy(request.headers, limits.file);
  const parser = parserOf(request);
  const bytes = new TemporaryFile();
  let stopWatching = (): void => undefined;
  uploadSockets.add(request.socket);
  try {
    return await new Promise<UploadOnDisk>((resolve, reject) => {
      const fields = new Map<string, string>();
      let stored: Promise<Omit<UploadOnDisk, 'fields'>> | undefined;
      const timer = setTimeout(() => reject(new Refusal('TIMED_OUT')), limits.uploadTimeout);
      const malformed = () => reject(new Refusal('MALFORMED'));
      // A complete request also closes while its last bytes are being written to disk.
      const onClose = () => void (request.complete || malformed());
      stopWatching = () => {
        clearTimeout(timer);
        request.off('close', onClose);
      };
      parser.on('field', (name: string, value: string, nameCut: boolean, valueCut: boolean) => {
        if (nameCut || !fieldNames.includes(name))
          return reject(invalid(name, 'whitelistValidation', noSuchMember(name)));
        if (fields.has(name))
          return reject(
            invalid(name, 'FILE_ONCE', { en: `${name} is given twice.`, vi: `Mục "${name}" chỉ gửi một lần.` }),
          );
        if (valueCut)
          return reject(invalid(name, 'maxLength', { en: `${name} is too long.`, vi: `Mục "${name}" quá dài.` }));
        fields.set(name, value);
      });
      parser.on('file', (field: string, stream: Readable, name: string | undefined) => {
        stream.on('error', malformed);
        if (field !== 'file' || name === undefined || stored) {
          stream.resume();
          return reject(
            stored
              ? invalid('file', 'FILE_ONCE', { en: 'There is more than one file.', vi: 'Chỉ gửi một tệp.' })
              : invalid(field, 'FILE_MISSING', {
                  en: 'The file is the part named "file".',
                  vi: 'Tệp phải nằm trong mục "file".',
                }),
          );
        }
        stored = store(stream, bytes).then((sha256) => ({ name: nfcUpTo(200, name), sha256, bytes }));
        stored.catch(reject);
      });
      for (const full of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const) parser.on(full, malformed);
      parser.on('error', malformed);
      parser.on('finish', () => {
        if (!stored)
          return reject(
            invalid('file', 'FILE_MISSING', {
              en: 'There is no part named "file".',
              vi: 'Chưa có tệp trong mục "file".',
            }),
          );
        stored.then((file) => resolve({ ...file, fields: Object.fromEntries(fields) }), reject);
      });
      if (request.destroyed) return malformed();
      request.once('close', onClose);
      request.pipe(parser);
    });
  } catch (error) {
    bytes.close();
    discardRest(request, parser);
    throw error;
  } finally {
    stopWatching();
    uploadSockets.delete(request.socket);
  }
}

/** Parser of a form, chosen before anything is stored. Refusals: UNSUPPORTED_TYPE, MALFORMED. */
function parserOf({ headers }: IncomingMessage): BusboyInstance {
  const type = headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*(;|$)/i.test(type)) throw new Refusal('UNSUPPORTED_TYPE');
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': type },
      preservePath: true,
      limits: {
        fieldNameSize: 100,
        fieldSize: 6_000,
        fields: 20,
        files: 2,
        parts: 20,
        headerPairs: 20,
        headerSize: 8_192,
      },
    });
  } catch {
    throw new Refusal('MALFORMED');
  }
}

async function store(stream: Readable, bytes: TemporaryFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (bytes.size + chunk.length > limits.file) throw new Refusal('TOO_LARGE', { most: limits.file });
    hash.update(chunk);
    await bytes.append(chunk);
  }
  return hash.digest('hex');
}

/** Discards the rest of a request, so that the client can read the refusal; after a timeout the connection is cut. */
function discardRest(request: IncomingMessage, parser: BusboyInstance): void {
  request.unpipe(parser);
  parser.on('error', () => undefined).destroy();
  if (request.complete || request.destroyed) return;
  const cut = setTimeout(() => request.destroy(), limits.requestTimeout).unref();
  request
    .once('close', () => clearTimeout(cut))
    .on('error', () => undefined)
    .resume();
}

const invalid = (name: string, code: PointCode, sentence: Sentence) =>
  new Refusal('INVALID', {}, [point(pointerStep(name), code, sentence)]);
