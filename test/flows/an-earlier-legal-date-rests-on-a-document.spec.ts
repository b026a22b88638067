import { Clock } from '../../src/access/clock.js';
import supertest from 'supertest';
import { as, startApp, useApp, type TestApp } from '../app.js';
import { doors, type Answer, type Door } from '../doors.js';

const commune = 'duc-lang';
const plan = '2023';
const today = '2024-01-31';
const minutes = { type: 'BB', year: 2023, issuer: 'UBND xã', title: 'Biên bản cuối năm' };
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

const refused = ({ status, code }: Answer) => [status, code];

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  let document: string;
  let keyId: string;
  let elsewhere: string;

  /** By the clerk, on a day, resting on a document. */
  const on = (day: string, reference?: string) => ({
    'legal-date': day,
    ...(reference !== undefined && { 'legal-reference': reference }),
  });
  const record = (headers: Record<string, string>, actor = 'clerk') =>
    door.ask('recordDocument', actor, { commune }, { input: minutes, headers });
  const acknowledge = (unit: string, heldOn: string, headers: Record<string, string>) =>
    door.ask(
      'acknowledgePlan',
      'clerk',
      { commune, plan },
      { input: { unit, form: 'MEETING', heldOn }, headers: { 'on-behalf-of': unit, ...headers } },
    );
  const head = async () =>
    (await test.admin.query('select position from commune_head where commune_id = 1')).rows[0].position as string;
  const lines = async (type: string, id: string) =>
    (await door.ask('history', 'auditor', { commune, type, id })).body.items;

  beforeAll(async () => {
    door = open(test);
    document = (await record({})).body.id;
    const keys = await test.admin.query(
      `select k.id from api_key k join actor a on a.commune_id = k.commune_id and a.id = k.actor_id
       where k.commune_id = 1 and a.key = 'clerk'`,
    );
    expect(keys.rows).toHaveLength(1);
    keyId = keys.rows[0].id;
    const { rows } = await test.admin.query('select id from document where commune_id = 2 limit 1');
    elsewhere = rows[0].id;
  });

  it('the act is of that day in the journal, the instant is now, and the document is named to who may know', async () => {
    const before = Date.now();
    const { status, body } = await record(on('2023-12-15', document));
    expect(Math.floor(status / 100)).toBe(2);
    const [line] = await lines('document', body.id);
    expect([line.kind, line.on]).toEqual(['document.recorded', '2023-12-15']);
    expect(Date.parse(line.at)).toBeGreaterThanOrEqual(before - 1);
    expect(line.personal['/actor'].value).toEqual({ key: 'clerk', keyId, legalReference: document });
  });

  it('without a date it is of today; a document may be named all the same', async () => {
    const [plain] = await lines('document', (await record({})).body.id);
    expect([plain.on, plain.personal['/actor'].value]).toEqual([today, { key: 'clerk', keyId }]);
    const [founded] = await lines('document', (await record(on(today, document))).body.id);
    expect([founded.on, founded.personal['/actor'].value]).toEqual([
      today,
      { key: 'clerk', keyId, legalReference: document },
    ]);
  });

  it.each<[string, () => Record<string, string>, [number, string]]>([
    ['no document', () => on('2023-12-15'), [422, 'LEGAL_REFERENCE_MISSING']],
    [
      'an unknown document',
      () => on('2023-12-15', '018d5d3a-0000-7000-8000-000000000001'),
      [422, 'LEGAL_REFERENCE_UNKNOWN'],
    ],
    ["another commune's document", () => on('2023-12-15', elsewhere), [422, 'LEGAL_REFERENCE_UNKNOWN']],
    ['a day ahead', () => on('2024-02-01', document), [422, 'LEGAL_DATE_AHEAD']],
    ['a day no calendar has', () => on('2023-02-30', document), [400, 'INVALID']],
    ['a day that does not read', () => on('15/12/2023', document), [400, 'INVALID']],
    ['a document that does not read', () => on('2023-12-15', 'so 12'), [400, 'INVALID']],
  ])('%s is refused, and nothing is done', async (_, headers, expected) => {
    const before = await head();
    expect(refused(await record(headers()))).toEqual(expected);
    expect(await head()).toBe(before);
  });

  it('only some may go back: a verifier may not act here at all, a reporter only today', async () => {
    expect(refused(await record(on('2023-12-15', document), 'verifier'))).toEqual([403, 'FORBIDDEN']);
    const input = { unit: 'khu-dan-cu-6', form: 'MEETING', heldOn: '2023-12-15' };
    const report = (headers: Record<string, string>) =>
      door.ask('acknowledgePlan', 'hamlet-6', { commune, plan }, { input, headers });
    expect(refused(await report(on('2023-12-15', document)))).toEqual([403, 'BACKDATE_FORBIDDEN']);
    expect((await report(on(today))).code).toBeUndefined();
  });

  it('rules judge that day: a unit valid then may be named, though it is closed now', async () => {
    await door.ask(
      'addUnit',
      'clerk',
      { commune },
      { input: { code: 'thon-cu', kind: 'HAMLET', name: 'Thôn cũ', parent: 'ubnd', validFrom: '2021-07-01' } },
    );
    const closed = await door.ask(
      'closeUnit',
      'clerk',
      { commune, unit: 'thon-cu' },
      { version: 1, input: { lastDay: '2023-12-31', reason: 'Sáp nhập' }, headers: on('2023-12-31', document) },
    );
    expect(closed.body.validTo).toBe('2023-12-31');
    // What is said today of a day after its end is of nobody.
    const after = await acknowledge('thon-cu', '2024-01-10', { 'legal-reference': document });
    expect([...refused(after), after.body.errors[0].code]).toEqual([422, 'RULE', 'NOT_VALID']);
    const given = await acknowledge('thon-cu', '2023-12-10', on('2023-12-15', document));
    expect(given.body).toMatchObject({ unitCode: 'thon-cu', heldOn: '2023-12-10' });
    expect((await lines('acknowledgement', given.body.id))[0].on).toBe('2023-12-15');
  });

  it('rules judge that day: what lies ahead of it has not happened', async () => {
    const late = await acknowledge('khu-dan-cu-2', '2023-12-16', on('2023-12-15', document));
    expect([...refused(late), late.body.errors[0].pointer, late.body.errors[0].code]).toEqual([
      422,
      'RULE',
      '/heldOn',
      'AHEAD',
    ]);
    expect((await acknowledge('khu-dan-cu-2', '2023-12-16', { 'legal-reference': document })).code).toBeUndefined();
  });

  it('a read has no legal date: the headers of an act mean nothing to it', async () => {
    const plain = await door.ask('unit', 'clerk', { commune, unit: 'ubnd' });
    for (const headers of [on('2020-01-01'), on('no day'), { 'on-behalf-of': 'nobody' }]) {
      const { status, body } = await door.ask('unit', 'clerk', { commune, unit: 'ubnd' }, { headers });
      expect([status, body]).toEqual([200, plain.body]);
    }
  });
});

describe('TODAY', () => {
  const test = useApp();

  it('what is added, renamed, moved and closed ahead is so as of its day, and no day sooner', async () => {
    const clerk = (method: 'post' | 'patch', path: string, version: number | null, body: object) =>
      test
        .http()
        [method](`/v1/communes/${commune}/units${path}`)
        .set(as(test, 'clerk'))
        .set(version === null ? {} : { 'if-match': `"${version}"` })
        .send(body)
        .then(({ body: record }) => record as { version: number; code?: string });
    await clerk('post', '', null, {
      code: 'thon-moi',
      kind: 'HAMLET',
      name: 'Thôn mới',
      parent: 'ubnd',
      validFrom: '2024-03-01',
    });
    const renamed = await clerk('patch', '/khu-dan-cu-1', 1, { name: 'Khu dân cư Đông Lạng', from: '2024-03-01' });
    await clerk('post', '/khu-dan-cu-1/move', renamed.version, { parent: 'mat-tran-to-quoc', from: '2024-04-01' });
    await clerk('post', '/move', null, { below: 'khu-dan-cu-5', parent: 'khu-dan-cu-6', from: '2024-04-01' });
    await clerk('post', '/khu-dan-cu-5/close', 1, { lastDay: '2024-03-31', reason: 'Sáp nhập' });

    const told = async (get: ReturnType<TestApp['http']>, asOf?: string) => {
      const { body } = await get
        .get(`/v1/communes/${commune}/units`)
        .query({ kind: 'HAMLET', first: 50, ...(asOf && { asOf }) })
        .set(as(test, 'clerk'));
      const of = (code: string) => body.items.find((unit: { code: string }) => unit.code === code);
      return [of('thon-moi')?.name, of('khu-dan-cu-1').name, of('khu-dan-cu-1').parentCode, of('khu-dan-cu-5')?.name];
    };
    const days: [string, unknown[]][] = [
      ['2024-01-31', [undefined, 'Khu dân cư số 1', 'ubnd', 'Khu dân cư số 5']],
      ['2024-02-29', [undefined, 'Khu dân cư số 1', 'ubnd', 'Khu dân cư số 5']],
      ['2024-03-01', ['Thôn mới', 'Khu dân cư Đông Lạng', 'ubnd', 'Khu dân cư số 5']],
      ['2024-03-31', ['Thôn mới', 'Khu dân cư Đông Lạng', 'ubnd', 'Khu dân cư số 5']],
      ['2024-04-01', ['Thôn mới', 'Khu dân cư Đông Lạng', 'mat-tran-to-quoc', undefined]],
    ];
    expect(await told(test.http())).toEqual(days[0]![1]);
    for (const [day, expected] of days) {
      const app = await startApp(test.database.runtimeUrl, { clock: new Clock(day), poolSize: 2 });
      try {
        const http = () => supertest(app.getHttpServer());
        expect([day, await told(test.http(), day)]).toEqual([day, expected]);
        expect([day, await told(http())]).toEqual([day, expected]);
        expect([day, await told(http(), '2024-01-31')]).toEqual([day, days[0]![1]]);
      } finally {
        await app.close();
      }
    }
  });
});
