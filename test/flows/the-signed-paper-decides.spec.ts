import { useApp } from '../app.js';
import { draftedFor, nominated, openedRound, papersFor, signedFile } from '../awards.js';
import { done, doors, type Answer, type Door, type Row } from '../doors.js';
import { commune, council, minutes, seated, there } from '../meetings.js';

const test = useApp();
const issuer = 'Ủy ban nhân dân xã Đức Lạng';
const paper = { type: 'QĐ', symbol: 'QĐ-UBND', year: 2024, issuer, title: 'Quyết định' };
const broken = ({ body }: Answer) =>
  body.errors?.map(({ pointer, code }: Row) => `${pointer} ${code}`) ?? body.code ?? 'done';
const ask = (door: Door, operation: string, actor: string, at: object, given: Parameters<Door['ask']>[3] = {}) =>
  door.ask(operation, actor, { commune, ...at }, given);

describe.each(doors)('%s', (name, open) => {
  const door = open(test);
  // Both doors write in one commune: each has numbers of its own.
  const base = name === 'REST' ? 180 : 280;
  const record = (input: object) => ask(door, 'recordDocument', 'clerk', {}, { input: { ...paper, ...input } });
  const sign = async (actor: string, given: object, on = '2024-01-31', headers?: Record<string, string>) => {
    const { id, version } = await draftedFor(test, on);
    const input = { file: await signedFile(test), ...given };
    return ask(door, 'signDecision', actor, { id }, { version, input, headers });
  };
  const free = async ({ id, version }: Row, input: object) =>
    ask(door, 'freeNumber', 'clerk', { id }, { version, input });

  it('a number is as printed, letter and all; the next own one is the highest and one more', async () => {
    expect(done(await sign('chairperson', { number: base + 7 }))).toMatchObject({
      number: base + 7,
      numberSuffix: null,
      numberText: `${base + 7}/QĐ-UBND`,
    });
    expect(done(await sign('chairperson', { number: base + 7, numberSuffix: 'a' })).numberText).toBe(
      `${base + 7}a/QĐ-UBND`,
    );
    expect(done(await sign('chairperson', { number: base + 9 })).number).toBe(base + 9);
    expect(done(await sign('chairperson', {})).number).toBe(base + 10);
    expect(broken(await sign('chairperson', { numberSuffix: 'a' }))).toEqual(['/number NUMBER_MISSING']);
  });

  it('a number is one in issuer, series and year, of decisions and documents, however they are written', async () => {
    const held = done(await record({ number: base + 20 }));
    const taken = await sign('chairperson', { number: base + 20 });
    expect([taken.status, taken.code, taken.body.details]).toEqual([
      409,
      'NUMBER_TAKEN',
      { number: `${base + 20}/QĐ-UBND`, document: held.id, issuedOn: null },
    ]);
    expect(taken.body.detail).toBe(
      `Số ${base + 20}/QĐ-UBND đã được dùng trong sổ văn bản của năm: QĐ "Quyết định"; hãy lấy số khác, hoặc sửa văn bản kia.`,
    );
    for (const again of [
      { number: base + 7 },
      { number: base + 7, numberSuffix: 'A' },
      { number: base + 7, issuer: issuer.toUpperCase() },
      { number: base + 7, symbol: 'qđ-ubnd' },
      { number: base + 7, symbol: null, series: 'QĐ-UBND' },
      { number: base + 7, issuer: 'Uỷ ban nhân dân  xã Đức Lạng' },
      { number: base + 7, issuer: 'UBND Xã Đức Lạng' },
      { number: base + 7, issuer: 'uy\u0309 ban nhân dân xã\u00a0Đức Lạng.' },
      { number: base + 7, issuer: 'Chủ tịch Ủy ban nhân dân xã Đức Lạng' },
      { number: base + 7, issuer: 'CHỦ TỊCH UBND X.Đức Lạng' },
      { number: base + 7, issuer: 'UBND x. Đức Lạng' },
      { number: base + 7, symbol: 'QD-UBND' },
      { number: base + 7, symbol: 'QĐ - UBND' },
      { number: base + 7, symbol: 'QĐ–UBND' },
      { number: base + 7, symbol: 'QĐ-Ủy ban nhân dân' },
    ])
      expect([again, (await record(again)).code]).toEqual([again, 'NUMBER_TAKEN']);
    for (const [place, other] of [
      { numberSuffix: 'b' },
      { year: 2022 },
      { issuer: `Hội đồng nhân dân xã ${name}` },
      { issuer: `Ủy ban nhân dân xã Đức Lãng ${name}` },
      { symbol: `QĐ-${name}` },
    ].entries())
      expect([place, (await record({ number: base + 7, ...other })).code]).toEqual([place, undefined]);
  });

  it('a number that was recorded by mistake is freed with a reason, and a decision gets the one of its paper', async () => {
    const mistaken = done(await record({ number: 1_000_000 }));
    expect((await free(mistaken, {})).status).toBe(400);
    const freed = done(await free(mistaken, { reason: 'Gõ nhầm' }));
    expect(freed).toMatchObject({ number: null, numberSuffix: null, version: mistaken.version + 1 });
    expect(broken(await free(freed, { reason: 'Gõ nhầm' }))).toEqual(['/number NOTHING_CHANGED']);
    const signed = done(await sign('chairperson', { number: base + 78 }));
    const before = done(await ask(door, 'awards', 'clerk', { decision: [signed.id].toString() })).items[0];
    const document = done(await ask(door, 'document', 'clerk', { id: signed.documentId }));
    expect(broken(await free(document, { reason: 'Gõ nhầm' }))).toEqual(['/number NUMBER_MISSING']);
    expect((await free(document, { reason: 'Gõ nhầm', number: base + 7 })).code).toBe('NUMBER_TAKEN');
    done(await free(document, { reason: 'Gõ nhầm', number: base + 87 }));
    expect(done(await ask(door, 'decision', 'clerk', { id: signed.id })).numberText).toBe(`${base + 87}/QĐ-UBND`);
    expect(done(await ask(door, 'award', 'clerk', { id: before.id }))).toMatchObject({
      numberText: `${base + 87}/QĐ-UBND`,
      version: before.version + 1,
    });
    const { items } = done(await ask(door, 'history', 'auditor', { type: 'award', id: before.id }));
    expect(items.map(({ kind }: Row) => kind)).toEqual(['award.issued', 'award.corrected']);
    expect(done(await ask(door, 'verifyAward', 'clerk', { code: before.verificationCode })).numberText).toBe(
      `${base + 87}/QĐ-UBND`,
    );
  });

  it('a decision of 29/12/2023 recorded on 31/01/2024 is of 2023, whoever of the two records it', async () => {
    const reference = done(await record({ type: 'CV' })).id as string;
    const then = { 'legal-date': '2023-12-29', 'legal-reference': reference };
    const of2023 = { signedOn: '2023-12-29', year: 2023 };
    const clerk = { signer: 'Nguyễn Đình Chiểu', number: base + 1, numberSuffix: 'a' };
    const recorded = done(await sign('clerk', clerk, '2023-12-29', then));
    expect(recorded).toMatchObject({ ...of2023, numberText: `${base + 1}a/QĐ-UBND` });
    expect(recorded.signer).toEqual({ name: 'Nguyễn Đình Chiểu', title: 'Chủ tịch', capacity: 'CHỦ TỊCH' });
    const own = done(await sign('chairperson', {}, '2023-12-29', then));
    expect(own).toMatchObject({ ...of2023, number: base + 2 });
    const [award] = done(await ask(door, 'awards', 'clerk', { decision: own.id })).items;
    expect(award).toMatchObject({ grantedOn: '2023-12-29', ruleSet: 'tdkt-2003' });
    expect(
      done(
        await ask(
          door,
          'revokeAward',
          'clerk',
          { id: award.id },
          {
            version: award.version,
            input: {
              ...{ ground: 'FRAUD', reason: 'Khai man', file: await signedFile(test) },
              ...{ number: base + 5, signer: 'Nguyễn Đình Chiểu' },
            },
            headers: { ...then, 'legal-date': '2023-12-30' },
          },
        ),
      ).revokedOn,
    ).toBe('2023-12-30');
    expect((await sign('verifier', {}, '2023-12-29', then)).code).toBe('FORBIDDEN');
  });

  it('a paper has its day, though the steps before it were recorded later; no paper is before another that it rests on', async () => {
    const headers = (day: string) => ({ 'legal-date': day, 'legal-reference': reference });
    const reference = await minutes(test, { withFile: false });
    const members = await seated(test);
    // Drafted, submitted and appraised on 31/01/2024.
    const nomination = await nominated(
      test,
      await openedRound(test),
      `khu-dan-cu-${name === 'REST' ? 3 : 4}`,
      'APPRAISED',
    );
    const on16 = {
      input: { council, heldOn: '2024-01-16', nominations: [nomination.id] },
      headers: headers('2024-01-16'),
    };
    const { id, ...meeting } = done(await ask(door, 'conveneMeeting', 'clerk', {}, on16));
    const attended = await ask(door, 'recordAttendance', 'clerk', { id }, { ...meeting, input: there(members) });
    const counts = { nomination: nomination.id, votesFor: 5, votesAgainst: 0, votesBlank: 0, notReturned: 0 };
    const at = { version: done(attended).version, input: counts };
    const tallied = done(await ask(door, 'recordTally', 'clerk', { id }, at));
    const paper = { minutes: await minutes(test, { withFile: true }), number: base + 1 };
    const closing = async (day: string) =>
      ask(door, 'closeMeeting', 'clerk', { id }, { version: tallied.version, input: paper, headers: headers(day) });
    expect(broken(await closing('2024-01-15'))).toEqual(['/headers/legal-date NOT_HELD']);
    expect(done(await closing('2024-01-16')).closedOn).toBe('2024-01-16');
    const draft = done(
      await ask(
        door,
        'draftDecision',
        'clerk',
        {},
        { input: { title: 'Khen', grants: [{ nomination: nomination.id }] } },
      ),
    );
    const signed = { file: await signedFile(test), number: base + 50, signer: 'Nguyễn Đình Chiểu' };
    const signing = async (day: string) =>
      ask(door, 'signDecision', 'clerk', { id: draft.id }, { version: 1, input: signed, headers: headers(day) });
    const early = await signing('2024-01-15');
    expect(early.body.errors).toEqual([
      {
        ...{ pointer: '/headers/legal-date', code: 'TOO_EARLY' },
        detail: 'Ngày 15/01/2024 trước ngày họp xét 16/01/2024; hãy ghi từ ngày đó trở đi.',
      },
    ]);
    const decision = done(await signing('2024-01-18'));
    expect(decision.signedOn).toBe('2024-01-18');
    const correct = async (signedOn: string, { version }: Row = decision) => {
      const input = { file: signed.file, reason: 'Ghi nhầm', signedOn };
      return ask(door, 'correctDecision', 'clerk', { id: draft.id }, { version, input });
    };
    expect(broken(await correct('2024-01-15'))).toEqual(['/signedOn TOO_EARLY']);
    const corrected = done(await correct('2024-01-17'));
    // The revocation of the 20th was recorded after the correction of the 31st.
    const [award] = done(await ask(door, 'awards', 'clerk', { decision: draft.id })).items;
    const revoking = {
      ...signed,
      file: await signedFile(test),
      number: base + 51,
      ground: 'FRAUD',
      reason: 'Khai man',
    };
    const revoke = async (day: string) =>
      ask(
        door,
        'revokeAward',
        'clerk',
        { id: award.id },
        {
          ...{ version: award.version, input: revoking, headers: headers(day) },
        },
      );
    expect(broken(await revoke('2024-01-16'))).toEqual(['/headers/legal-date TOO_EARLY']);
    expect([corrected.signedOn, done(await revoke('2024-01-20')).revokedOn]).toEqual(['2024-01-17', '2024-01-20']);
  });

  it('signer and capacity are as printed; TUQ. and Q. rest on a document', async () => {
    const authority = done(await record({ type: 'GUQ', title: 'Giấy ủy quyền' })).id as string;
    const capacities: [object, object | readonly string[]][] = [
      [{ capacity: 'TM. ỦY BAN NHÂN DÂN' }, { title: 'Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN' }],
      [{ capacity: 'KT. CHỦ TỊCH' }, ['/title TITLE_MISSING']],
      [
        { capacity: 'KT. CHỦ TỊCH', title: 'Phó Chủ tịch', signer: 'Trần Văn Ba' },
        { name: 'Trần Văn Ba', title: 'Phó Chủ tịch', capacity: 'KT. CHỦ TỊCH' },
      ],
      [{ capacity: 'TUQ', title: 'Chánh Văn phòng' }, ['/authority AUTHORITY_MISSING']],
      [
        { capacity: 'tuq. Chủ tịch', title: 'Chánh Văn phòng', authority },
        { title: 'Chánh Văn phòng', capacity: 'TUQ. Chủ tịch' },
      ],
      [{ capacity: 'TUQ', title: 'Chánh Văn phòng', authority }, { capacity: 'TUQ. CHỦ TỊCH' }],
      [{ capacity: 'Q. CHỦ TỊCH' }, ['/authority AUTHORITY_MISSING']],
      [
        { capacity: 'Q. CHỦ TỊCH', authority },
        { title: 'Quyền Chủ tịch', capacity: 'Q. CHỦ TỊCH' },
      ],
      [{ capacity: 'QUYỀN CHỦ TỊCH' }, ['/authority AUTHORITY_MISSING']],
      [{ capacity: 'P. CHỦ TỊCH' }, ['/capacity CAPACITY_UNKNOWN']],
      [{ capacity: 'TL. CHỦ TỊCH', title: 'Trưởng phòng', authority }, { capacity: 'TL. CHỦ TỊCH' }],
    ];
    for (const [given, expected] of capacities) {
      const answer = await sign('chairperson', given);
      if (Array.isArray(expected)) expect([given, broken(answer)]).toEqual([given, expected]);
      else expect([given, done(answer).signer]).toMatchObject([given, expected]);
      const rests = 'authority' in given && !Array.isArray(expected);
      if (rests) expect(answer.body.authorityId).toBe(authority);
    }
  });

  it('a document keeps the type as which a record rests on it; a misspelt one is mended', async () => {
    const amend = async (id: string, type: string) => {
      const { version } = done(await ask(door, 'document', 'clerk', { id }));
      return broken(await ask(door, 'amendDocument', 'clerk', { id }, { version, input: { type, reason: 'Nhầm' } }));
    };
    const { minutesId } = done(await ask(door, 'meetings', 'clerk', { state: ['CLOSED'] })).items[0];
    expect(await amend(minutesId, 'TTr')).toEqual(['/type TYPE_STAYS']);
    const round = await openedRound(test);
    const input = { round: round.id, unit: 'khu-dan-cu-1', form: 'giay-khen-xa', type: 'MERIT', summary: 'Tốt' };
    const draft = done(await ask(door, 'nominate', 'hamlet-1', {}, { input }));
    const papers = await papersFor(test, draft.dossier);
    const at = { version: draft.version, input: { papers } };
    done(await ask(door, 'amendNomination', 'clerk', { id: draft.id }, at));
    const { document } = papers[0]!;
    const { type } = done(await ask(door, 'document', 'clerk', { id: document }));
    expect([await amend(document, 'CV'), await amend(document, type.toLowerCase())]).toEqual([
      ['/type TYPE_STAYS'],
      'done',
    ]);
  });

  it('a plan gets number and day when it is issued', async () => {
    const key = `2024-phong-trao-${name.toLowerCase()}`;
    const document = {
      ...{ type: 'KH', symbol: `KH-${name}`, year: 2024, issuedOn: '2024', issuer, title: 'Kế hoạch' },
      signer: { capacity: 'TM. ỦY BAN NHÂN DÂN' },
    };
    const draft = async (named: string) =>
      done(
        await ask(
          door,
          'draftPlan',
          'clerk',
          {},
          { input: { key: named, kind: 'MOVEMENT', year: 2024, title: 'Phong trào', duties: ['Thi đua'], document } },
        ),
      );
    const issue = async (actor: string, plan: Row, input?: object) =>
      ask(door, 'issuePlan', actor, { plan: plan.key }, { version: plan.version, input });
    const documentOf = async ({ documentId }: Row) => done(await ask(door, 'document', 'clerk', { id: documentId }));

    const bare = { key: `${key}-khong`, kind: 'MOVEMENT', year: 2024, title: 'Phong trào', document };
    const empty = done(await ask(door, 'draftPlan', 'clerk', {}, { input: bare }));
    expect(broken(await issue('chairperson', empty))).toEqual([' PLAN_EMPTY']);
    const first = await draft(key);
    expect(broken(await issue('clerk', first, {}))).toEqual([
      '/number NUMBER_MISSING',
      '/signer SIGNER_MISSING',
      '/file PAPER_WITHOUT_FILE',
    ]);
    expect(broken(await issue('clerk', first, { signer: 'Nguyễn Đình Chiểu' }))).toEqual([
      '/number NUMBER_MISSING',
      '/file PAPER_WITHOUT_FILE',
    ]);
    const signed = { number: 5, numberSuffix: 'a', signer: 'Nguyễn Đình Chiểu', file: await signedFile(test) };
    const issued = done(await issue('clerk', first, signed));
    expect(issued.signer).toMatchObject({ name: 'Nguyễn Đình Chiểu', capacity: 'TM. ỦY BAN NHÂN DÂN' });
    expect(await documentOf(issued)).toMatchObject({
      ...{ number: 5, numberSuffix: 'a', issuedOn: '2024-01-31', fileIds: [signed.file] },
    });
    const next = done(await issue('chairperson', await draft(`${key}-hai`)));
    expect(await documentOf(next)).toMatchObject({ number: 6, issuedOn: '2024-01-31' });
    const blank = done(await issue('chairperson', await draft(`${key}-ba`), { number: null }));
    const { name: self } = done(await ask(door, 'me', 'chairperson', {}));
    const itself = { name: self, title: 'Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN' };
    expect(await documentOf(blank)).toMatchObject({ number: null, issuedOn: '2024', signer: itself });
    expect((await documentOf(next)).signer).toEqual(itself);
    expect((await issue('chairperson', await draft(`${key}-bon`), { number: 6 })).code).toBe('NUMBER_TAKEN');
  });
});
