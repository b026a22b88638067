import { useApp, type TestApp } from '../app.js';
import { draftedFor, signedFile } from '../awards.js';
import { makers } from '../contract/writes.js';
import { broken, done, doors, type Answer, type Asked, type Door, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  let decision: Row;
  let award: Row;
  const ask = (operation: string, actor: string, at: object = {}, given: Asked = {}) =>
    door.ask(operation, actor, { commune, ...at }, given);
  const read = async (operation: string, id: string) => done(await ask(operation, 'clerk', { id }));
  const correct = async (input: object, { id, version } = decision, actor = 'clerk'): Promise<Answer> =>
    ask('correctDecision', actor, { id }, { version, input: { file: decision.fileId, reason: 'Ghi nhầm', ...input } });
  const kindsOf = async (type: string, id: string) =>
    done(await ask('history', 'auditor', { type, id })).items.map(({ kind }: Row) => kind);

  beforeAll(async () => {
    door = open(test);
    const { id, version } = await draftedFor(test, '2024-01-10');
    const input = { file: await signedFile(test) };
    decision = done(await ask('signDecision', 'chairperson', { id }, { version, input }));
    [award] = done(await ask('awards', 'clerk', { decision: id })).items;
  });

  it('the day: document, nomination and award follow, each in a new version', async () => {
    expect(broken(await correct({}))).toEqual([' NOTHING_CHANGED']);
    for (const [signedOn, codes] of [
      ['2024-02-01', ['AHEAD']],
      ['2023-12-29', ['YEAR_OF_NUMBER']],
      // The deed was on the day after.
      ['2023-12-09', ['YEAR_OF_NUMBER', 'TOO_EARLY']],
    ] as const)
      expect([signedOn, broken(await correct({ signedOn }))]).toEqual([
        signedOn,
        codes.map((each) => `/signedOn ${each}`),
      ]);
    expect((await correct({ signedOn: '2024-01-15' }, decision, 'chairperson')).code).toBe('FORBIDDEN');
    expect((await correct({ signedOn: '2024-01-15' }, { ...decision, version: 1 })).code).toBe('STALE');
    const corrected = done(await correct({ signedOn: '2024-01-15' }));
    expect(corrected).toEqual({ ...decision, signedOn: '2024-01-15', version: decision.version + 1 });
    expect(await read('award', award.id)).toEqual({
      ...award,
      ...{ grantedOn: '2024-01-15', daysToDecision: 36, version: award.version + 1 },
    });
    expect((await read('nomination', award.nominationId)).decidedOn).toBe('2024-01-15');
    expect((await read('document', decision.documentId)).issuedOn).toBe('2024-01-15');
    expect(await kindsOf('award', award.id)).toEqual(['award.issued', 'award.corrected']);
    expect((await kindsOf('nomination', award.nominationId)).at(-1)).toBe('nomination.corrected');
    const { items } = done(await ask('history', 'auditor', { type: 'decision', id: decision.id }));
    expect(items.map(({ data }: Row) => data.signedOn)).toEqual([null, '2024-01-31', '2024-01-15']);
    expect(done(await ask('verifyAward', 'clerk', { code: award.verificationCode })).grantedOn).toBe('2024-01-15');
    decision = corrected;
    award = await read('award', award.id);
  });

  it('the day of a revocation: the award is revoked from it on', async () => {
    const { actor, path, version, input } = await makers(test).revokeAward!();
    const { revokingDecisionId: id } = done(await ask('revokeAward', actor, path, { version, input }));
    const revoking = await read('decision', id);
    const moved = await correct({ file: revoking.fileId, signedOn: '2024-01-30' }, revoking as typeof decision);
    expect(broken(moved)).toEqual(['/signedOn TOO_EARLY']);
    done(await correct({ file: revoking.fileId, signer: 'Người khác' }, revoking as typeof decision));
  });

  it('the day: an award of it was corrected by a paper that is not older than the decision', async () => {
    const { id, version } = await draftedFor(test, '2024-01-10');
    const input = { file: await signedFile(test) };
    const headers = { 'legal-date': '2024-01-10', 'legal-reference': award.documentId as string };
    const signed = done(await ask('signDecision', 'chairperson', { id }, { version, input, headers }));
    const [given] = done(await ask('awards', 'clerk', { decision: id })).items;
    const paper = { type: 'CV', year: 2024, issuer: 'UBND xã', title: 'Đính chính', issuedOn: '2024-01-15' };
    const { id: document } = done(await ask('recordDocument', 'clerk', {}, { input: paper }));
    const misprint = { document, reason: 'In sai', recipientName: 'Hộ ông Lê Thuận' };
    const corrected = await ask('correctAward', 'clerk', { id: given.id }, { version: given.version, input: misprint });
    expect(done(corrected).correctedOn).toBe('2024-01-31');
    const redate = (signedOn: string) => correct({ file: input.file, signedOn }, signed as typeof decision);
    expect(broken(await redate('2024-01-16'))).toEqual(['/signedOn AFTER_CORRECTION']);
    expect(done(await redate('2024-01-15')).signedOn).toBe('2024-01-15');
  });

  it('the signer: his capacity, post and authority, as on the paper; the awards stay as they are', async () => {
    const input = { signer: 'Trần Thị Phó', capacity: 'KT. CHỦ TỊCH' };
    expect(broken(await correct(input))).toEqual(['/title TITLE_MISSING']);
    const corrected = done(await correct({ ...input, title: 'Phó Chủ tịch' }));
    const signer = { name: 'Trần Thị Phó', title: 'Phó Chủ tịch', capacity: 'KT. CHỦ TỊCH' };
    expect(corrected).toEqual({ ...decision, signer, version: decision.version + 1 });
    expect((await read('document', decision.documentId)).signer).toEqual(signer);
    expect((await read('award', award.id)).version).toBe(award.version);
    expect(await kindsOf('decision', decision.id)).toEqual([
      'decision.drafted',
      'decision.signed',
      'decision.corrected',
      'decision.corrected',
    ]);
    decision = corrected;
  });

  it('the file: its hash on the page of the award, and the earlier file in the history', async () => {
    const { documentId: other } = await makers(test).signDecision!().then(async ({ actor, path, version, input }) =>
      done(await ask('signDecision', actor, path, { version, input })),
    );
    const foreign = (await read('document', other)).fileIds[0];
    expect(broken(await correct({ file: foreign }))).toEqual(['/file FILE_ATTACHED']);
    expect(broken(await correct({ file: award.id }))).toEqual(['/file UNKNOWN']);
    const file = await signedFile(test);
    const corrected = done(await correct({ file }));
    expect([corrected.fileId, corrected.version]).toEqual([file, decision.version + 1]);
    expect((await read('document', decision.documentId)).fileIds).toEqual([decision.fileId, file].sort());
    const shown = done(await ask('verifyAward', 'clerk', { code: award.verificationCode }));
    expect([shown.sha256, (await read('award', award.id)).version]).toEqual([corrected.sha256, award.version + 1]);
    decision = corrected;
  });

  it('the head: title, place, bases, recipients, symbol; the number of the awards follows the symbol', async () => {
    const head = { subject: 'Về việc tặng  Giấy khen', place: 'Đức Lạng', bases: ['Luật'], recipients: ['Lưu: VT'] };
    expect(broken(await correct({ subject: ` ${decision.title}  ` }))).toEqual([' NOTHING_CHANGED']);
    expect(broken(await correct({ symbol: '7/QĐ-UBND' }))).toContain('/symbol SYMBOL_WITH_NUMBER');
    const { subject: title, ...same } = head;
    const corrected = done(await correct(head));
    expect(corrected).toEqual({ ...decision, ...same, title, version: decision.version + 1 });
    const document = await read('document', decision.documentId);
    expect(document).toMatchObject({ ...same, title, issuedOn: decision.signedOn, number: decision.number });
    const found = done(await ask('documents', 'clerk', { search: 'tang giay khen' })).items;
    expect(found.map(({ id }: Row) => id)).toContain(document.id);
    const given = await read('award', award.id);
    const renamed = done(await correct({ symbol: 'QĐ-UBND-TĐ', place: null }, corrected as typeof decision));
    const numberText = `0${decision.number}/QĐ-UBND-TĐ`.slice(-`00/QĐ-UBND-TĐ`.length);
    expect(renamed).toMatchObject({ numberText, symbol: 'QĐ-UBND-TĐ', series: 'QĐ-UBND-TĐ', place: null });
    expect(await read('award', award.id)).toEqual({ ...given, numberText, version: given.version + 1 });
    expect(await read('document', decision.documentId)).toMatchObject({ symbol: 'QĐ-UBND-TĐ', place: null });
    const { items } = done(await ask('history', 'auditor', { type: 'decision', id: decision.id }));
    expect(items.slice(-3).map(({ data }: Row) => [data.title, data.place, data.symbol])).toEqual([
      [decision.title, null, 'QĐ-UBND'],
      [title, 'Đức Lạng', 'QĐ-UBND'],
      [title, null, 'QĐ-UBND-TĐ'],
    ]);
    decision = renamed;
  });

  it('a draft is amended, not corrected', async () => {
    const { path } = await makers(test).amendDecision!();
    const draft = await read('decision', path!.id!);
    expect(await correct({ signer: 'Khác' }, draft as typeof decision)).toMatchObject({ code: 'STATE' });
  });
});
