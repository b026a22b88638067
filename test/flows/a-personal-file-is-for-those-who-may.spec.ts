import { DocumentsService } from '../../src/documents/documents.service.js';
import { as, useApp } from '../app.js';
import { file, pdf } from '../files.js';
import { download, upload } from '../uploads.js';

const test = useApp();
const commune = 'duc-lang';
const bytes = pdf();
const personal = { name: 'personal', body: 'true' };
const verdicts = async (id: string, actors: readonly (string | undefined)[]) =>
  Object.fromEntries(
    await Promise.all(
      actors.map(async (actor) => {
        const { status, body } = await download(test, actor, id);
        return [String(actor), status === 200 ? 'OK' : JSON.parse(String(body)).code];
      }),
    ),
  );

it('a personal file asks for personal:read, but of its uploader; another of any official who sees it', async () => {
  const held = (await upload(test, 'hamlet-1', [personal, file('Nguyễn Văn A.pdf', bytes)])).body;
  const plain = (await upload(test, 'hamlet-1', [{ name: 'personal', body: 'false' }, file('a.pdf', bytes)])).body;
  expect([held.personal, plain.personal]).toEqual([true, false]);
  expect(
    await verdicts(plain.id, [
      'hamlet-1',
      'hamlet-2',
      'clerk',
      'accountant',
      'auditor',
      'observer',
      'district',
      'integrator',
      undefined,
    ]),
  ).toEqual({
    'hamlet-1': 'OK',
    'hamlet-2': 'NOT_FOUND',
    clerk: 'OK',
    accountant: 'OK',
    auditor: 'OK',
    observer: 'FORBIDDEN',
    district: 'NOT_FOUND',
    integrator: 'NOT_FOUND',
    undefined: 'UNAUTHENTICATED',
  });
  expect(await verdicts(held.id, ['hamlet-1', 'hamlet-2', 'clerk', 'accountant', 'auditor', 'district'])).toEqual({
    'hamlet-1': 'OK',
    'hamlet-2': 'NOT_FOUND',
    clerk: 'OK',
    accountant: 'SCOPE_MISSING',
    auditor: 'OK',
    district: 'NOT_FOUND',
  });
});

it('the refusal names the scope', async () => {
  const { body } = await upload(test, 'clerk', [personal, file('a.pdf', bytes)]);
  const { body: problem } = await download(test, 'accountant', body.id);
  expect(JSON.parse(String(problem)).details).toEqual({ scope: 'personal:read' });
});

it('its name and hash stand in the journal as commitments, opened to those who may read them', async () => {
  const { body } = await upload(test, 'hamlet-1', [personal, file('Nguyễn Văn A.pdf', bytes)]);
  const lines = async (actor: string) =>
    (await test.http().get(`/v1/communes/${commune}/history/file/${body.id}`).set(as(test, actor))).body.items[0];
  const { data, personal: opened } = await lines('auditor');
  expect([data.name, data.sha256]).toEqual([
    { '#': expect.stringMatching(/^[0-9a-f]{64}$/) },
    { '#': expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  expect([opened['/data/name'].value, opened['/data/sha256'].value]).toEqual(['Nguyễn Văn A.pdf', body.sha256]);
});

it('attached to what everybody sees it still asks for the scope', async () => {
  const operator = await test.operator();
  const { rows } = await test.admin.query(
    `select document_id as id from plan p join commune c on c.id = p.commune_id where c.key = $1 and p.key = '2023'`,
    [commune],
  );
  const document = await test.app.get(DocumentsService).document(operator, commune, rows[0].id);
  expect(document.audience).toBe('PUBLIC');
  const { body } = await upload(
    test,
    'clerk',
    [
      personal,
      { name: 'document', body: document.id },
      { name: 'reason', body: 'Bổ sung danh sách' },
      file('a.pdf', bytes),
    ],
    { 'if-match': `"${document.version}"` },
  );
  expect(await verdicts(body.id, ['hamlet-1', 'district', undefined])).toEqual({
    'hamlet-1': 'SCOPE_MISSING',
    district: 'OK',
    undefined: 'UNAUTHENTICATED',
  });
  test.exceptFromAudit('key');
  await test.admin.query(
    `update api_key set scopes = array_remove(scopes, 'personal:read') where actor_id = (select id from actor where key = 'district')`,
  );
  expect(await verdicts(body.id, ['district'])).toEqual({ district: 'SCOPE_MISSING' });
});
