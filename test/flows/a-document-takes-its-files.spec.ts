import { KeyActsService } from '../../src/actors/key-acts.service.js';
import { SignedPapersService } from '../../src/documents/signed-papers.service.js';
import { DocumentActsService } from '../../src/documents/document-acts.service.js';
import { FilesService } from '../../src/documents/files.service.js';
import { PlanActsService } from '../../src/indicators/plan-acts.service.js';
import { Database } from '../../src/database/database.js';
import { limits } from '../../src/limits/limits.js';
import { as, useApp } from '../app.js';
import { doors } from '../doors.js';
import { file, pdf, type Part } from '../files.js';
import { download, upload } from '../uploads.js';

const test = useApp();
const commune = 'duc-lang';
const paper = { type: 'KH', year: 2024, issuer: 'Ủy ban nhân dân xã', title: 'Kế hoạch' };
let made = 0;

const recorded = async () => test.app.get(DocumentActsService).recordDocument(await test.operator(), commune, paper);
const drafted = async () => {
  made += 1;
  return test.app.get(PlanActsService).draftPlan(await test.operator(), commune, {
    key: `2024-phong-trao-${made}`,
    kind: 'MOVEMENT',
    duties: ['Thi đua'],
    year: 2024,
    title: 'Phong trào',
    document: paper,
  });
};
const attach = (document: string, version?: number, actor = 'clerk', fields: readonly Part[] = []) =>
  upload(test, actor, [{ name: 'document', body: document }, ...fields, file('a.pdf', pdf())], {
    ...(version !== undefined && { 'if-match': `"${version}"` }),
  });
const documentOf = async (id: string) =>
  (await test.http().get(`/v1/communes/${commune}/documents/${id}`).set(as(test, 'clerk'))).body;
const historyOf = async (type: string, id: string, actor = 'auditor') =>
  (await test.http().get(`/v1/communes/${commune}/history/${type}/${id}`).set(as(test, actor))).body.items;

describe.each(doors)('%s', (_, door) => {
  it('shows them, oldest first, in a version of their own each', async () => {
    const { documentId } = await drafted();
    const first = await attach(documentId, 1);
    expect([first.status, first.body.documentId]).toEqual([201, documentId]);
    const second = await attach(documentId, 2);
    const { body } = await door(test).ask('document', 'clerk', { commune, id: documentId });
    expect([body.version, body.fileIds]).toEqual([3, [first.body.id, second.body.id]]);
  });
});

it('is the commune’s: a key bound to a unit records none, and attaches nothing to one', async () => {
  const { id } = await recorded();
  const { key } = await test.app.get(KeyActsService).issueKey(await test.operator(), commune, {
    actor: 'clerk',
    scopes: ['documents:read', 'documents:write'],
    unit: 'khu-dan-cu-1',
  } as never);
  const refused = await attach(id, 1, String(key));
  expect([refused.status, refused.body.code]).toEqual([403, 'FORBIDDEN']);
  for (const [, door] of doors) {
    const { code } = await door(test).ask('recordDocument', String(key), { commune }, { input: paper });
    expect(code).toBe('FORBIDDEN');
  }
  expect((await attach(id, 1)).status).toBe(201);
});

it('is decided on the version that was read, and refused without a trace', async () => {
  const { id } = await recorded();
  const count = async () =>
    (
      await test.admin.query(
        'select (select count(*) from file) + (select count(*) from file_chunk) + (select sum(position) from commune_head) as count',
      )
    ).rows[0].count;
  const before = await count();
  const answers = [
    await attach(id),
    await attach(id, 2),
    await attach('019a0000-0000-7000-8000-000000000000', 1),
    await attach('x', 1),
    await attach(id, 1, 'hamlet-1'),
    await attach(id, 1, 'accountant'),
  ];
  expect(answers.map(({ status, body }) => [status, body.code, body.errors[0]?.pointer])).toEqual([
    [428, 'IF_MATCH_REQUIRED', undefined],
    [412, 'STALE', undefined],
    [422, 'RULE', '/document'],
    [400, 'INVALID', '/document'],
    [403, 'FORBIDDEN', undefined],
    [403, 'FORBIDDEN', undefined],
  ]);
  expect(await count()).toBe(before);
  expect((await documentOf(id)).fileIds).toEqual([]);
});

it('of two at once one wins', async () => {
  const { id } = await recorded();
  const answers = await Promise.all([attach(id, 1), attach(id, 1)]);
  expect(answers.map(({ body }) => body.code ?? 'won').sort()).toEqual(['STALE', 'won']);
  expect((await documentOf(id)).fileIds).toHaveLength(1);
});

it('happens once under one key, with what it does to the document', async () => {
  const { id } = await recorded();
  const same = file('a.pdf', pdf());
  const send = (part = same) =>
    upload(test, 'clerk', [{ name: 'document', body: id }, part], { 'if-match': '"1"', 'idempotency-key': 'attach' });
  const [one, again, other] = [await send(), await send(), await send(file('a.pdf', pdf()))];
  expect([one.status, again.status, again.headers['idempotency-replayed'], again.body]).toEqual([
    201,
    201,
    'true',
    one.body,
  ]);
  expect([other.status, other.body.code]).toEqual([422, 'KEY_REUSED']);
  expect(await documentOf(id)).toMatchObject({ version: 2, fileIds: [one.body.id] });
});

it('both changes are one position of the journal', async () => {
  const { id } = await recorded();
  const { body } = await attach(id, 1);
  const [uploaded] = await historyOf('file', body.id);
  const amended = (await historyOf('document', id)).at(-1);
  expect([uploaded.kind, amended.kind, amended.data.fileIds, amended.position]).toEqual([
    'file.uploaded',
    'document.amended',
    [body.id],
    uploaded.position,
  ]);
});

it('there is an end to it', async () => {
  const { id } = await recorded();
  for (let version = 1; version <= limits.documentFiles; version++)
    expect((await attach(id, version)).status).toBe(201);
  const { status, body } = await attach(id, limits.documentFiles + 1);
  expect([status, body.errors[0].code]).toEqual([422, 'TOO_MANY_FILES']);
});

describe('whoever sees the document sees its files', () => {
  it('a plan that is issued takes them along', async () => {
    const { key, documentId } = await drafted();
    const { body: kept } = await attach(documentId, 1);
    const alone = (await upload(test, 'clerk', [file('a.pdf', pdf())])).body;
    for (const actor of ['district', 'integrator'])
      expect([actor, (await download(test, actor, kept.id)).status]).toEqual([actor, 404]);
    await test.app.get(PlanActsService).issuePlan(await test.operator(), { commune, plan: key, expectedVersion: 1 });
    for (const actor of ['district', 'integrator', 'hamlet-2'])
      expect([actor, (await download(test, actor, kept.id)).status]).toEqual([actor, 200]);
    // Control: what is attached to nothing stays where it was.
    expect((await download(test, 'district', alone.id)).status).toBe(404);
    const [told] = await historyOf('file', kept.id, 'district');
    expect([told.kind, told.version, told.data.sha256]).toEqual(['file.published', 2, kept.sha256]);
    const silent = await attach(documentId, 4);
    expect([silent.status, silent.body.errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/reason', code: 'REASON_REQUIRED' })],
    ]);
    const reason = 'Bản quét rõ hơn. '.repeat(100);
    const late = await attach(documentId, 4, 'clerk', [{ name: 'reason', body: reason }]);
    expect([late.status, (await download(test, 'district', late.body.id)).status]).toEqual([201, 200]);
    const amended = (await historyOf('document', documentId)).at(-1);
    expect([amended.kind, amended.version, amended.personal['/reason'].value]).toEqual(['document.amended', 5, reason]);
  });

  it('files are published by whoever approves what they prove, never hidden again', async () => {
    const ids = [
      (await upload(test, 'hamlet-1', [file('a.pdf', pdf())])).body.id,
      (await upload(test, 'hamlet-1', [file('b.pdf', pdf())])).body.id,
    ];
    const [files, operator] = [test.app.get(FilesService), await test.operator()];
    const { communeId } = operator.reachIn(commune);
    const publish = (audience: 'INSIDE' | 'SUPERIOR') =>
      test.app
        .get(Database)
        .write(operator, communeId, () => files.publish(operator, communeId, { ids: [...ids, ...ids], audience }));
    await publish('SUPERIOR');
    expect((await download(test, 'district', ids[0])).status).toBe(200);
    await publish('INSIDE');
    const found = await files.filesById(
      operator,
      [...ids, '019a0000-0000-7000-8000-000000000000'].map((id) => ({ communeId, id })),
    );
    expect(found.map((each) => each && [each.version, each.audience])).toEqual([
      [2, 'SUPERIOR'],
      [2, 'SUPERIOR'],
      undefined,
    ]);
    await expect(
      test.app
        .get(Database)
        .write(operator, communeId, () =>
          files.publish(operator, communeId, { ids: ['019a0000-0000-7000-8000-000000000000'], audience: 'PUBLIC' }),
        ),
    ).rejects.toThrow('A file to be published is not there.');
  });
});

it('once seen outside, it is never hidden again, nor are its files', async () => {
  const caller = await test.operator();
  const { communeId } = caller.reachIn(commune);
  const acts = test.app.get(DocumentActsService);
  const fileId = (await upload(test, 'clerk', [file('a.pdf', pdf())])).body.id;
  const { document } = await test.app
    .get(Database)
    .write(caller, communeId, () =>
      test.app
        .get(SignedPapersService)
        .recordSigned(caller, { ...paper, authorityId: null }, { commune, fileId, audience: 'PUBLIC' }),
    );
  await test.app
    .get(Database)
    .write(caller, communeId, () => acts.publish(caller, communeId, { id: document.id, audience: 'SUPERIOR' }));
  expect(await documentOf(document.id)).toMatchObject({ version: 1 });
  expect((await historyOf('file', fileId)).map(({ kind }: { kind: string }) => kind)).toEqual([
    'file.uploaded',
    'file.attached',
  ]);
});
