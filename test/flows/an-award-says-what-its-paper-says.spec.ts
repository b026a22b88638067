import { useApp, type TestApp } from '../app.js';
import { draftedFor, signedFile } from '../awards.js';
import { broken, done, doors, type Asked, type Door, type Row } from '../doors.js';
import { commune } from '../meetings.js';
import { makers } from '../contract/writes.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  const ask = (operation: string, actor: string, at: object = {}, given: Asked = {}) =>
    door.ask(operation, actor, { commune, ...at }, given);
  const read = async (operation: string, id: string) => done(await ask(operation, 'clerk', { id }));
  const act = async (operation: string, id: string, input: object, of = 'document') =>
    ask(operation, 'clerk', { id }, { version: (await read(of, id)).version, input });
  const amend = (id: string, input: object) => act('amendDocument', id, { reason: 'Gõ nhầm', ...input });
  const page = async ({ verificationCode: code }: Row) => done(await ask('verifyAward', 'clerk', { code }));
  const kindsOf = async (id: string) =>
    done(await ask('history', 'auditor', { type: 'award', id })).items.map(({ kind }: Row) => kind);

  const decree = { type: 'QĐ', symbol: 'QĐ-UBND', issuer: 'UBND tỉnh Hà Tĩnh', title: 'Tặng Bằng khen' };
  const record = async (input: object): Promise<string> =>
    done(await ask('recordDocument', 'clerk', {}, { input: { ...decree, year: 2023, ...input } })).id;
  const told = {
    ...{ unit: 'khu-dan-cu-5', form: 'bang-khen-tinh', formName: 'Bằng khen', citation: 'Nông thôn mới' },
    ...{ grantedOn: '2023', issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh' },
  };
  const given = async (document: string, input: object = {}) =>
    ask('recordAward', 'clerk', {}, { input: { ...told, document, ...input } });

  beforeAll(() => void (door = open(test)));

  it('one recorded by hand follows its document: number, day, issuer, each in the feed with its reason', async () => {
    const document = await record({ number: 5, issuedOn: '2023-02-01' });
    expect(broken(await given(document, { issuer: 'Chủ tịch UBND tỉnh Nghệ An' }))).toEqual(['/issuer NOT_AS_PRINTED']);
    const award = done(await given(document));
    expect(award).toMatchObject({ numberText: '05/QĐ-UBND', grantedOn: '2023-02-01' });
    done(await ask('amendDocument', 'clerk', { id: document }, { version: 1, input: { title: 'Tặng thưởng' } }));
    const silent = await ask('amendDocument', 'clerk', { id: document }, { version: 2, input: { number: 6 } });
    expect(broken(silent)).toEqual(['/reason REASON_REQUIRED']);
    for (const [input, said] of [
      [{ number: 6, numberSuffix: 'a' }, { numberText: '06a/QĐ-UBND' }],
      [{ issuedOn: '2023-03-01' }, { grantedOn: '2023-03-01' }],
      [{ issuer: 'Ủy ban nhân dân tỉnh Nghệ An' }, { issuer: 'Ủy ban nhân dân tỉnh Nghệ An' }],
      [{ symbol: 'QĐ-CT' }, { numberText: '06a/QĐ-CT' }],
    ]) {
      const before = await read('award', award.id);
      done(await amend(document, input!));
      expect(await read('award', award.id)).toEqual({ ...before, ...said, version: before.version + 1 });
      expect(await page(award)).toMatchObject(said!);
    }
    done(await act('freeNumber', document, { number: 8, reason: 'Gõ nhầm' }));
    expect((await read('award', award.id)).numberText).toBe('08/QĐ-CT');
    done(await act('freeNumber', document, { reason: 'Của văn bản khác' }));
    expect((await read('award', award.id)).numberText).toBe(null);
    expect(new Set(await kindsOf(award.id))).toEqual(new Set(['award.recorded', 'award.amended']));
  });

  it('a paper of the Party has its number as the Party prints it', async () => {
    const committee = { issuer: 'Tỉnh ủy Hà Tĩnh', symbol: 'QĐ/TU', number: 5, issuedOn: '2023-08-01' };
    const document = await record(committee);
    const award = done(await given(document, { issuer: committee.issuer }));
    expect(award.numberText).toBe('05-QĐ/TU');
    const twice = await given(document, { issuer: committee.issuer, numberText: '05-QĐ/TU' });
    expect(twice.code).toBe('ALREADY_RECORDED');
    const other = await given(document, { issuer: committee.issuer, numberText: '06-QĐ/TU' });
    expect(broken(other)).toEqual(['/numberText NOT_AS_PRINTED']);
    const paper = await record({ ...committee, type: 'CV', symbol: 'CV/TU', number: 12, issuedOn: '2023-09-01' });
    const input = { document: paper, reason: 'In sai', citation: 'Nông thôn mới kiểu mẫu' };
    done(await ask('correctAward', 'clerk', { id: award.id }, { version: award.version, input }));
    expect((await page(award)).correctedNumberText).toBe('12-CV/TU');
  });

  it('texts of a paper: one line, of this form, and more than blanks; a type is its abbreviation', async () => {
    const { path, version, input } = await makers(test).correctAward!();
    const correct = (given: object) => ask('correctAward', 'clerk', path, { version, input: { ...input, ...given } });
    const { recipientName } = await read('award', path!.id!);
    expect(broken(await correct({ recipientName: ` ${recipientName.replace(' ', '  ')} ` }))).toEqual([
      ' NOTHING_CHANGED',
    ]);
    expect(broken(await correct({ formName: 'Lao động tiên tiến' }))).toEqual(['/formName OTHER_FORM']);
    const lines = await correct({ recipientName: 'Chi hội\nƯớt' });
    expect([lines.status, lines.body.errors[0].detail]).toEqual([
      400,
      'Ký tự thứ 8 là U+000A (dấu xuống dòng, ở đây chỉ ghi một dòng); hãy gõ lại chỗ đó.',
    ]);
    const byHand = await makers(test).amendAward!();
    const renamed = { ...byHand, input: { reason: 'Gõ nhầm', recipientName: 'Tổ dệt Hồng Lam' } };
    expect(done(await ask('amendAward', 'clerk', byHand.path, renamed)).recipientName).toBe('Tổ dệt Hồng Lam');
    expect(
      broken(await act('amendAward', byHand.path!.id!, { reason: 'Nhầm', formName: 'Lao động tiên tiến' }, 'award')),
    ).toEqual(['/formName OTHER_FORM']);
    const typed = await record({ type: 'Biên bản', title: 'Họp' });
    expect((await read('document', typed)).type).toBe('BB');
    expect(done(await amend(typed, { type: 'to trinh' })).type).toBe('TTr');
    const listed = done(await ask('documents', 'clerk', { type: ['tờ trình'] })).items;
    expect(listed.map(({ id }: Row) => id)).toContain(typed);
  });

  it('a day that an award cannot have, or another award has, is refused of its document', async () => {
    const [first, second] = [
      await record({ issuedOn: '2021-02-01', year: 2021 }),
      await record({ issuedOn: '2023-05-01' }),
    ];
    const [award] = [done(await given(first, { grantedOn: '2021' })), done(await given(second))];
    expect((await amend(second, { issuedOn: '2021-02-01', year: 2021 })).code).toBe('ALREADY_RECORDED');
    const paper = await record({ type: 'CV', issuedOn: '2023-06-01', title: 'Đính chính' });
    const headers = { 'legal-date': '2023-06-30', 'legal-reference': paper };
    const input = { document: paper, reason: 'In sai', citation: 'Nông thôn mới kiểu mẫu' };
    done(await ask('correctAward', 'clerk', { id: award!.id }, { version: award!.version, input, headers }));
    expect(broken(await amend(first, { issuedOn: '2023-07-01', year: 2023 }))).toEqual(
      expect.arrayContaining(['/issuedOn AFTER_CORRECTION']),
    );
    // The correcting paper lies between the grant and the correction.
    expect(broken(await amend(paper, { issuedOn: '2021-01-31', year: 2021 }))).toEqual(['/issuedOn PAPER_BEFORE']);
    expect(broken(await amend(paper, { issuedOn: '2023-07-01' }))).toEqual(['/issuedOn PAPER_AFTER']);
    done(await amend(paper, { issuedOn: '2023-06-15' }));
    expect(broken(await amend(first, { issuedOn: '2023-06-20', year: 2023 }))).toEqual(
      expect.arrayContaining(['/issuedOn AFTER_CORRECTION']),
    );
  });

  it('minutes stay on or after their meeting, an authority before its signature', async () => {
    const closing = await makers(test).closeMeeting!();
    const closed = done(await ask('closeMeeting', closing.actor, closing.path, { ...closing }));
    expect(broken(await amend(closed.minutesId, { issuedOn: '2024-01-30', year: 2024 }))).toEqual([
      '/issuedOn PAPER_BEFORE',
    ]);
    const authority = await record({ type: 'GUQ', year: 2024, title: 'Ủy quyền' });
    const headers = { 'legal-date': '2024-01-20', 'legal-reference': authority };
    const { id, version } = await draftedFor(test, '2024-01-20');
    const input = { file: await signedFile(test), capacity: 'TUQ. CHỦ TỊCH', title: 'Chánh Văn phòng', authority };
    const signed = done(await ask('signDecision', 'chairperson', { id }, { version, input, headers }));
    expect(broken(await amend(authority, { issuedOn: '2024-01-21' }))).toEqual(['/issuedOn PAPER_AFTER']);
    done(await amend(authority, { issuedOn: '2024-01-15' }));
    const slip = { file: input.file, reason: 'Ghi nhầm', signedOn: '2024-01-14' };
    expect(broken(await act('correctDecision', id, slip, 'decision'))).toEqual(['/authority PAPER_AFTER']);
    expect(signed.authorityId).toBe(authority);
  });

  it('its page shows another number of the paper that corrected or revoked it in a version of its own', async () => {
    const correcting = await makers(test).correctAward!();
    const { document } = correcting.input as { document: string };
    done(await act('amendDocument', document, { number: 31 }));
    const { id } = done(await ask('correctAward', 'clerk', correcting.path, { ...correcting }));
    const corrected = await read('award', id);
    done(await act('freeNumber', document, { number: 32, reason: 'Gõ nhầm' }));
    expect([(await page(corrected)).correctedNumberText, (await read('award', id)).version]).toEqual([
      expect.stringMatching(/^32/),
      corrected.version + 1,
    ]);
    const revoking = await makers(test).revokeAward!();
    const subject = { ...revoking.input, subject: 'Thu hồi Giấy khen', place: 'Đức Lạng', recipients: ['Lưu: VT'] };
    const revoked = done(await ask('revokeAward', revoking.actor, revoking.path, { ...revoking, input: subject }));
    const decision = await read('decision', revoked.revokingDecisionId);
    expect(decision).toMatchObject({ title: 'Thu hồi Giấy khen', place: 'Đức Lạng', recipients: ['Lưu: VT'] });
    done(await act('freeNumber', decision.documentId, { number: 3_000, reason: 'Gõ nhầm' }));
    expect([(await page(revoked)).revokedNumberText, (await read('award', revoked.id)).version]).toEqual([
      '3000/QĐ-UBND',
      revoked.version + 1,
    ]);
  });
});
