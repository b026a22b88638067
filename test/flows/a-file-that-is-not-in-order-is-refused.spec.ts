import { jest } from '@jest/globals';
import { connect } from 'node:net';
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { TemporaryFile } from '../../src/api/temporary-file.js';
import { as, useApp } from '../app.js';
import { docx, file, form, jpeg, officeEntries, pdf, word, zip, type Part } from '../files.js';
import { filesPath, upload } from '../uploads.js';
import { openTransactions, until } from '../until.js';

const test = useApp();
const most = 10 * 1024 * 1024;

/** Traces of uploads: rows, and files that are open without a name. */
const traces = async () => {
  const { rows } = await test.admin.query(
    'select (select count(*) from file)::int as files, (select count(*) from file_chunk)::int as rows, (select sum(position) from commune_head)::int as position, (select count(*) from kept_answer)::int as kept',
  );
  return { ...rows[0], open: openUploads() };
};
/** Linux alone tells; elsewhere there is nothing to count. */
function openUploads(): number {
  if (process.platform !== 'linux') return 0;
  return readdirSync('/proc/self/fd').filter((each) => {
    try {
      return /\/thidua-[0-9a-f-]{36} \(deleted\)$/.test(readlinkSync(`/proc/self/fd/${each}`));
    } catch {
      return false;
    }
  }).length;
}

let before: object;
beforeAll(async () => {
  before = await traces();
});
afterEach(async () => {
  jest.restoreAllMocks();
  expect(await traces()).toEqual(before);
});

const field = (name: string, body: string): Part => ({ name, body });
const good = file('a.pdf', pdf());

it.each<[string, readonly Part[], [number, string, string?]]>([
  ['no file', [field('personal', 'true')], [400, 'INVALID', 'FILE_MISSING']],
  ['nothing', [], [400, 'INVALID', 'FILE_MISSING']],
  ['the file as text', [field('file', '%PDF-1.7')], [400, 'INVALID', 'whitelistValidation']],
  ['a file under another name', [{ ...good, name: 'upload' }], [400, 'INVALID', 'FILE_MISSING']],
  ['two files', [good, good], [400, 'INVALID', 'FILE_ONCE']],
  ['a field nobody knows', [field('audience', 'PUBLIC'), good], [400, 'INVALID', 'whitelistValidation']],
  ['a field nobody knows, behind the file', [good, field('communeId', '2')], [400, 'INVALID', 'whitelistValidation']],
  ['__proto__', [field('__proto__', '1'), good], [400, 'INVALID', 'whitelistValidation']],
  ['a field twice', [field('personal', 'true'), field('personal', 'false'), good], [400, 'INVALID', 'FILE_ONCE']],
  ['a flag that is none', [field('personal', 'yes'), good], [400, 'INVALID', 'isBoolean']],
  ['a document that is none', [field('document', '1'), good], [400, 'INVALID', 'isUuid']],
  ['a field too long', [field('document', 'x'.repeat(7_000)), good], [400, 'INVALID', 'maxLength']],
  [
    'fields without end',
    [...Array.from({ length: 50 }, () => field('x', 'y')), good],
    [400, 'INVALID', 'whitelistValidation'],
  ],
  ['a path', [file('../../etc/passwd.pdf', pdf())], [400, 'INVALID', 'FILE_NAME']],
  ['a path of Windows', [file('C:\\\\temp\\\\a.pdf', pdf())], [400, 'INVALID', 'FILE_NAME']],
  ['NUL in the name', [file('a\0.pdf', pdf())], [400, 'INVALID', 'FILE_NAME']],
  ['a name that reads backwards', [file('a\u202efdp.pdf', pdf())], [400, 'INVALID', 'FILE_NAME']],
  ['a name too long', [file(`${'x'.repeat(300)}.pdf`, pdf())], [400, 'INVALID', 'FILE_NAME']],
  ['no name', [file('', pdf())], [400, 'INVALID', 'FILE_NAME']],
  ['an empty file', [file('a.pdf', '')], [400, 'FILE_EMPTY']],
  [
    'a page that is called a PDF',
    [file('a.pdf', '<!doctype html><script>alert(1)</script>')],
    [415, 'FILE_TYPE_REFUSED'],
  ],
  ['a zip that is called a DOCX', [file('a.docx', zip([{ name: 'a.txt', body: 'x' }]))], [415, 'FILE_TYPE_REFUSED']],
  ['a PDF that is called a DOCX', [file('a.docx', pdf())], [415, 'FILE_NAME_MISMATCH']],
  ['a DOCX that is called an XLSX', [file('a.xlsx', docx())], [415, 'FILE_NAME_MISMATCH']],
  ['a JPEG that is a zip, too', [file('a.jpg', Buffer.concat([jpeg(), docx()]))], [415, 'FILE_AMBIGUOUS']],
  [
    'a DOCX whose list of parts is a bomb',
    [
      file(
        'a.docx',
        zip([{ name: '[Content_Types].xml', body: ' '.repeat(50_000_000) }, ...officeEntries(word).slice(1)]),
      ),
    ],
    [415, 'FILE_TYPE_REFUSED'],
  ],
  ['10 MB and one byte', [file('a.pdf', pdf(most + 1))], [413, 'TOO_LARGE']],
  ['far too much', [file('a.pdf', pdf(2 * most))], [413, 'TOO_LARGE']],
])('%s', async (_, parts, [status, code, point]) => {
  const answer = await upload(test, 'clerk', parts);
  expect([answer.status, answer.body.code, answer.body.errors?.[0]?.code]).toEqual([status, code, point]);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
});

it.each([
  ['JSON', 'application/json', '{}'],
  ['bytes', 'application/pdf', '%PDF-1.7'],
  ['text', 'text/plain', 'x'],
  ['another form', 'application/x-www-form-urlencoded', 'file=x'],
])('%s is no form', async (_, type, body) => {
  const answer = await test
    .http()
    .post(filesPath)
    .set({ ...as(test, 'clerk'), 'content-type': type })
    .send(body);
  expect([answer.status, answer.body.code]).toEqual([415, 'UNSUPPORTED_TYPE']);
});

it.each([
  ['without a boundary', 'multipart/form-data', 'x'],
  ['with nothing in it', 'multipart/form-data; boundary=x', ''],
  [
    'that breaks off',
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
  ],
  ['that is none', 'multipart/form-data; boundary=x', 'no boundary here'],
])('a form %s', async (_, type, body) => {
  const answer = await test
    .http()
    .post(filesPath)
    .set({ ...as(test, 'clerk'), 'content-type': type })
    .send(body);
  expect([answer.status, answer.body.code]).toEqual([400, 'MALFORMED']);
});

it('a form is read nowhere else', async () => {
  const { type, body } = form([good]);
  for (const path of ['/v1/communes/duc-lang/documents', '/graphql']) {
    const answer = await test
      .http()
      .post(path)
      .set({ ...as(test, 'clerk'), 'content-type': type })
      .send(body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 415, 'UNSUPPORTED_TYPE']);
  }
});

it('it cannot be rehearsed, which is said before it is read', async () => {
  const append = jest.spyOn(TemporaryFile.prototype, 'append');
  const { type, body } = form([good]);
  for (const [validate, code] of [
    ['only', 'NOT_VALIDATABLE'],
    ['all', 'INVALID'],
  ]) {
    const answer = await test
      .http()
      .post(filesPath)
      .query({ validate })
      .set({ ...as(test, 'clerk'), 'content-type': type })
      .send(body);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  }
  expect(append).not.toHaveBeenCalled();
});

describe('whoever may not is told before anything is read', () => {
  it.each([
    [undefined, 401, 'UNAUTHENTICATED'],
    ['garbage', 401, 'UNAUTHENTICATED'],
    ['district', 403, 'FORBIDDEN'],
    ['chairperson', 403, 'FORBIDDEN'],
    ['verifier', 403, 'FORBIDDEN'],
    ['auditor', 403, 'FORBIDDEN'],
  ])('%s', async (actor, status, code) => {
    const append = jest.spyOn(TemporaryFile.prototype, 'append');
    const answer = await upload(test, actor, [good]);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(append).not.toHaveBeenCalled();
  });
});

describe('over a connection of its own', () => {
  const head = (extra: string) =>
    `POST ${filesPath} HTTP/1.1\r\nhost: x\r\nauthorization: ${as(test, 'clerk').authorization}\r\ncontent-type: multipart/form-data; boundary=x\r\n${extra}\r\n\r\n`;
  const start = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7';
  const opened = async () => connect(Number(new URL(await test.app.getUrl()).port), '127.0.0.1');
  const answered = async (socket: Awaited<ReturnType<typeof opened>>) => {
    let text = '';
    for await (const part of socket.setEncoding('utf8')) {
      text += part as string;
      if (text.includes('"requestId"')) break;
    }
    return text;
  };

  it('what says itself that it is too large is refused unread', async () => {
    const socket = await opened();
    socket.write(head(`content-length: ${most + 100_000}`));
    expect(await answered(socket)).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it('what grows too large is refused while it comes', async () => {
    const socket = await opened();
    socket.write(head('transfer-encoding: chunked'));
    const part = Buffer.alloc(1_048_576, 'x');
    const chunk = (bytes: Buffer | string) =>
      Buffer.concat([
        Buffer.from(`${Buffer.byteLength(bytes).toString(16)}\r\n`),
        Buffer.from(bytes),
        Buffer.from('\r\n'),
      ]);
    socket.write(chunk(start));
    // Its end never comes.
    for (let sent = 0; sent < 12; sent++) socket.write(chunk(part));
    expect(await answered(socket)).toMatch(/^HTTP\/1\.1 413 [\s\S]*"code":"TOO_LARGE"/);
    socket.destroy();
  });

  it('what breaks off leaves nothing', async () => {
    const arrived = new Promise<void>((resolve) => {
      const append = TemporaryFile.prototype.append;
      jest.spyOn(TemporaryFile.prototype, 'append').mockImplementation(async function (this: TemporaryFile, bytes) {
        await append.call(this, bytes);
        resolve();
      });
    });
    const closed = new Promise<void>((resolve) => {
      const close = TemporaryFile.prototype.close;
      jest.spyOn(TemporaryFile.prototype, 'close').mockImplementation(function (this: TemporaryFile) {
        close.call(this);
        resolve();
      });
    });
    const socket = await opened();
    socket.write(head('content-length: 100000') + start);
    await arrived;
    if (process.platform === 'linux') expect(openUploads()).toBe(1);
    socket.destroy();
    await Promise.all([closed, once(socket, 'close')]);
  });

  it('while it comes no connection to the database is held', async () => {
    const arrived = new Promise<void>((resolve) => {
      const append = TemporaryFile.prototype.append;
      jest.spyOn(TemporaryFile.prototype, 'append').mockImplementation(async function (this: TemporaryFile, bytes) {
        await append.call(this, bytes);
        resolve();
      });
    });
    const socket = await opened();
    socket.write(head('content-length: 100000') + start);
    await arrived;
    await until(async () => (await openTransactions(test)) === 0);
    const closing = new Promise<void>((resolve) => {
      const close = TemporaryFile.prototype.close;
      jest.spyOn(TemporaryFile.prototype, 'close').mockImplementation(function (this: TemporaryFile) {
        close.call(this);
        resolve();
      });
    });
    socket.destroy();
    await closing;
  });
});
