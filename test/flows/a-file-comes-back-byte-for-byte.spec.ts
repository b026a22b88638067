import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import { answerBytes } from '../../src/rest/bytes.js';
import { Database } from '../../src/database/database.js';
import { FilesQueries } from '../../src/documents/files.queries.js';
import { FilesService } from '../../src/documents/files.service.js';
import { as, useApp } from '../app.js';
import { docx, file, jpeg, pdf, png, xlsx } from '../files.js';
import { download, filesPath, upload } from '../uploads.js';
import { openTransactions, until } from '../until.js';
import type { Row } from '../doors.js';

const test = useApp();
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const most = 10 * 1024 * 1024;
const office = 'application/vnd.openxmlformats-officedocument.';

afterEach(() => jest.restoreAllMocks());

it.each([
  ['Kế hoạch số 1.pdf', 'application/pdf', pdf()],
  ['một hàng.pdf', 'application/pdf', pdf(262_144)],
  ['hai hàng.PDF', 'application/pdf', pdf(262_145)],
  ['to nhất.pdf', 'application/pdf', pdf(most)],
  ['ảnh.jpeg', 'image/jpeg', jpeg(700_000)],
  ['ảnh.png', 'image/png', png()],
  ['báo cáo.docx', `${office}wordprocessingml.document`, docx()],
  ['số liệu.xlsx', `${office}spreadsheetml.sheet`, xlsx()],
])('%s', async (name, mediaType, bytes) => {
  const sent = await upload(test, 'hamlet-1', [file(name.normalize('NFD'), bytes)]);
  expect([sent.status, sent.body]).toEqual([
    201,
    {
      id: expect.any(String),
      version: 1,
      name: name.normalize('NFC'),
      mediaType,
      size: bytes.length,
      sha256: sha256(bytes),
      personal: false,
      documentId: null,
    },
  ]);
  expect([sent.headers.etag, sent.headers.location]).toEqual(['"1"', `${filesPath}/${sent.body.id}`]);

  const { status, headers, body } = await download(test, 'clerk', sent.body.id);
  expect([status, body.equals(bytes)]).toEqual([200, true]);
  expect(headers).toMatchObject({
    'content-type': mediaType,
    'content-length': String(bytes.length),
    'x-content-type-options': 'nosniff',
    'content-security-policy': 'sandbox',
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    etag: `"${sha256(bytes)}"`,
  });
  const [, told] =
    /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''(\S+)$/i.exec(headers['content-disposition'] as string) ??
    [];
  expect(decodeURIComponent(told ?? '')).toBe(name.normalize('NFC'));

  const again = await upload(test, 'hamlet-1', [file(`lại ${name}`, bytes)]);
  expect([again.status, again.body.sameAs]).toEqual([201, [sent.body.id]]);
  expect((await upload(test, 'hamlet-2', [file(name, bytes)])).body.sameAs).toBeUndefined();

  const rows = await test.admin.query(
    'select count(*)::int as count, max(octet_length(bytes)) as most from file_chunk where file_id = $1',
    [sent.body.id],
  );
  expect(rows.rows).toEqual([{ count: Math.ceil(bytes.length / 262_144), most: Math.min(bytes.length, 262_144) }]);
});

describe('of a file of three rows', () => {
  const bytes = pdf(600_000);
  let id: string;
  beforeAll(async () => {
    id = (await upload(test, 'clerk', [file('a.pdf', bytes)])).body.id;
  });
  const get = (headers: Record<string, string>) => download(test, 'clerk', id, headers);

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=262143-262144', 262_143, 262_144],
    ['bytes=262144-524287', 262_144, 524_287],
    ['bytes=100-', 100, 599_999],
    ['bytes=-5', 599_995, 599_999],
    ['bytes=599999-999999999', 599_999, 599_999],
  ])('%s is answered', async (range, start, end) => {
    const { status, headers, body } = await get({ range });
    expect([status, headers['content-range'], headers['content-length']]).toEqual([
      206,
      `bytes ${start}-${end}/600000`,
      String(end - start + 1),
    ]);
    expect(body.equals(bytes.subarray(start, end + 1))).toBe(true);
    expect(headers['content-disposition']).toMatch(/^attachment/);
  });

  it('a range after the end is refused with the size', async () => {
    const { status, headers, body } = await get({ range: 'bytes=600000-' });
    expect([status, headers['content-range'], JSON.parse(String(body)).code]).toEqual([
      416,
      'bytes */600000',
      'RANGE_UNSATISFIABLE',
    ]);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('several ranges, what does not read, and a range of other bytes are answered whole', async () => {
    for (const asked of <Record<string, string>[]>[
      { range: 'bytes=0-1,5-6' },
      { range: 'pages=1' },
      { range: 'bytes=0-1', 'if-range': `"${'0'.repeat(64)}"` },
      { range: 'bytes=0-1', 'if-range': `W/"${sha256(bytes)}"` },
    ]) {
      const { status, body } = await get(asked);
      expect([status, body.equals(bytes)]).toEqual([200, true]);
    }
    expect((await get({ range: 'bytes=0-1', 'if-range': `"${sha256(bytes)}"` })).status).toBe(206);
  });

  it('whoever has it is not sent it again', async () => {
    for (const known of [`"${sha256(bytes)}"`, `"x", W/"${sha256(bytes)}"`, '*']) {
      const { status, headers, body } = await get({ 'if-none-match': known });
      expect([status, headers.etag, body.length]).toEqual([304, `"${sha256(bytes)}"`, 0]);
    }
    expect((await get({ 'if-none-match': '"1"' })).status).toBe(200);
  });

  it('HEAD tells of it and reads none of it', async () => {
    const chunk = jest.spyOn(test.app.get(FilesQueries), 'chunk');
    const { status, headers, text } = await test.http().head(`${filesPath}/${id}`).set(as(test, 'clerk'));
    expect([
      status,
      headers['content-length'],
      headers['content-type'],
      headers.etag,
      headers['accept-ranges'],
      text,
    ]).toEqual([200, '600000', 'application/pdf', `"${sha256(bytes)}"`, 'bytes', undefined]);
    expect(chunk).not.toHaveBeenCalled();
  });
});

it('who reads slowly holds one row in memory and no connection', async () => {
  const { body } = await upload(test, 'clerk', [file('a.pdf', pdf(most))]);
  const chunk = jest.spyOn(test.app.get(FilesQueries), 'chunk');
  const bytes = await test.app.get(FilesService).downloadFile(await test.operator(), 'duc-lang', body.id);
  const headers: Record<string, unknown> = {};
  const reply = { header: () => reply, headers: (given: object) => Object.assign(headers, given), status: () => reply };
  const stream = answerBytes(bytes, { method: 'GET', headers: {} } as never, reply as never);
  await new Promise((resolve) => stream.once('readable', resolve));
  expect(stream.read()).toHaveLength(262_144);
  await new Promise((resolve) => stream.once('readable', resolve));
  expect(chunk.mock.calls.length).toBeLessThanOrEqual(2);
  await until(async () => (await openTransactions(test)) === 0);
  // Control: one that is read inside a scope is seen by the same question.
  await test.app.get(Database).scope(await test.operator(), async () => {
    await test.app.get(FilesService).downloadFile(await test.operator(), 'duc-lang', body.id);
    await until(async () => (await openTransactions(test)) === 1);
  });
  stream.destroy();
});

it('what was uploaded stands in the journal, without its bytes', async () => {
  const { body } = await upload(test, 'hamlet-1', [file('a.pdf', pdf())]);
  const { body: history } = await test
    .http()
    .get(`/v1/communes/duc-lang/history/file/${body.id}`)
    .set(as(test, 'auditor'));
  expect(history.items.map(({ kind, op, version, data }: Row) => [kind, op, version, data])).toEqual([
    ['file.uploaded', 'UPSERT', 1, body],
  ]);
});
