import { useApp } from '../app.js';
import { awarded, signedFile } from '../awards.js';
import { done, doors, type Door, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const apps = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  const test = apps[name];
  let door: Door;
  let award: Row;
  let paper: Row;
  const unit = 'khu-dan-cu-1';
  const ask = (operation: string, actor: string, at: object, given: Parameters<Door['ask']>[3] = {}) =>
    door.ask(operation, actor, { commune, ...at }, given);
  const rename = async (to: string, headers?: Record<string, string>) =>
    ask(
      'amendUnit',
      'clerk',
      { unit },
      {
        version: done(await ask('unit', 'clerk', { unit })).version,
        input: { name: to, reason: 'Gõ nhầm' },
        headers,
      },
    );
  const correct = (input: object, version: number) =>
    ask('correctAward', 'clerk', { id: award.id }, { version, input });
  const history = async () => done(await ask('history', 'auditor', { type: 'award', id: award.id })).items;
  const page = async () => (await test.http().get(`/verify/${award.verificationCode}`)).text;

  beforeAll(async () => {
    door = open(test);
    const { id } = (await awarded(test)).award;
    award = done(await ask('award', 'clerk', { id }));
    paper = done(
      await ask(
        'recordDocument',
        'clerk',
        {},
        { input: { type: 'CV', number: 12, symbol: 'UBND-VP', year: 2024, issuer: 'UBND xã', title: 'Đính chính' } },
      ),
    );
  });

  it('a later name of the unit changes nothing, today or by an earlier date', async () => {
    const then = { 'legal-date': '2023-02-01', 'legal-reference': paper.id as string };
    for (const headers of [undefined, then]) {
      done(await rename(`Khu dân cư Một ${headers ? 'hai' : ''}`.trim(), headers));
      expect(done(await ask('award', 'clerk', { id: award.id }))).toEqual(award);
    }
    const at = (day?: string) => ask('unit', 'clerk', { unit, asOf: day });
    // A name that was mended today is mended rightly tomorrow.
    expect([
      done(await ask('units', 'clerk', { asOf: '2023-01-31', kind: ['HAMLET'], search: 'Khu dân cư số 1' })).items
        .length,
      done(await ask('units', 'clerk', { asOf: '2023-02-01', search: 'Khu dân cư Một hai' })).items.length,
      done(await at()).name,
    ]).toEqual([1, 1, 'Khu dân cư Một']);
    expect((await history()).map(({ kind }: Row) => kind)).toEqual(['award.issued']);
  });

  it('a misprint is corrected by its document: a new version, in the feed, on the page, the old text in the history', async () => {
    const input = { document: paper.id, reason: 'In sai tên', recipientName: 'Khu dân cư số Một' };
    const broken = async (given: object) => {
      const { body } = await correct({ ...input, ...given }, award.version);
      return body.errors?.map(({ pointer, code }: Row) => `${pointer} ${code}`);
    };
    expect(await broken({ document: award.id })).toEqual(['/document UNKNOWN']);
    expect(await broken({ recipientName: award.recipientName })).toEqual([' NOTHING_CHANGED']);
    expect((await ask('correctAward', 'chairperson', { id: award.id }, { version: award.version, input })).code).toBe(
      'FORBIDDEN',
    );
    const start = done(await door.changes('district', commune)).cursor;
    const corrected = done(await correct(input, award.version));
    expect(corrected).toEqual({
      ...award,
      recipientName: 'Khu dân cư số Một',
      ...{ correctedOn: '2024-01-31', correctionDocumentId: paper.id, version: award.version + 1 },
    });
    expect((await correct({ ...input, citation: 'Khác' }, award.version)).code).toBe('STALE');
    const items = done(await door.changes('district', commune, start)).items;
    expect(items.map(({ kind }: Row) => kind).sort()).toEqual(['award.corrected', 'document.published']);
    expect((await history()).map(({ data }: Row) => data.recipientName)).toEqual([
      'Khu dân cư số 1',
      'Khu dân cư số Một',
    ]);
    expect(done(await ask('verifyAward', 'clerk', { code: award.verificationCode }))).toMatchObject({
      ...{ recipientName: 'Khu dân cư số Một', correctedOn: '2024-01-31', correctedNumberText: '12/UBND-VP' },
    });
    expect(await page()).toContain('ngày 31/01/2024, theo văn bản số 12/UBND-VP');
    const { status, headers } = await test
      .http()
      .get(`/v1/communes/${commune}/awards/${award.id}`)
      .set('if-none-match', `"${award.version}"`);
    expect([status, headers.etag]).toEqual([200, `"${award.version + 1}"`]);
    award = corrected;
  });

  it('revoked, it is still corrected: a misprint would name somebody else', async () => {
    const input = { ground: 'VIOLATION', reason: 'Vi phạm pháp luật', file: await signedFile(test) };
    const revoked = done(await ask('revokeAward', 'chairperson', { id: award.id }, { version: award.version, input }));
    const again = { document: paper.id, reason: 'In sai tên', recipientName: 'Khu dân cư số một' };
    expect(done(await correct(again, revoked.version))).toEqual({
      ...revoked,
      ...{ recipientName: 'Khu dân cư số một', version: revoked.version + 1 },
    });
  });
});
