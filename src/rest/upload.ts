import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { FastifyInstance } from 'fastify';
import type { Uploaded } from '../api/request.js';
import { TemporaryFile } from '../api/temporary-file.js';
import { limits } from '../limits/limits.js';
import { uploadSockets } from '../limits/request-limits.js';
import { point, pointerStep, type PointCode } from '../points.js';
import { Refusal } from '../refusals.js';

/** Lets forms through, unread, to the endpoints that take a file; anywhere else they are a type nobody reads. */
export function acceptForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('multipart/form-data', (request, _, done) => {
    const { upload } = request.routeOptions.config as { upload?: true };
    done(upload ? null : new Refusal('UNSUPPORTED_TYPE'));
  });
}

/**
 * Reads a form of one `file` and some of the fields named. The file goes to disk as it comes; whoever gets it closes it.
 * Refusals: UNSUPPORTED_TYPE; TOO_LARGE; TIMED_OUT; MALFORMED; INVALID for other fields, a field twice, no file, a second file.
 */
export async function receiveForm(request: IncomingMessage, fieldNames: readonly string[]): Promise<Uploaded> {
  if (Number(request.headers['content-length'] ?? 0) > limits.file + limits.form) throw new Refusal('TOO_LARGE');
  const parser = parserOf(request);
  const bytes = new TemporaryFile();
  let ended = (): void => undefined;
  uploadSockets.add(request.socket);
  try {
    return await new Promise<Uploaded>((resolve, reject) => {
      const fields = new Map<string, string>();
      let storing: Promise<Omit<Uploaded, 'fields'>> | undefined;
      const outOfTime = setTimeout(() => reject(new Refusal('TIMED_OUT')), limits.uploadTimeout);
      const broken = () => reject(new Refusal('MALFORMED'));
      // A request that has come whole is closed, too, while its last bytes are still on their way to the disk.
      const closed = () => void (request.complete || broken());
      ended = () => {
        clearTimeout(outOfTime);
        request.off('close', closed);
      };
      parser.on('field', (name: string, value: string, nameCut: boolean, valueCut: boolean) => {
        if (nameCut || !fieldNames.includes(name))
          return reject(invalid(name, 'whitelistValidation', `property ${name} should not exist`));
        if (fields.has(name)) return reject(invalid(name, 'FILE_ONCE', `${name} is given twice.`));
        if (valueCut) return reject(invalid(name, 'maxLength', `${name} is too long`));
        fields.set(name, value);
      });
      parser.on('file', (field: string, stream: Readable, name: string | undefined) => {
        stream.on('error', broken);
        if (field !== 'file' || name === undefined || storing) {
          stream.resume();
          return reject(
            storing
              ? invalid('file', 'FILE_ONCE', 'There is more than one file.')
              : invalid(field, 'FILE_MISSING', 'The file is the part named "file".'),
          );
        }
        storing = store(stream, bytes).then((sha256) => ({ name: name.normalize('NFC'), sha256, bytes }));
        storing.catch(reject);
      });
      for (const full of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const) parser.on(full, broken);
      parser.on('error', broken);
      parser.on('finish', () => {
        if (!storing) return reject(invalid('file', 'FILE_MISSING', 'There is no part named "file".'));
        storing.then((file) => resolve({ ...file, fields: Object.fromEntries(fields) }), reject);
      });
      if (request.destroyed) return broken();
      request.once('close', closed);
      request.pipe(parser);
    });
  } catch (error) {
    bytes.close();
    discardRest(request, parser);
    throw error;
  } finally {
    ended();
    uploadSockets.delete(request.socket);
  }
}

/** Judged before anything is stored. */
function parserOf({ headers }: IncomingMessage): BusboyInstance {
  const type = headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*(;|$)/i.test(type)) throw new Refusal('UNSUPPORTED_TYPE');
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': type },
      preservePath: true,
      limits: {
        fieldNameSize: 100,
        fieldSize: 1_000,
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
    if (bytes.size + chunk.length > limits.file) throw new Refusal('TOO_LARGE');
    hash.update(chunk);
    await bytes.append(chunk);
  }
  return hash.digest('hex');
}

/** What still comes is thrown away, so that the sender reads the refusal; but not for ever. */
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

const invalid = (name: string, code: PointCode, detail: string) =>
  new Refusal('INVALID', {}, [point(pointerStep(name), code, detail)]);
